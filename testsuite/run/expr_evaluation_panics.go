// What has happened already when an expression panics in its middle: assignments, appends, sends, deferred calls, results.
package main

import "fmt"

type S struct {
	a, b int
	p    *S
	m    map[string]int
}

var log []string

func do(s string, n int) int { log = append(log, s); return n }
func fail(s string) int      { log = append(log, "fail "+s); panic(s) }

func run(name string, f func()) {
	log = nil
	func() {
		defer func() {
			if r := recover(); r != nil {
				log = append(log, fmt.Sprint("=> ", r))
			}
		}()
		f()
	}()
	fmt.Println(name, log)
}

func result() (n int, s string) {
	defer func() { recover(); s += "!" }()
	n, s = 1, "one"
	n, s = 2, fmt.Sprint(fail("x"))
	return 3, "three"
}

func partial() (arr [4]int) {
	defer func() { recover() }()
	for i := range arr {
		arr[i] = i + 1
		arr[i] = 10 / (2 - i) * arr[i]
	}
	return
}

func retPanics() (r int) {
	defer func() { recover(); r++ }()
	r = 10
	return r * 5 / (r - 10)
}

func main() {
	s := S{a: 1}
	var np *S
	arr := []int{1, 2, 3}
	m := map[string]int{}
	ch := make(chan int, 4)
	zero := 0
	run("assign op", func() { s.a += fail("rhs") })
	run("pair", func() { s.a, s.b = do("l", 5), fail("r") })
	run("third nil", func() { s.a, np.a, s.b = 7, 8, 9 })
	fmt.Println(s.a, s.b)
	run("index after", func() { arr[0], arr[do("i", 1)+9] = 10, do("v", 11) })
	fmt.Println(arr)
	run("append", func() { arr = append(arr, do("x", 4), fail("y")) })
	run("map", func() { m[fmt.Sprint(do("k", 1))] = fail("v") })
	run("map op", func() { m["n"] += 5 / zero })
	run("nested", func() { m["q"] = arr[do("idx", 8)] })
	fmt.Println(len(arr), m)
	run("send", func() { ch <- fail("value") })
	run("send chan", func() { np.chn() <- do("v", 1) })
	run("call", func() { do("outer", do("1", 1)+fail("2")) })
	run("defer", func() { defer do("deferred", do("arg", 1)); fail("body") })
	run("defer arg", func() { defer do("first", 1); defer do("never", fail("arg")) })
	run("method", func() { np.method(do("marg", 1)) })
	run("and or", func() { _ = do("a", 0) == 1 && fail("no") == 1 || do("b", 1) == 1 || fail("no") == 1 })
	run("switch", func() {
		switch do("tag", 1) {
		case fail("case"):
		case do("never", 1):
		}
	})
	run("for", func() {
		for i := do("init", 0); i < 3; i += do("post", 1) {
			if i == 2 {
				_ = arr[i : i-1]
			}
			do("body", i)
		}
	})
	run("range", func() {
		for i, v := range []*S{{a: 1}, nil, {a: 3}} {
			do(fmt.Sprint("el", i), v.a)
		}
	})
	run("literal", func() { _ = S{a: do("fa", 1), b: fail("fb"), m: map[string]int{"x": do("no", 1)}} })
	run("closure", func() { f := func() int { return fail("in f") }; _ = do("before", 1) + f() + do("after", 1) })
	run("conversion", func() { _ = [2]int(arr[:do("n", 1)]) })
	run("assertion", func() { var e any = "s"; do("x", e.(int)+do("y", 1)) })
	fmt.Println(result())
	fmt.Println(partial(), retPanics(), len(ch))
}

func (s *S) chn() chan int { log = append(log, "chn"); return nil2(s) }
func nil2(s *S) chan int   { _ = s.a; return nil }
func (s *S) method(n int)  { log = append(log, "in method"); s.a = n }
func (s S) vmethod(n int)  { log = append(log, "in vmethod") }
