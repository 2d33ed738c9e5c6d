// A func value in a variable that only the back end sees through: the call keeps its arguments.
package main

type node struct {
	k           string
	v           int
	left, right *node
}

type tree struct {
	root *node
	cmp  func(a, b string) int
}

func (t *tree) put(k string, v int) {
	p := &t.root
	for *p != nil {
		c := t.cmp(k, (*p).k)
		switch {
		case c < 0:
			p = &(*p).left
		case c > 0:
			p = &(*p).right
		default:
			(*p).v = v
			return
		}
	}
	*p = &node{k: k, v: v}
}

func main() {
	t := &tree{cmp: func(a, b string) int {
		if a < b {
			return -1
		} else if a > b {
			return 1
		}
		return 0
	}}
	for i, w := range []string{"b", "a", "c", "a"} {
		t.put(w, i)
	}
	println(t.root.k, t.root.left.k, t.root.left.v, t.root.right.k)
}
