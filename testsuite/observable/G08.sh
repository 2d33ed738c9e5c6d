# G08: panics go through the defers; nested and recovered ones are printed, exit status 2
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >p.go <<'GO'
package main

func main() {
	defer func() {
		defer func() {
			recover()
			panic("C")
		}()
		panic("B")
	}()
	panic("A")
}
GO
builds -o p p.go
run $EMU ./p
expect 2
out=$(echo "$out" | sed '/^$/,$d')
equals 'panic: A
	panic: B [recovered]
	panic: C'
printf 'package main\n\nfunc main() {\n\tdefer func() { panic("B") }()\n\tpanic("A")\n}\n' >q.go
builds -o q q.go
run $EMU ./q
expect 2
contains 'panic: A
	panic: B'
contains 'goroutine 1 [running]:'
