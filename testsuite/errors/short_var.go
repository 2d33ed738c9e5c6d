package main

func main() {
	a := 1
	a := 2
	a, a := 3, 4
	b, a := 5, 6
	_ := 7
	_, _ := 8, 9
	a.x, c := 1, 2
	nothing := nil
	var f func()
	f, f2 := nil, 1
	_, _ = b, f
}
