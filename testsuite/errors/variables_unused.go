package main

func f() (int, error) { return 0, nil }

func main() {
	a := 1
	var b int
	c, d := f()
	_ = d
	var e = func() { g := 2 }
	for i, v := range []int{} {
	}
	if h, err := f(); err != nil {
	}
	switch k := any(a).(type) {
	case int:
	}
	b = 2
	var m struct{ x int }
	m.x = 1
	p := &b
	const unusedConst = 1
	type unusedType int
	func() { q := 1; q++ }()
}
