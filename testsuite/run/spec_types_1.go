// Types: identity, underlying types, size of basic kinds, zero values.
package main

import (
	"fmt"
	"unsafe"
)

type (
	Celsius float64
	Names   []string
	Table   map[string]Names
	Pair    struct {
		A, B int
	}
	Node struct {
		Next *Node
		Val  Pair
	}
	Fn    func(int) Fn
	Alias = Pair
)

func (c Celsius) String() string { return fmt.Sprintf("%.1f°C", float64(c)) }

func kind(v any) string {
	switch v.(type) {
	case Pair:
		return "Pair"
	case struct{ A, B int }:
		return "anonymous"
	case []string:
		return "[]string"
	case Names:
		return "Names"
	case func(int) Fn:
		return "func"
	case Fn:
		return "Fn"
	case chan int:
		return "chan"
	case <-chan int:
		return "recv chan"
	case nil:
		return "nil"
	}
	return fmt.Sprintf("other %T", v)
}

func main() {
	var a Alias = Pair{1, 2}
	fmt.Println(kind(a), kind(struct{ A, B int }{3, 4}))
	fmt.Println(kind([]string{}), kind(Names{}), kind(nil))
	var f Fn
	count := 0
	f = func(i int) Fn { count += i; return f }
	f(1)(2)(3)
	fmt.Println(count, kind(f), kind((func(int) Fn)(f)))
	ch := make(chan int, 1)
	fmt.Println(kind(ch), kind((<-chan int)(ch)), kind(Celsius(3)))
	var n Node
	n.Next = &Node{Val: Pair{5, 6}}
	fmt.Println(n.Val, n.Next.Val, n.Next.Next == nil)
	t := Table{"x": {"a", "b"}}
	t["y"] = append(t["y"], "c")
	fmt.Println(t, len(t["zz"]), Celsius(36.6))
	fmt.Println(unsafe.Sizeof(int8(0)), unsafe.Sizeof(int(0)), unsafe.Sizeof(""), unsafe.Sizeof([]int{}), unsafe.Sizeof(any(0)), unsafe.Sizeof(complex64(0)))
	fmt.Printf("%T %T %T %T\n", a, t, f, [3]*Node{})
	fmt.Printf("%T %T\n", struct {
		X int `k:"v"`
		Celsius
	}{}, func(a int, b ...string) (error, bool) { return nil, false })
}
