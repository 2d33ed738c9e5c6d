package main

import ""
import "a!"
import `a b`
import "/abs"
import "x\\y"

func main() {}
