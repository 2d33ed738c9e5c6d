# E10: arguments, environment, page size
. "$SRCDIR/testsuite/observable/lib.sh"
cat >args.go <<'GO'
package main

import (
	"fmt"
	"os"
)

func main() {
	for _, a := range os.Args[1:] {
		if len(a) > 100 {
			fmt.Println("long", len(a))
		} else {
			fmt.Printf("%q\n", a)
		}
	}
	fmt.Println(len(os.Args), os.Getenv("ODD"), len(os.Environ()) > 0, os.Getpagesize())
}
GO
builds -o h args.go
long=$(head -c 100000 /dev/zero | tr '\0' x)
run env ODD='a=b' ./h '' "$long" "$(printf '\377\376')"
expect 0
equals "\"\"
long 100000
\"\\xff\\xfe\"
4 a=b true $(getconf PAGESIZE)"
