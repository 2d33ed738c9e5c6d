package main

func main() {
	break
	continue
	fallthrough
	for {
		func() { break }()
	}
	if 1 {
	}
	for "a" {
	}
	if x := 1; x {
	}
L:
	for {
		break M
		continue L
	}
	goto N
	{
	N:
	}
	switch {
	default:
		continue
	}
	select {
	case 1:
	}
	go 1
	defer func() {}
	1
	x
	"a" + "b"
	func() {}
}
