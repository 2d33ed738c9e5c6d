package main

func main() {
	_ = !1
	_ = -"a"
	_ = ^1.5
	_ = +true
	_ = &1
	_ = &main()
	_ = *1
	_ = **new(int)
	_ = <-1
	_ = ^uint8(1) << 9
	_ = -uint(1)
	var p *int
	_ = *nil
	_ = -p
}
