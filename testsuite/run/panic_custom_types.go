// Uncaught panic with a value that is neither error nor Stringer: printed by its basic kind or as an address.
package main

import "fmt"

type code uint16
type msg string
type pt struct{ x, y int }

func catch(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return
}

func raise[T any](v T) { panic(v) }

func sum(vs ...any) (n int) {
	for _, v := range vs {
		switch v := v.(type) {
		case code:
			n += int(v)
		case msg:
			n += len(v)
		case pt:
			n += v.x * v.y
		case *pt:
			n += v.x - v.y
		case error:
			n += 1000
		case [3]int8:
			n += int(v[0])
		case func() int:
			n += v()
		case nil:
			n += 1
		default:
			n += 5000
		}
	}
	return
}

func main() {
	var got []any
	for _, f := range []func(){
		func() { raise(code(7)) },
		func() { raise(msg("hello")) },
		func() { raise(pt{3, 4}) },
		func() { raise(&pt{3, 4}) },
		func() { raise([3]int8{9}) },
		func() { raise(func() int { return 50 }) },
		func() { raise[error](nil) },
		func() { raise(1 + 2i) },
		func() { var a []int; _ = a[len(got)] },
	} {
		got = append(got, catch(f))
	}
	fmt.Println(len(got), sum(got...))
	for _, g := range got[:3] {
		fmt.Printf("%T %v\n", g, g)
	}
	_, isErr := got[6].(error)
	fmt.Println(isErr, got[6])
	defer func() {
		defer println("printed between")
		recover()
		panic(msg("named \"string\" type"))
	}()
	panic(code(65535))
}
