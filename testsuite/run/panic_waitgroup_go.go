// A panic in WaitGroup.Go ends the program before Wait returns.
package main

import (
	"os"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	wg.Go(func() { panic("in the group") })
	wg.Wait()
	os.Exit(0)
}
