// Recover: where it works, panics in deferred functions, values of panic, Goexit.
package main

import (
	"errors"
	"fmt"
	"runtime"
)

func helper() any { return recover() }

func direct() (r any) {
	defer func() { r = recover() }()
	panic("direct")
}

func viaHelper() (r any) {
	defer func() { r = recover() }()
	defer func() { fmt.Println("helper sees", helper()) }()
	panic("viaHelper")
}

func deferRecover() (s string) {
	defer func() { s = fmt.Sprint("outer ", recover()) }()
	defer helper()
	panic("stopped by deferred helper")
}

type T struct{ s string }

func (t *T) rec() { t.s = fmt.Sprint(recover()) }

func method() *T {
	t := &T{}
	func() {
		defer t.rec()
		panic(3.5)
	}()
	return t
}

func twice() (log []any) {
	defer func() { log = append(log, recover()) }()
	defer func() {
		log = append(log, recover(), recover())
		panic("again")
	}()
	panic("once")
}

func replaced() (r any) {
	defer func() { r = recover() }()
	defer func() { panic("new") }()
	panic("old")
}

func loop() (n int) {
	for i := range 5 {
		func() {
			defer func() {
				if e := recover(); e != nil {
					n += e.(int)
				}
			}()
			if i%2 == 1 {
				panic(i)
			}
		}()
	}
	return
}

func nested() (s string) {
	defer func() {
		s += fmt.Sprint("|", recover())
	}()
	defer func() {
		func() {
			defer func() { s += fmt.Sprint("inner ", recover()) }()
			panic("second")
		}()
	}()
	panic("first")
}

func main() {
	fmt.Println(direct(), viaHelper(), deferRecover(), method().s)
	fmt.Println(twice(), replaced(), loop(), nested())
	done := make(chan int)
	go func() {
		defer close(done)
		defer func() { fmt.Println("goexit recover:", recover()) }()
		runtime.Goexit()
	}()
	<-done
	defer func() {
		r := recover()
		var pe *runtime.PanicNilError
		fmt.Println(errors.As(r.(error), &pe), r)
	}()
	panic(nil)
}
