package main

func f(p int) (r int) {
	a := 1
	var b, c int
	c = 2
	d := func() { e := 3 }
	for i := 0; ; {
	}
	for k, v := range []int{} {
	}
	if g := 1; true {
	}
	switch h := 1; {
	}
	return
}

func main() {
	var x int
	func() { x = 1 }()
	const unused = 1
	type T int
}
