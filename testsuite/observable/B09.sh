# B09: stackinit: first segments come from slabs, large ones are mapped and unmapped on their own
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >hi.go <<'GO'
package main

import "runtime"

func stacks() int {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.StackSys)
}

//go:noinline
func deep(n int) int {
	var a [1000]byte
	if n == 0 {
		return stacks()
	}
	a[n%1000] = 1
	return deep(n-1) + int(a[(n+1)%1000])
}

func main() {
	c, end := make(chan int), make(chan int)
	before := stacks()
	for range 1024 {
		go func() {
			c <- 1
			<-end
		}()
		<-c
	}
	println("first", stacks()-before)
	before = stacks()
	go func() {
		c <- deep(5000)
		<-end
	}()
	most := <-c - before
	println("deep", most, "mapped", most-(stacks()-before))
}
GO
boottrace
first=$(field stackinit first) slab=$(field stackinit slab) mapped=$(field stackinit mapped)
[ "$first" = 8192 ] || fail "$out"
[ "$slab" -gt 8192 ] || fail "$out"
[ "$(field stackinit max)" = 1000000000 ] || fail "$out"
# what 1024 goroutines take is a number of slabs
n=$(echo "$out" | awk '$1 == "first" { print $2 }')
[ $((n % slab)) = 0 ] && [ "$n" -ge $((1024 * first)) ] && [ "$n" -le $((1024 * first + 2 * slab)) ] || fail "$n bytes: $out"
# a recursion over 5 MB: what it had mapped has gone when it is over
n=$(echo "$out" | awk '$1 == "deep" { print $2 }') back=$(echo "$out" | awk '$1 == "deep" { print $4 }')
[ "$n" -ge 5000000 ] && [ "$back" -ge "$mapped" ] && [ $((n - back)) -lt "$mapped" ] || fail "$out"
