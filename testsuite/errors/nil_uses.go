package main

type T struct{}

func f(T)      {}
func g(*T)     {}
func h(x ...any) {}

func main() {
	var i int = nil
	var s string = nil
	var p *int = nil
	var e error = nil
	f(nil)
	g(nil)
	h(nil, nil)
	x := nil
	var y = nil
	_ = nil
	_, _, _, _ = i, s, p, e
	if nil {
	}
	nil()
	_ = []int{nil}
	_ = map[string]*int{"a": nil, nil: nil}
	_ = nil.(int)
	for range nil {
	}
	_ = -nil
	_ = len(nil)
	return nil
}
