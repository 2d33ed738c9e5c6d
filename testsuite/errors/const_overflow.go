package main

const big = 1 << 64
const neg uint = -1
const b byte = 256
const i8 int8 = 128
const f float32 = 1e40
const div = 1 / 0
const shl = 1 << -1
const fl int = 1.5

var x int = big
var y = big
var z = 'a' << 60
var w uint8 = 255 + 1

func main() {}
