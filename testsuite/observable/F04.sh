# F04: -s -w strip; tracebacks keep file and line
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf
cat >p.go <<'GO'
package main

//go:noinline
func f(s []int, i int) int { return s[i] }

func main() { println(f([]int{1}, 3)) }
GO
builds -ldflags='-s -w' -o h p.go
run readelf -SW h
lacks .symtab
lacks .debug_
run ./h
expect 2
contains 'index out of range [3] with length 1'
contains 'main.f('
contains 'p.go:4'
contains 'p.go:6'
