// Initialization across packages: imports first and once, in order of import path among the ready; variables by dependency, then inits.
package main

import (
	"fmt"

	_ "example.com/initorder/c"

	"example.com/initorder/a"
	. "example.com/initorder/b"
	"example.com/initorder/internal/reg"
)

var (
	first  = reg.Note("main.first", second)
	second = reg.Note("main.second", third())
	_      = reg.Note("main.blank", 0)
	x, y   = pair()
	table  = map[string]func() int{"f": useLate}
	late   = reg.Note("main.late", len(Names))
)

func third() int { return fourth + a.Value }

var fourth = reg.Note("main.fourth", B(1))

func pair() (int, int) { reg.Note("main.pair", later); return later, later + 1 }

func useLate() int { return late }

func init() { reg.Note("main.init1", x+y) }

func main() {
	for _, l := range reg.Log {
		fmt.Println(l)
	}
	fmt.Println(first, second, x, y, table["f"](), Names, a.Value)
}

func init() {
	reg.Note("main.init2", 0)
	func() { defer reg.Note("main.init2 deferred", recover2()) }()
}

func recover2() int { return 2 }
