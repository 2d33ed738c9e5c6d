// Enumerations and flag sets with String methods, parsing, tables indexed by constants, switches over all values.
package main

import (
	"fmt"
	"strings"
)

type Day int
type Perm uint8
type Size float64
type Op byte

const (
	Mon Day = iota + 1
	Tue
	Wed
	_
	Fri
	days = iota
)
const (
	R Perm = 1 << (7 - iota)
	W
	X
	rest = ^(R | W | X)
	RW   = R | W
)
const (
	_       = iota
	KB Size = 1 << (10 * iota)
	MB
	GB
	TB
)
const (
	Add, AddName = Op('+' + iota), "add" + string(rune('0'+iota))
	_, _
	Sub, SubName
)

var names = [...]string{Mon: "Mon", Tue: "Tue", Fri: "Fri"}
var costs = map[Day][]Perm{Mon: {R}, Fri: {W, X}}

func (d Day) String() string {
	if d > 0 && int(d) < len(names) && names[d] != "" {
		return names[d]
	}
	return fmt.Sprintf("Day(%d)", int(d))
}

func (p Perm) String() string {
	var out []string
	for i, n := range []string{"R", "W", "X"} {
		if bit := R >> i; p&bit != 0 {
			out = append(out, n)
			p &^= bit
		}
	}
	if p != 0 {
		out = append(out, fmt.Sprintf("%#x", uint8(p)))
	}
	return strings.Join(out, "|")
}

func (s Size) String() string {
	switch {
	case s >= TB:
		return fmt.Sprintf("%.2fTB", float64(s/TB))
	case s >= GB:
		return fmt.Sprintf("%.2fGB", float64(s/GB))
	case s >= MB:
		return fmt.Sprintf("%.2fMB", float64(s/MB))
	case s >= KB:
		return fmt.Sprintf("%.2fKB", float64(s/KB))
	}
	return fmt.Sprintf("%gB", float64(s))
}

func parse(s string) (d Day, ok bool) {
	for i, n := range names {
		if n != "" && strings.EqualFold(n, s) {
			return Day(i), true
		}
	}
	return
}

func main() {
	for d := Mon - 1; d <= Fri+1; d++ {
		fmt.Print(d, " ", costs[d], "; ")
	}
	fmt.Println(days, len(names), len(costs))
	fmt.Println(R, W, X, RW, rest, R|rest, Perm(0) == 0, []Perm{RW, X | 1})
	fmt.Println(Size(5), KB, MB*1.5, GB*2.25, Size(1<<35), KB-1)
	fmt.Println(Add, AddName, Sub, SubName, Add == '+')
	fmt.Println(parse("tue"))
	fmt.Println(parse("Wed"))
	fmt.Printf("%v %d %s %q %x %+v %T\n", Fri, Fri, Fri, Fri, RW, struct{ D Day }{Tue}, Tue)
	var counts [days + 1]int
	for i := range 20 {
		switch d := Day(i%5 + 1); d {
		case Mon, Tue:
			counts[d]++
		case Wed:
			counts[Wed] += 10
			fallthrough
		case 4:
			counts[0]++
		default:
			counts[d%days]--
		}
	}
	fmt.Println(counts)
}
