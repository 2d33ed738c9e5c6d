package a

type T struct{}

func (T) m() { println("a.m") }

type I interface{ m() }

func Call(i I) { i.m() }

type Level uint8

const Low Level = 1

func (l Level) String() string { return [...]string{"none", "low"}[l] }

var X any = struct{ x int }{}

var name string

func init() { println("init a"); name = "a" }

func Name() string { return name }
