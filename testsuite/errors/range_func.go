package main

func main() {
	for range func() {} {
	}
	for range func(int) {} {
	}
	for range func(yield func() bool) int { return 0 } {
	}
	for range func(yield func()) {} {
	}
	for range func(yield func(a, b, c int) bool) {} {
	}
	for i := range func(yield func() bool) {} {
		_ = i
	}
	for i, j := range func(yield func(int) bool) {} {
		_, _ = i, j
	}
	type boolean bool
	for range func(yield func() boolean) {} {
	}
}
