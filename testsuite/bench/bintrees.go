// Binary trees: allocation of small objects with pointers, most of which die young, beside one long-lived tree.
package main

type tree struct{ left, right *tree }

func bottomUp(depth int) *tree {
	if depth <= 0 {
		return &tree{}
	}
	return &tree{bottomUp(depth - 1), bottomUp(depth - 1)}
}

func (t *tree) check() int {
	if t.left == nil {
		return 1
	}
	return 1 + t.left.check() + t.right.check()
}

func main() {
	const minDepth, maxDepth = 4, 20
	println("stretch", bottomUp(maxDepth+1).check())
	long := bottomUp(maxDepth)
	for d := minDepth; d <= maxDepth; d += 4 {
		n, sum := 1<<(maxDepth-d+minDepth), 0
		for i := 0; i < n; i++ {
			sum += bottomUp(d).check()
		}
		println(n, d, sum)
	}
	println("long", long.check())
}
