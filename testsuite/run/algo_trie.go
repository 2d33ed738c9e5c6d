// A trie of bytes with prefix search by an iterator, deletion, and longest common prefix.
package main

import (
	"fmt"
	"iter"
	"slices"
	"strings"
)

type trie struct {
	kids  map[byte]*trie
	value int
	end   bool
}

func (t *trie) put(key string, v int) (old int, had bool) {
	for i := range len(key) {
		if t.kids == nil {
			t.kids = map[byte]*trie{}
		}
		next, ok := t.kids[key[i]]
		if !ok {
			next = new(trie)
			t.kids[key[i]] = next
		}
		t = next
	}
	old, had = t.value, t.end
	t.value, t.end = v, true
	return
}

func (t *trie) find(key string) *trie {
	for ; t != nil && key != ""; key = key[1:] {
		t = t.kids[key[0]]
	}
	return t
}

func (t *trie) remove(key string) bool {
	if key == "" {
		was := t.end
		t.end = false
		return was
	}
	next := t.kids[key[0]]
	if next == nil || !next.remove(key[1:]) {
		return false
	}
	if !next.end && len(next.kids) == 0 {
		delete(t.kids, key[0])
	}
	return true
}

func (t *trie) all(prefix string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		if sub := t.find(prefix); sub != nil {
			sub.walk([]byte(prefix), yield)
		}
	}
}

func (t *trie) walk(key []byte, yield func(string, int) bool) bool {
	if t.end && !yield(string(key), t.value) {
		return false
	}
	order := make([]byte, 0, len(t.kids))
	for b := range t.kids {
		order = append(order, b)
	}
	slices.Sort(order)
	for _, b := range order {
		if !t.kids[b].walk(append(key, b), yield) {
			return false
		}
	}
	return true
}

func main() {
	var t trie
	for i, w := range strings.Fields("to tea ten team inn in i a an and ant to") {
		if old, had := t.put(w, i); had {
			fmt.Println("again", w, old)
		}
	}
	for k, v := range t.all("te") {
		fmt.Print(k, "=", v, " ")
	}
	fmt.Println()
	for k := range t.all("") {
		if k > "in" {
			break
		}
		fmt.Print(k, " ")
	}
	fmt.Println()
	fmt.Println(t.remove("tea"), t.remove("tea"), t.remove("in"), t.remove("zebra"), t.find("tea") != nil, t.find("tem") != nil)
	next, stop := iter.Pull2(t.all("t"))
	for {
		k, v, ok := next()
		if !ok {
			break
		}
		fmt.Print(k, v, ";")
	}
	stop()
	fmt.Println()
	n := 0
	for range t.all("") {
		n++
	}
	fmt.Println(n, len(t.kids))
}
