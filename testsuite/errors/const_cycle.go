package main

const a = b + 1
const b = c
const c = a
const d = d

type T [len(v)]int

var v T

func main() {}
