package main

func main() {
	a := 1
	a = a +
	a = * / a
	a =
	a ++ 1
	a + = 2
	++a
}
