package main

func main() {
	_ = len(1)
	_ = len()
	_ = len("a", "b")
	_ = cap("abc")
	_ = cap(map[int]int{})
	len("a")
	var p *[3]int
	_ = len(p)
	_ = len(*p, 1)
	_ = len
	_ = cap(nil)
}
