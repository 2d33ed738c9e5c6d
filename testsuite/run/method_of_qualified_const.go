package main

import "os"
import "time"

func main() {
	println(time.Second.String(), os.ModeDir.IsDir())
	var x any = time.Second
	println(x.(time.Duration) == time.Second)
}
