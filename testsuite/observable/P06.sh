# P06: -l and -l=0 disable inlining
. "$SRCDIR/testsuite/observable/lib.sh"
printf 'package main\n\nfunc add(a, b int) int {\n\treturn a + b\n}\n\nvar x = 3\n\nfunc main() {\n\tprintln(add(x, 2))\n}\n' >p.go
for flag in -l -l=0; do
	run "$MINIGO" build -gcflags="-S $flag" -o p p.go; expect 0
	matches 'call.*main\.add'
done
run "$MINIGO" build -gcflags=-S -o p p.go; expect 0
echo "$out" | grep -Eq 'call.*main\.add' && fail 'add is not inlined'
exit 0
