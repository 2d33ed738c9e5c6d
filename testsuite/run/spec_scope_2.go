// Blocks: loop variables per iteration, labels' own scope, method scope.
package main

import "fmt"

type Shape struct{ shape string }

func (shape Shape) Shape() string { return shape.shape }

func loops() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { i += 10; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), " ", f(), " ")
	}
	fmt.Println()
	var ps []*int
	for i, v := range []int{7, 8, 9} {
		v += i
		ps = append(ps, &v)
	}
	for _, p := range ps {
		fmt.Print(*p, " ")
	}
	fmt.Println()
	var gs []func()
	for i := 0; i < 6; i++ {
		gs = append(gs, func() { fmt.Print(i, " ") })
		i++
	}
	for _, g := range gs {
		g()
	}
	fmt.Println()
}

func labels() {
	i := 0
i:
	for i < 5 {
		i++
		switch i {
		case 2:
			continue i
		case 4:
			break i
		}
		fmt.Print("i", i, " ")
	}
	fmt.Println(i)
}

func mutual(n int) bool {
	if n == 0 {
		return true
	}
	return odd(n - 1)
}

func odd(n int) bool {
	if n == 0 {
		return false
	}
	return mutual(n - 1)
}

func named() (r int) {
	{
		r := 5
		_ = r
	}
	defer func() { r *= 2 }()
	r = 21
	return r
}

func main() {
	loops()
	labels()
	fmt.Println(mutual(10), odd(10), named(), Shape{"sq"}.Shape())
	var late = func() int { return lateVar }
	fmt.Println(late())
	type local struct{ next *local }
	l := local{&local{}}
	fmt.Println(l.next.next == nil)
	var _, y = 1, 2
	for y := y; y < 4; y++ {
		defer func() { fmt.Println("deferred", y) }()
	}
	_ = func(int, string) {}
	{
		goto done
	}
done:
	fmt.Println("done", y)
}

var lateVar = initLate()

func initLate() int { return 77 }
