package elf

import "strconv"

// names is what the values of a type are called, as text: the prefix of all names, then the names without it, separated by blanks.
// Each stands for one more than the one before it (of flags: for the next bit) or for the number given before it with "=". Text
// takes no time at the start of a program, and goes where the method that reads it is not used.
//
// Where two names have a number, the first is shown; the order of names for one machine or system after those of all is part of the
// table: a number without a name is called after the last entry in the table below it, as "ET_CORE+2".
type names string

// word takes the first word off.
func (n *names) word() string {
	s := string(*n)
	for i := range len(s) {
		if s[i] == ' ' {
			*n = names(s[i+1:])
			return s[:i]
		}
	}
	*n = ""
	return s
}

// entry takes a name and its number off; to is the number that it has unless another is given.
func (n *names) entry(to uint32) (string, uint32) {
	w := n.word()
	if w[0] == '=' {
		v, _ := strconv.ParseUint(w[1:], 0, 32)
		return n.word(), uint32(v)
	}
	return w, to
}

// name is what v is called; in Go's notation before is "elf.".
func (n names) name(v uint32, before string) string {
	prefix := before + n.word()
	below, over := "", v
	for next := uint32(0); n != ""; next++ {
		var w string
		w, next = n.entry(next)
		if next == v {
			return prefix + w
		}
		if next < v {
			below, over = w, v-next
		}
	}
	number := strconv.FormatUint(uint64(over), 10)
	if below == "" {
		return number
	}
	return prefix + below + "+" + number
}

// flags is the sum of the names of the bits of v, and of those that have none as a number.
func (n names) flags(v uint32, before string) string {
	prefix := before + n.word()
	text := ""
	for bit := uint32(1); n != ""; bit <<= 1 {
		var w string
		w, bit = n.entry(bit)
		if v&bit != 0 {
			text += "+" + prefix + w
			v &^= bit
		}
	}
	if v != 0 || text == "" {
		text += "+0x" + strconv.FormatUint(uint64(v), 16)
	}
	return text[1:]
}
