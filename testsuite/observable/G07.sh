# G07: defers run last first, in loops too, and change named results
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >d.go <<'GO'
package main

func named() (n int) {
	defer func() { n *= 10 }()
	defer func() { n++ }()
	return 4
}

func loop(k int) {
	for i := 0; i < k; i++ {
		defer print(i, " ")
	}
	print("loop ")
}

func args() {
	x := 1
	defer println("deferred with", x)
	x = 2
	println("now", x)
}

func main() {
	println(named())
	loop(5)
	println()
	args()
	func() {
		defer func() { println("recovered", recover().(string)) }()
		defer println("still runs")
		panic("p")
	}()
}
GO
want='50
loop 4 3 2 1 0 
now 2
deferred with 1
still runs
recovered p'
for opt in -O0 -O2; do
	builds $opt -o d d.go
	run $EMU ./d
	expect 0
	equals "$want"
done
