// recover, deferred functions with loops over functions inside, panics crossing iterators.
package main

import "fmt"

func seq(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func guarded(n int, out *[]string) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			stop := func() (stop bool) {
				defer func() {
					if r := recover(); r != nil {
						*out = append(*out, fmt.Sprint("iterator saw ", r))
						panic(fmt.Sprint("re-", r))
					}
				}()
				return !yield(i)
			}()
			if stop {
				return
			}
		}
	}
}

func crossing() (out []string) {
	defer func() { out = append(out, fmt.Sprint("end: ", recover())) }()
	for i := range guarded(4, &out) {
		out = append(out, fmt.Sprint("body ", i))
		if i == 1 {
			panic("body")
		}
	}
	return
}

func inDeferred() (res []int) {
	defer func() {
		for i := range seq(3) {
			if i == 1 {
				continue
			}
			res = append(res, i)
		}
		recover()
	}()
	panic("x")
}

func deferLoop() (s string) {
	defer func() { s += fmt.Sprint(recover()) }()
	func() {
		defer func() {
			s += fmt.Sprint("[", recover(), "]")
			for i := range seq(5) {
				defer func() { s += fmt.Sprint(i) }()
				if i == 3 {
					panic("from deferred loop ")
				}
			}
		}()
		panic("first")
	}()
	return s
}

func resultsSet(n int) (a int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("caught %v with a=%d", r, a)
			a = -a
		}
	}()
	for i := range seq(n) {
		a += i
		if i == 4 {
			var m map[string]int
			m["x"] = a
		}
		if i == n-2 && n == 3 {
			return 50, nil
		}
	}
	return a * 10, nil
}

func each(f func(int)) {
	for i := range seq(3) {
		func() {
			defer func() {
				if r := recover(); r != nil {
					fmt.Println("each", i, r)
				}
			}()
			f(i)
		}()
	}
}

func main() {
	for _, s := range crossing() {
		fmt.Println(s)
	}
	fmt.Println(inDeferred())
	fmt.Println(deferLoop())
	for n := range 7 {
		fmt.Println(resultsSet(n))
	}
	each(func(i int) {
		for j := range seq(i + 1) {
			defer func() {
				if j == 0 {
					panic(fmt.Sprint("j0 i", i))
				}
			}()
			_ = []int{1, 2}[j]
		}
	})
}
