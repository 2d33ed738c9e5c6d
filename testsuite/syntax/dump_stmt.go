package p

func f() {
	var x, y int
	const c = 1
	type t struct{}
	;
	x, y = y, x
	x += 1
	x++
	ch <- <-ch
	a, b := 1, 2
L:
	for i := 0; i < 10; i++ {
		continue L
	}
	for {
		break
	}
	for x < y {
		goto L
	}
	for range ch {
	}
	for i := range 10 {
	}
	for k, v = range m {
	}
	for range []int{1, 2} {
	}
	if x := g(); x == (T{1}) {
	} else if []int{1}[0] == 1 {
	} else {
		return
	}
	if f := func() bool { return true }; f() {
	}
	if struct{ a int }{1}.a == 1 {
	}
	switch x := y.(type) {
	case int, []string:
		fallthrough
	case nil:
	default:
	}
	switch f(); y.(type) {
	}
	switch {
	case x > 1, x < 0:
		x = 1
	default:
	}
	switch x := 1; x {
	case 1:
	}
	select {
	case v := <-ch:
	case v, ok = <-ch:
		x = 1
	case ch <- 1:
	case <-ch:
	default:
	}
	go f(1)
	defer func() {}()
	{
		x = 1
	}
	return
M:
}

func g() (int, error) { return 1, nil }
