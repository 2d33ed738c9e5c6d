// An uncaught error value: its text is printed after deferred calls have run, and the exit status is 2.
package main

import (
	"errors"
	"fmt"
	"os"
)

type opError struct {
	op  string
	err error
}

func (e opError) Error() string { return e.op + ": " + e.err.Error() }
func (e opError) Unwrap() error { return e.err }

var errBase = errors.New("base")

func work(depth int) (err error) {
	defer func() {
		if err != nil {
			err = opError{fmt.Sprint("depth ", depth), err}
		}
	}()
	if depth == 3 {
		return errBase
	}
	return work(depth + 1)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func value(fail bool) (int, error) {
	if fail {
		return 0, work(0)
	}
	return 42, nil
}

func main() {
	defer fmt.Fprintln(os.Stderr, "deferred to stderr")
	defer func() {
		r := recover()
		err, _ := r.(error)
		var oe opError
		fmt.Println(errors.Is(err, errBase), errors.As(err, &oe), oe.op)
		panic(r)
	}()
	fmt.Println(must(value(false)))
	fmt.Println(must(value(true)))
	fmt.Println("not reached")
}
