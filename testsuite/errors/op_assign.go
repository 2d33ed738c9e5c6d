package main

func main() {
	i, s, b := 1, "", true
	i += "x"
	s += 1
	s -= "y"
	b++
	s--
	i <<= 1.5
	i %= 2.0
	f := 1.5
	f %= 2
}
