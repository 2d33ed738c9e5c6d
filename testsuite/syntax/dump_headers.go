package p

func f() {
	for _, x := range []T{{1}, {2}} {
	}
	if x == f(T{1}) {
	}
	for i := (T{1}); i < m[T{2}]; i = func() T { return T{3} }() {
	}
	switch (T{}) {
	case T{}:
	}
	if m := map[string]int{"a": 1}; m["a"] == 1 {
	}
	switch x := (interface{})(nil).(type) {
	}
	for x := range pkg.F[int] {
	}
	if _, ok := x.(interface{ m() }); ok {
	}
	for a[T{1}.x] = range ch {
	}
}
