package main

func main() {
	break
	continue
	switch {
	case true:
		continue
		fallthrough
	default:
		fallthrough
	}
	for {
		func() { break }()
	}
	switch any(1).(type) {
	case int:
		fallthrough
	case string:
	}
	if true {
		fallthrough
	}
	select {
	default:
		continue
	}
}
