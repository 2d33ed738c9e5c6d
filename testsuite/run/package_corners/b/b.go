package b

import "corners/a"

type T struct{ a.T }

func (T) m() { println("b.m") }

type Both interface {
	m()
	a.I
}

func One(i interface{ m() }) { i.m() }

func Two(i Both) { i.m(); a.Call(i) }

func init() { println("init b") }
