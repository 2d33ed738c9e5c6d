// A panic in the Error method of a panic's value ends the program at once.
package main

import "fmt"

type bad struct{}

func (bad) Error() string { panic("inside Error") }

func main() {
	defer fmt.Println("deferred")
	panic(bad{})
}
