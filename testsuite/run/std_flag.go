// Package flag: kinds, errors, defaults, -- and the rest.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"
)

func main() {
	try := func(args ...string) {
		fs := flag.NewFlagSet("prog", flag.ContinueOnError)
		fs.SetOutput(os.Stdout)
		n := fs.Int("n", 5, "a `count` of things")
		b := fs.Bool("b", false, "switch it on")
		s := fs.String("name", "bob", "who")
		d := fs.Duration("wait", time.Second, "how long")
		f := fs.Float64("f", 0, "ratio\nof two")
		err := fs.Parse(args)
		fmt.Println(*n, *b, *s, *d, *f, fs.Args(), fs.NFlag(), err)
	}
	try()
	try("-n=7", "--b", "-name", "eve", "rest", "-n=8")
	try("-wait", "1m30s", "-f=2.5e3", "--", "-b")
	try("-n", "x")
	try("-b=maybe")
	try("-nope")
	try("-name")
	try("-h")
	try("-n", "0x10", "-", "z")
}
