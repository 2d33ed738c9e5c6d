# P12: the verifier after every phase: single definition, dominance
. "$SRCDIR/testsuite/observable/lib.sh"
add_program >p.go
run "$MINIGO" build -a -gcflags=-d=ssa/check -o p p.go
expect 0
printf 'func main.f(int) int {\nb0:\n  v0 = Param <int> [0]\n  v1 = Add64 <int> v0 v2\n  v2 = Add64 <int> v0 v0\n  Ret <int> v1\n}\n' >late.ssa
run "$MINIGO" tool ssaparse late.ssa
[ "$status" != 0 ] || fail "a use before its definition passes: $out"
printf 'func main.f(int) int {\nb0:\n  v0 = Param <int> [0]\n  v1 = Add64 <int> v0 v0\n  v1 = Add64 <int> v0 v0\n  Ret <int> v1\n}\n' >twice.ssa
run "$MINIGO" tool ssaparse twice.ssa
[ "$status" != 0 ] || fail "a second definition passes: $out"
