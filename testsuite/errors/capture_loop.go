package main

func main() {
	var fs []func() int
	for i := 0; i < 3; i++ {
		fs = append(fs, func() int { return i })
	}
	for i := range 3 {
		fs = append(fs, func() string { return i })
	}
	x := 0
	func() {
		x := 1
	}()
	defer func() { y = 1 }()
}
