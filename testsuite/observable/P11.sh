# P11: the text of SSA, and that it reads back to itself
. "$SRCDIR/testsuite/observable/lib.sh"
add_program >p.go
run "$MINIGO" build -gcflags=-d=ssa=add -o p p.go
expect 0
phase start
matches '^b1: ← b0$'
matches '^  v[0-9]+ = Add64 <int> v[0-9]+ v[0-9]+$'
matches '^  Ret <int> v[0-9]+$'
cat >q.go <<'GO'
package main

type T struct {
	name string
	next *T
}

func walk(t *T, f func(string) bool) (n int, err error) {
	for ; t != nil; t = t.next {
		switch {
		case t.name == "stop":
			return n, nil
		case f(t.name):
			n++
		}
	}
	defer func() { n *= 2 }()
	m := map[string][]int{"a": {1, 2}}
	for k, v := range m {
		n += len(k) + v[0]
	}
	return
}

func main() { println(walk(&T{name: "x"}, func(s string) bool { return s != "" })) }
GO
"$MINIGO" build -gcflags=-d=ssa=walk -o q q.go >all 2>&1 || fail 'build'
for p in start opt escape 'late opt' lower; do
	out=$(cat all)
	phase "$p"
	echo "$out" >one.ssa
	"$MINIGO" tool ssaparse one.ssa >back.ssa 2>err || fail "$p: ssaparse: $(head -3 err)"
	cmp -s one.ssa back.ssa || fail "$p: reads back to something else: $(diff one.ssa back.ssa | head -5)"
done
