// Programs with one goroutine, which sleeps: no go statement brings the scheduler, the timers have to.
package main

import "time"

func main() {
	println("before")
	time.Sleep(20 * time.Millisecond)
	println("after")
}
