// Re-panicking the recovered value: same value again and again, then out of the program.
package main

import "fmt"

type trace struct {
	path []string
	err  error
}

func (t *trace) Error() string { return fmt.Sprint(t.path, " ", t.err) }

func guard(name string, f func()) {
	defer func() {
		switch r := recover().(type) {
		case nil:
		case *trace:
			r.path = append(r.path, name)
			panic(r)
		case error:
			panic(&trace{[]string{name}, r})
		default:
			panic(r)
		}
	}()
	f()
}

func deep(n int) {
	guard(fmt.Sprint("g", n), func() {
		if n == 0 {
			var a [3]int
			i := 3
			a[i%4]++
		}
		deep(n - 1)
	})
}

func count(n int) (c int) {
	defer func() {
		if r := recover(); r != nil {
			c = r.(int) + 1
			if n > 0 {
				panic(c)
			}
		}
	}()
	if n == 50 {
		panic(0)
	}
	return count(n + 1)
}

func main() {
	fmt.Println(count(0))
	func() {
		defer func() { fmt.Println(recover()) }()
		deep(6)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		guard("str", func() { panic("plain") })
	}()
	deep(2)
}
