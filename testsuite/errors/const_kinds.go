package main

const s = "a" + 1
const b = !1
const c = -"x"
const d = true + false
const e = "a" < 1
const f = ^1.5
const g = 1.5 % 2
const h = 1.5 | 2
const i = 'a' + "b"
const ok = "a" + "b"

func main() {}
