// Values that differ in type only: tags ignored, named functions, channels of one direction, method sets gained and lost by conversion.
package main

import "fmt"

type A struct {
	X int `a:"1"`
	Y []B `b:"2"`
	F func() int
}
type B struct{ n int8 }
type C struct {
	X int
	Y []B
	F func() int `other:"tag"`
}
type Celsius float64
type Fahrenheit float64
type Temp interface{ String() string }
type Gen func(int) Gen2
type Gen2 func(string) string
type Ints []int
type Sorted Ints
type Chan chan int
type Sender chan<- int

func (c Celsius) String() string          { return fmt.Sprintf("%.1fC", float64(c)) }
func (f Fahrenheit) String() string       { return fmt.Sprintf("%.1fF", float64(f)) }
func (s Sorted) Max() int                 { return s[len(s)-1] }
func (s Ints) Len() int                   { return len(s) }
func (s Sender) Put(x int) Sender         { s <- x; return s }
func (c A) Sum() int                      { return c.X + len(c.Y) + c.F() }
func (c *C) Twice()                       { c.X *= 2 }
func (g Gen) Both(n int, s string) string { return g(n)(s) }

func main() {
	a := A{1, []B{{2}}, func() int { return 10 }}
	c := C(a)
	(&c).Twice()
	(*C)(&a).Twice()
	fmt.Println(a.Sum(), A(c).Sum(), c.X, a.X, len(C(a).Y))
	a.Y[0].n++
	fmt.Println(c.Y[0].n, struct {
		X int
		Y []B
		F func() int
	}(a).Y[0].n, (*struct {
		X int
		Y []B
		F func() int
	})(&c).X)
	temps := []Temp{Celsius(100), Fahrenheit(Celsius(100)*9/5 + 32), Celsius(Fahrenheit(32)-32) * 5 / 9}
	for _, t := range temps {
		fmt.Print(t, " ")
		switch t := t.(type) {
		case Celsius:
			fmt.Print(float64(t)+273.15, " ")
		case Fahrenheit:
			fmt.Print(int(t), " ")
		}
	}
	fmt.Println(temps[0] == Temp(Celsius(100)), any(Celsius(1)) == any(Fahrenheit(1)))
	s := Sorted(Ints{1, 2, 9})
	fmt.Println(s.Max(), Ints(s).Len(), Sorted([]int(Ints(s)[:2])).Max())
	ch := Chan(make(chan int, 3))
	send := Sender((chan int)(ch))
	send.Put(1).Put(2)
	var r <-chan int = ch
	fmt.Println(<-r, <-ch, len((chan int)(ch)), cap(send))
	g := Gen(func(n int) Gen2 { return func(s string) string { return fmt.Sprint(s, n) } })
	fmt.Println(g.Both(3, "x"), (func(int) Gen2)(g)(4)("y"), Gen2(func(s string) string { return s + s })("z"))
	var e1 any = Ints{1}
	_, ok1 := e1.([]int)
	_, ok2 := any([]int(e1.(Ints))).([]int)
	_, ok3 := e1.(interface{ Max() int })
	_, ok4 := any(Sorted(e1.(Ints))).(interface{ Max() int })
	fmt.Println(ok1, ok2, ok3, ok4)
}
