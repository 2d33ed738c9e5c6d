package main

func main() {
	if var x = 1; x == 1 {
	}
	switch var y = 1; y {
	}
	for var z = 0; z < 10; z++ {
	}
}
