package main

func 1() {
}

func (t T) () {
}

func main() {
}
