// Conversions: strings with bytes and runes, slices to arrays and array pointers, named types, functions, channels, structs, constants.
package main

import "fmt"

type (
	Str   string
	Bytes []byte
	Rune  rune
	Runes []Rune
	MyB   byte
	MyBs  []MyB
	Arr   [3]int
	Sl    []int
	P1    struct {
		X, Y int `a:"1"`
	}
	P2  struct{ X, Y int }
	Fn  func(int) string
	Ch  chan int
	M   map[string]Sl
	Ptr *P1
	Int int
)

func (s Str) Len() int    { return len(s) }
func (f Fn) Call() string { return f(7) }

func try(name string, f func()) {
	defer func() { fmt.Println(name, recover()) }()
	f()
}

func toArrays(s []int) []any {
	a := [3]int(s)
	p := (*[3]int)(s)
	b := Arr(s[1:])
	q := (*Arr)(s)
	s[0] = 100
	p[1] = 200
	q[2] = 300
	z := [0]int(s)
	zp := (*[0]int)(s[:0])
	return []any{a, *p, b, *q, z, zp != nil, (*[0]int)(nil) == nil, (*[0]int)(Sl(nil)) == nil, (*[0]int)(Sl{}) == nil, [2]int(s) == [2]int(a[:2]), Arr(a) == a}
}

func generic[To ~[]byte | ~string, From ~[]byte | ~string](f From) To { return To(f) }

func nums[T ~int | ~float64 | ~uint8](x T) []any {
	return []any{int(x), float32(x), uint8(x), Int(x), T(65), rune(x)}
}

func main() {
	s := "héllo\xff世"
	b, r := []byte(s), []rune(s)
	fmt.Println(b, r, Bytes(s), Runes(s), MyBs(s)[:2], string(b[:3]), string(r[1:3]), string(Runes(r2(r))), string(MyBs{72, 105}), Str(b[:1])+Str(r[1]))
	b[0], r[0] = 'X', 'Y'
	fmt.Printf("%q %q %q %x %v\n", s, string(b), string(r), Str(s), []byte(string(r)))
	fmt.Printf("%q %q %q %q %q %q\n", string(rune(0x4e16)), string(rune(-1)), string(rune(0xd800)), string(Rune('x')), string(rune(0x10ffff)), string([]rune{0x110000, 0}))
	fmt.Println(toArrays([]int{1, 2, 3, 4})...)
	try("short", func() { _ = [5]int([]int{1}) })
	try("short pointer", func() { _ = (*Arr)(Sl{1, 2}) })
	try("nil", func() { _ = [1]int(Sl(nil)) })
	try("cap is no help", func() { _ = [2]int(make([]int, 1, 5)) })
	p := P2(P1{1, 2})
	pp := (*P2)(&P1{3, 4})
	pp.X++
	ptr := Ptr(&P1{5, 6})
	ptr.Y++
	anon := struct{ X, Y int }(p)
	fmt.Println(p, *pp, (*P1)(ptr).Y, anon, P1(anon) == P1(p), (*struct{ X, Y int })(pp).Y)
	f := Fn(func(i int) string { return fmt.Sprint("f", i) })
	g := (func(int) string)(f)
	c := Ch(make(chan int, 1))
	(chan<- int)(c) <- 5
	fmt.Println(f.Call(), Fn(g).Call(), <-(<-chan int)(c), M(map[string]Sl{"a": {1}})["a"], Sl([]int(nil)) == nil, Str("abc").Len(), any(Str("x")) == any("x"))
	fmt.Println(generic[string]([]byte("bs")), generic[Bytes]("str"), generic[[]byte](Str("q")), generic[Str](Bytes("z")).Len())
	fmt.Println(nums(66)...)
	fmt.Println(nums(3.99)...)
	fmt.Println(nums(MyB(200))...)
	const k = Str("const") + "!"
	const n = Int(len(k)) * 2.0
	x := map[Str]int{k: int(n)}
	fmt.Println(x[Str([]byte{'c', 'o', 'n', 's', 't', '!'})], string(k[0]), float32(1)/3, Int(3.0), []byte("lit")[1], uint8(Rune('a')), complex64(3), []rune("")[:0] == nil, []byte("") == nil, string([]byte(nil)) == "")
	e := interface{ Len() int }(Str("four"))
	fmt.Println(any(e).(Str), error(nil) == nil, (func())(nil) == nil, (*int)(nil) == nil, any((*int)(nil)) == nil, []byte(nil) == nil, struct{}(struct{}{}) == struct{}{})
}

func r2(r []rune) (out Runes) {
	for _, x := range r {
		out = append(out, Rune(x))
	}
	return
}
