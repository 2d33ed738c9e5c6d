package main

type I interface{ m() }
type S struct{ a int }
type S2 struct {
	a int `tag`
}
type S3 struct{ b int }

func main() {
	var i int
	var f float64
	var s string
	var b []byte
	var p *int
	var st S
	_ = string(i)
	_ = string(f)
	_ = int(s)
	_ = []byte(s)
	_ = []int(s)
	_ = string(b)
	_ = float64(i)
	_ = bool(i)
	_ = int(true)
	_ = (*string)(p)
	_ = S2(st)
	_ = S3(st)
	_ = I(st)
	_ = [2]byte(b)
	_ = [2]int(b)
	_ = int(i, i)
	_ = int()
	_ = complex128(f)
	_ = uint8(1.5)
	_ = nil(1)
	_ = func()(nil)
}
