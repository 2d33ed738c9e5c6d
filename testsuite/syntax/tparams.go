package main

func f[]() {
}

func g[P]() {
}

func h[P any Q any]() {
}

var x = func[P any](p P) {}

type T[P any, Q] int

func main() {
}
