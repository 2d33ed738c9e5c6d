package p

var (
	a = 1 + 2*3 - -4<<2&^1 == x || y && !z
	b = f(g(1), h...)[i].sel.(T)
	c = s[1:2:3][:][i:][:j]
	d = []T{{1, 2}, 3: {x: 4}, {}}
	e = map[string]struct{ a, b int }{"k": {1, 2}}
	f = func(a, b int, c ...string) (x, y int) { return a, b }(1, 2)
	g = (*T)(nil)
	h = <-c
	i = (<-chan int)(nil)
	j = <-chan int(nil)
	k = &T{*p, ^q, +r}
	l = [...]int{1}
	m = F[int, []string](x)
	n = pkg.G[T]{1}
	o = x.(interface{ m() }).m
	p = 'a' + '\n' + 1.5e3 + 0x1p-2 + 3i + `raw`
	q = a+b+c+d
	r = (a | b) ^ c&d
	s = func() {}
	t = []func(int) (string, error){nil}
	u = chan<- (chan int)(x)
)
