package main

func main() {
	x := 1
	switch x {
	case "a":
	case 1.5:
	case 1, 2, 1:
	case nil:
	}
	switch {
	case x:
	case x > 1:
	case true, true:
	}
	switch f := func() {}; f {
	case nil:
	}
	switch []int{} {
	}
	switch x := x.(type) {
	}
	var e any
	switch e.(type) {
	case int, string, int:
	case nil, nil:
	case 5:
	case error, undefined:
	}
	switch y := e.(type) {
	case int:
	}
	switch main() {
	}
	switch x {
	case 1:
		fallthrough
	}
	switch e.(type) {
	case int:
		fallthrough
	case string:
	}
}
