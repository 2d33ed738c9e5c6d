# B05: args: argc, argv and the page size of the auxiliary vector
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
[ "$(field args pagesz)" = "$(getconf PAGESIZE)" ] || fail "$out"
cat >ps.go <<'GO'
package main

import (
	"fmt"
	"os"
)

func main() {
	s := make([]int, 0)
	for i := 0; i < 100000; i++ {
		s = append(s, i)
	}
	fmt.Println(os.Getpagesize(), len(s), os.Args[1:])
}
GO
builds -o ps ps.go
run $EMU ./ps a b
equals "$(getconf PAGESIZE) 100000 [a b]"
# pages of 64 KB, which only arm64 has
[ -n "$EMU" ] || exit 0
run env GODEBUG=boottrace=1 $EMU -p 65536 ./ps
[ "$(field args pagesz)" = 65536 ] || fail "$out"
matches '^65536 100000 '
