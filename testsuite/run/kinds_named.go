// Types that are only compared with or asserted to: the texts of failed assertions, maps that nothing prints.
package main

import (
	"errors"
	"fmt"
)

type speed float64

type fast interface{ Speed() speed }

type key struct {
	name string
	at   any
	f    float64
}

type failure struct{ v speed }

func (f failure) Error() string { return "failure" }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var x any = "text"
	try(func() { println(x.(speed)) })
	try(func() { x.(fast).Speed() })
	try(func() { println(len(x.(map[speed]key))) })
	x = nil
	try(func() { println(x.(speed)) })
	m := map[key]int{}
	m[key{"a", 1, 2}] = 3
	m[key{"a", "1", 2}]++
	m[key{"a", 1, 2}]++
	fmt.Println(len(m), m[key{"a", 1, 2}], m[key{"a", 1, 2.5}])
	try(func() { m[key{at: []int{}}] = 1 })
	var f failure
	fmt.Println(errors.As(fmt.Errorf("x: %w", errors.New("y")), &f))
	c := make(chan speed, 1)
	c <- 2
	fmt.Println(len(c), <-c > 1)
}
