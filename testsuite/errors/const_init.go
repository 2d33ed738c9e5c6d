package main

func f() int { return 1 }

const a = f()
const b = len("abc")
const c = len([]int{1})
const d = len([3]int{})
const e []int = nil
const g = nil
const h int
const i, j = 1
const k = 1, 2

var v = 3

const l = v

func main() {}
