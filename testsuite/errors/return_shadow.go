package main

func f() (n int, err error) {
	{
		n := 1
		_ = n
		return
	}
	if err := error(nil); err == nil {
		return
	}
	return
}

func main() { f() }
