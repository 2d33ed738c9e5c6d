package main

func main() {
	var s []int
	var b []byte
	var m map[int]int
	s = append(s, "a")
	s = append(s, 1, 2.5)
	s = append()
	s = append(m, 1)
	s = append(1, 2)
	b = append(b, "abc"...)
	s = append(s, "abc"...)
	s = append(s, b...)
	s = append(nil, 1)
	append(s, 1)
	_ = append(s)
	_ = append(s, s)
	copy(s, b)
	copy(b, "abc")
	copy(s, 1)
	copy(m, s)
	copy(s)
	_ = copy
}
