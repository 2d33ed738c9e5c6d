// The first goroutine has ended, another one waits for ever.
package main

import "runtime"

func main() {
	go func() { select {} }()
	defer println("leaving")
	runtime.Goexit()
}
