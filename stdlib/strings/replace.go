package strings

import "io"

// A Replacer replaces a list of strings. At each position the first of the old strings that matches there wins, in the
// order of the list; what is inserted is not looked at again.
type Replacer struct {
	pairs []string
	first [256]uint8 // 0: no old string starts with that byte; else 1 + the first pair to try, saturating
	empty int        // pair with an empty old string, or -1
}

// NewReplacer takes pairs of old and new strings.
func NewReplacer(oldnew ...string) *Replacer {
	if len(oldnew)%2 == 1 {
		panic("strings.NewReplacer: odd argument count")
	}
	r := &Replacer{pairs: append([]string(nil), oldnew...), empty: -1}
	for i := 0; i < len(oldnew); i += 2 {
		old := oldnew[i]
		if old == "" {
			if r.empty < 0 {
				r.empty = i
			}
		} else if r.first[old[0]] == 0 {
			r.first[old[0]] = uint8(min(i/2+1, 255))
		}
	}
	return r
}

// match finds the pair for s[at:], or -1: the first of the list that matches. The empty one counts only when allowed.
func (r *Replacer) match(s string, at int, emptyToo bool) int {
	stop := len(r.pairs)
	if emptyToo && r.empty >= 0 {
		stop = r.empty
	}
	if at < len(s) {
		if f := int(r.first[s[at]]); f != 0 {
			for i := 2 * (f - 1); i < stop; i += 2 {
				if old := r.pairs[i]; old != "" && HasPrefix(s[at:], old) {
					return i
				}
			}
		}
	}
	if emptyToo {
		return r.empty
	}
	return -1
}

// each calls emit with the unchanged and replaced pieces of s in turn. After an empty match the same place is looked at
// once more for others.
func (r *Replacer) each(s string, emit func(string)) (changed bool) {
	start := 0
	wasEmpty := false
	for at := 0; at <= len(s); {
		if r.empty < 0 && at < len(s) && r.first[s[at]] == 0 {
			at++
			continue
		}
		i := r.match(s, at, !wasEmpty)
		wasEmpty = i >= 0 && r.pairs[i] == ""
		if i < 0 {
			at++
			continue
		}
		changed = true
		emit(s[start:at])
		emit(r.pairs[i+1])
		at += len(r.pairs[i])
		start = at
	}
	if changed {
		emit(s[start:])
	}
	return changed
}

// Replace returns s with all replacements made.
func (r *Replacer) Replace(s string) string {
	var b Builder
	if !r.each(s, func(p string) { b.WriteString(p) }) {
		return s
	}
	return b.String()
}

// WriteString writes s with all replacements made.
func (r *Replacer) WriteString(w io.Writer, s string) (n int, err error) {
	write := func(p string) {
		if err == nil && p != "" {
			var m int
			m, err = io.WriteString(w, p)
			n += m
		}
	}
	if !r.each(s, write) {
		write(s)
	}
	return n, err
}
