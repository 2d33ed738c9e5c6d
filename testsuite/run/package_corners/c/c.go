package c

func init() { println("init c") }
