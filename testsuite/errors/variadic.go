package main

func v(a int, b ...string) {}

func main() {
	v()
	v(1)
	v(1, "a", "b")
	v(1, 2)
	v(1, []string{}...)
	v(1, "a", []string{}...)
	v(1, []int{}...)
	v([]string{}...)
	println([]any{}...)
}
