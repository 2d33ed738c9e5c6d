package main

type P struct {
	X int
	y string
}
type Q struct{ *P }
type R struct{ Q }

func main() {
	var p P
	var r R
	_ = p.Z
	_ = p.x
	_ = p.Y
	_ = r.X
	_ = r.P.y
	_ = r.Q.Z
	p.X = "a"
	p.y = 1
	_ = p.X.foo
	_ = P.X
	p._ = 1
	_ = (&p).X
	pp := &p
	ppp := &pp
	_ = ppp.X
	_ = pp.X.Y
	var s struct{ a, b int; a string }
	_ = s
	_ = main.x
}
