package main

import (
	"errors"
	"fmt"
	"os"
)

type myErr struct{}

func (myErr) Error() int { return 1 }

type okErr struct{}

func (*okErr) Error() string { return "" }

func run() error {
	if true {
		return myErr{}
	}
	if true {
		return okErr{}
	}
	return &okErr{}
}

func main() {
	err := run()
	if err != nil {
		err := fmt.Errorf("%w", err)
	}
	f, err := os.Open("x")
	errors.New(1)
	var e *okErr
	if errors.As(err, &e) {
		e.Foo()
	}
	return err
}
