# E09: what is mapped is what the program headers say
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf
cat >maps.go <<'GO'
package main

import (
	"fmt"
	"os"
)

func main() {
	b, err := os.ReadFile("/proc/self/maps")
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	os.Stdout.Write(b)
}
GO
builds -o h maps.go
run ./h
expect 0
matches "r-xp .*/h$"
matches "rw-p .*/h$"
lacks 'rwxp'
first=$(readelf -lW h | awk '$1=="LOAD"{print $3; exit}' | sed 's/^0x0*//')
matches "^0*$first-"
