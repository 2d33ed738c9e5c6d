// manyfuncs LINES writes a program of about so many lines as people write them: types with methods, interfaces, generic containers
// and functions with their instances, loops, maps, strings, closures, errors. For measuring compilers: see compile.sh.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

const head = `package main

import (
	"errors"
	"fmt"
	"sort"
	"strings"
)

type number interface {
	~int | ~int32 | ~int64 | ~uint8 | ~float64
}

type list[T any] struct {
	items []T
	index map[string]int
}

func (l *list[T]) add(name string, x T) {
	if l.index == nil {
		l.index = make(map[string]int)
	}
	l.index[name] = len(l.items)
	l.items = append(l.items, x)
}

func (l *list[T]) get(name string) (x T, err error) {
	i, ok := l.index[name]
	if !ok {
		return x, fmt.Errorf("no %s: %w", name, errMissing)
	}
	return l.items[i], nil
}

func transform[T, U any](s []T, f func(T) U) []U {
	r := make([]U, 0, len(s))
	for _, x := range s {
		r = append(r, f(x))
	}
	return r
}

func sum[T number](s []T) (t T) {
	for _, x := range s {
		t += x
	}
	return
}

type shape interface {
	area() float64
	title() string
}

var errMissing = errors.New("missing")

`

// One unit of some 90 lines; NN is its number, TT and UU types that differ from unit to unit.
const unit = `// recordNN is one of many.
type recordNN struct {
	id    int
	name  string
	value TT
	tags  []string
	next  *recordNN
}

type optionNN func(*recordNN)

type kindNN UU

const (
	kindNNa kindNN = iota + NN%5
	kindNNb
	kindNNc
)

func (k kindNN) String() string {
	switch k {
	case kindNNa:
		return "a"
	case kindNNb:
		return "b"
	}
	return fmt.Sprintf("kindNN(%d)", int(k))
}

func newRecordNN(id int, options ...optionNN) *recordNN {
	r := &recordNN{id: id, name: fmt.Sprint("record", id)}
	for _, o := range options {
		o(r)
	}
	return r
}

func withValueNN(v TT) optionNN {
	return func(r *recordNN) { r.value = v }
}

func (r *recordNN) area() float64 { return float64(r.value) * float64(r.id%7) }

func (r *recordNN) title() string { return strings.ToUpper(r.name) }

func (r *recordNN) length() (n int) {
	for p := r; p != nil; p = p.next {
		n += len(p.tags) + 1
	}
	return
}

func (r *recordNN) push(tag string) error {
	if len(tag) == 0 {
		return errors.New("empty tag")
	}
	for _, t := range r.tags {
		if t == tag {
			return fmt.Errorf("recordNN %d: tag %q again", r.id, tag)
		}
	}
	r.tags = append(r.tags, tag)
	sort.Strings(r.tags)
	return nil
}

type pairNN[K comparable, V any] struct {
	key K
	val V
}

func groupNN[T any, K comparable](s []T, f func(T) K) []pairNN[K, []T] {
	at := map[K]int{}
	var r []pairNN[K, []T]
	for _, x := range s {
		k := f(x)
		i, ok := at[k]
		if !ok {
			i = len(r)
			at[k] = i
			r = append(r, pairNN[K, []T]{key: k})
		}
		r[i].val = append(r[i].val, x)
	}
	return r
}

func workNN(n int) int {
	var l list[*recordNN]
	total := NN
	for i := range n {
		r := newRecordNN(i, withValueNN(TT(i%100)))
		if err := r.push(fmt.Sprint("t", i%3)); err != nil {
			total--
		}
		if i > 0 {
			r.next = l.items[i-1]
		}
		l.add(r.name, r)
	}
	if r, err := l.get("record3"); err == nil {
		total += r.length() + len(r.title())
	} else if errors.Is(err, errMissing) {
		total -= 7
	}
	areas := transform(l.items, func(r *recordNN) float64 { return r.area() })
	total += int(sum(areas))
	for _, g := range groupNN(l.items, func(r *recordNN) kindNN { return kindNN(r.id % 3) }) {
		total = total*31 + len(g.val) + len(g.key.String())
	}
	grid := [4][4]UU{}
	for i := range grid {
		for j := range grid[i] {
			grid[i][j] = UU(i*j+NN%9) ^ UU(n)
			if grid[i][j] > 20 {
				total += int(grid[i][j]) << (uint(j) & 3)
			}
		}
	}
	defer func() {
		if r := recover(); r != nil {
			fmt.Println("recovered", r)
		}
	}()
	return total + int(grid[n%4][total&3])
}

`

func main() {
	lines := 20000
	if len(os.Args) > 1 {
		lines, _ = strconv.Atoi(os.Args[1])
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	out.WriteString(head)
	values := []string{"int", "int32", "float64", "uint8", "int64"}
	kinds := []string{"int", "uint8", "int32", "uint16"}
	n := (lines - strings.Count(head, "\n")) / (strings.Count(unit, "\n") + 1)
	for i := range n {
		r := strings.NewReplacer("NN", strconv.Itoa(i), "TT", values[i%len(values)], "UU", kinds[i%len(kinds)])
		r.WriteString(out, unit)
	}
	fmt.Fprintln(out, "func main() {\n\ttotal := 0")
	for i := range n {
		fmt.Fprintf(out, "\ttotal += work%d(%d)\n", i, i%9+3)
	}
	fmt.Fprintln(out, "\tfmt.Println(total)\n}")
}
