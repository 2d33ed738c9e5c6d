package main

type T struct{ f func() }

func main() {
	x := 1
	switch x {
	case 1, 2:
	case 2:
	case "s":
	case 1.5:
	case nil:
	}
	switch {
	case 1:
	case x > 0:
	}
	switch (T{}) {
	}
	f := func() {}
	switch f {
	case nil:
	case f:
	}
	switch main {
	}
	switch nil {
	}
}
