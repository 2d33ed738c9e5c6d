package main

func main() {
	var a []int
	_ = a[]
	_ = a[1
	_ = a[1 2]
	_ = a[1:2:]
	_ = a[1::3]
	_ = a[::]
}
