package strconv

// IsPrint reports whether Go regards r as printable: letters, marks, numbers, punctuation, symbols and ASCII space.
func IsPrint(r rune) bool {
	if r < 0x80 {
		return ' ' <= r && r < 0x7f
	}
	lo, hi := 0, len(printIndex)
	for hi-lo > 1 {
		if mid := int(uint(lo+hi) / 2); printIndex[mid].start <= r {
			lo = mid
		} else {
			hi = mid
		}
	}
	at, i := printIndex[lo].start, int(printIndex[lo].at)
	for printable := false; i < len(printRuns); printable = !printable {
		n, shift := rune(0), uint(0)
		for {
			c := printRuns[i]
			i++
			n |= rune(c&0x7f) << shift
			if c < 0x80 {
				break
			}
			shift += 7
		}
		if at += n; r < at {
			return printable
		}
	}
	return false
}

// IsGraphic is IsPrint and the spaces of Unicode.
func IsGraphic(r rune) bool {
	switch r {
	case 0xa0, 0x1680, 0x202f, 0x205f, 0x3000:
		return true
	}
	return 0x2000 <= r && r <= 0x200a || IsPrint(r)
}
