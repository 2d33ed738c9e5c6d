package main

func main() {
}

var a = 'a