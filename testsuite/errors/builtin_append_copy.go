package main

func main() {
	var s []int
	_ = append()
	_ = append(1, 2)
	_ = append(s, "a")
	_ = append(s, s)
	_ = append(s, "abc"...)
	_ = append([]byte("x"), "abc"...)
	_ = append(nil, 1)
	append(s, 1)
	copy(s, "abc")
	copy(s, []string{})
	copy(s)
	copy("a", s)
}
