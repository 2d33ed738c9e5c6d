// Labelled break and continue out of for, range, switch, type switch and select in every nesting; labels have a name space of their own.
package main

import "fmt"

type shape interface{ area() int }
type sq int
type rect struct{ a, b int }

func (s sq) area() int   { return int(s * s) }
func (r rect) area() int { return r.a * r.b }

func grid(m [][]int) (out []int) {
rows:
	for y, row := range m {
	cols:
		for x := 0; x < len(row); x++ {
		sw:
			switch v := row[x]; {
			case v < 0:
				continue rows
			case v == 0:
				continue cols
			case v == 1:
				break sw
			case v == 2:
				break cols
			case v == 9:
				break rows
			case v > 5:
				if x > 0 {
					break
				}
				fallthrough
			default:
				out = append(out, 1000+v)
				continue
			}
			out = append(out, y*10+x)
		}
		out = append(out, -1)
	}
	return
}

func types(xs []any) (n int) {
loop:
	for i := 0; ; i++ {
	ts:
		switch x := xs[i].(type) {
		case nil:
			break loop
		case int:
			if x < 0 {
				break ts
			}
			n += x
			continue loop
		case shape:
			for range x.area() {
				n++
				if n%7 == 0 {
					continue loop
				}
				if n > 60 {
					break loop
				}
			}
		case string:
			for _, r := range x {
				switch r {
				case 'b':
					break ts
				case 'q':
					break loop
				}
				n += int(r - 'a')
			}
			n *= 2
		}
		n += 100
	}
	return n
}

func selects(c, d chan int) (out []int) {
all:
	for i := 0; i < 20; i++ {
	one:
		select {
		case v, ok := <-c:
			if !ok {
				c = nil
				break
			}
			if v == 2 {
				break one
			}
			if v == 3 {
				continue all
			}
			out = append(out, v)
		default:
			select {
			case v := <-d:
				if v == 5 {
					break all
				}
				out = append(out, 10*v)
				break one
			default:
				break all
			}
		}
		out = append(out, 0)
	}
	return
}

func blocks(n int) (s string) {
b:
	switch {
	default:
		s += "in"
		if n == 0 {
			break b
		}
		s += "+"
	i:
		select {
		default:
			for n == 1 {
				break i
			}
			s += "!"
		}
		s += "-"
	}
	return s
}

func names(names int) int {
names:
	for fmt := range 3 {
		len := fmt
		if len == names {
			break names
		}
		continue names
	}
	{
		goto L
	L:
		func() {
			i := 0
		L:
			if i++; i < 3 {
				goto L
			}
			names += i
		}()
	}
	return names
}

func main() {
	fmt.Println(grid([][]int{{1, 3, 0, 1}, {4, -1, 1}, {6, 1, 7, 2, 1}, {}, {1, 9, 1}, {1}}))
	fmt.Println(types([]any{1, -1, sq(3), "abc", "acd", rect{2, 3}, 5, "q", 1, nil}), types([]any{rect{9, 9}, nil}))
	c, d := make(chan int, 5), make(chan int, 5)
	for i := range 5 {
		c <- i + 1
		d <- i + 1
	}
	close(c)
	fmt.Println(selects(c, d))
	fmt.Println(blocks(0), blocks(1), blocks(2), names(1))
}
