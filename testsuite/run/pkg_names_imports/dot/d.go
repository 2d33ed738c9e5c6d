package dot

var Dotted = "dotted"

type D struct{ N int }
type Gen[T any] struct{ V T }
type Iface interface{ Do() string }

func (d D) Double() int   { return d.N * 2 }
func (d *D) Inc()         { d.N++ }
func (g Gen[T]) Get() T   { return g.V }
func Add(a, b int) int    { return a + b }
func Call(i Iface) string { return "called " + i.Do() }

var n int

func Counter() int { n++; return n }
func MapKeys[M ~map[K]V, K comparable, V any](m M) (ks []K) {
	for k := range m {
		ks = append(ks, k)
	}
	return
}
