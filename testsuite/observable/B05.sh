# B05: args: argc, argv and the page size of the auxiliary vector
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
boottrace amd64
[ "$(field args pagesz)" = "$(getconf PAGESIZE)" ] || fail "$out"
boottrace arm64
[ "$(field args pagesz)" -ge 4096 ] || fail "$out"
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
	fmt.Println(os.Getpagesize(), len(s))
}
GO
[ -n "$QEMU" ] || exit 0
run env GOARCH=arm64 "$MINIGO" build -o ps ps.go
run "$QEMU" -p 65536 ./ps
matches '^(4096|65536) 100000$'        # what qemu says the page size is
