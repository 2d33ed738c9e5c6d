// Inlined functions that only panic leave blocks that nothing reaches.
package main

type V interface{ m() }
type Null struct{}
type Bool bool

func (Null) m() {}
func (Bool) m() {}

type reader struct {
	s   string
	pos int
}

func (r *reader) fail(want string) { panic(want) }
func (r *reader) word(w string, v V) V {
	if len(r.s) < 3 {
		r.fail(w)
	}
	r.pos += len(w)
	return v
}
func (r *reader) value() V {
	if r.pos == len(r.s) {
		r.fail("a value")
	}
	switch c := r.s[r.pos]; c {
	case 'n':
		return r.word("null", Null{})
	case 't':
		return r.word("true", Bool(true))
	}
	r.fail("a number")
	return nil
}
func main() {
	r := &reader{s: "null"}
	v := r.value()
	println(v == Null{}, r.pos)
}
