// container/heap, list and ring; bufio readers, writers and scanners; io helpers; errors joined and wrapped.
package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"container/list"
	"container/ring"
	"errors"
	"fmt"
	"io"
	"strings"
)

type item struct {
	pri, idx int
	s        string
}
type pq []*item

func (p pq) Len() int           { return len(p) }
func (p pq) Less(i, j int) bool { return p[i].pri < p[j].pri }
func (p pq) Swap(i, j int)      { p[i], p[j] = p[j], p[i]; p[i].idx, p[j].idx = i, j }
func (p *pq) Push(x any)        { it := x.(*item); it.idx = len(*p); *p = append(*p, it) }
func (p *pq) Pop() any          { o := *p; x := o[len(o)-1]; *p = o[:len(o)-1]; return x }

func heaps() {
	q := pq{}
	items := map[string]*item{}
	for i, s := range strings.Fields("delta alpha echo bravo charlie") {
		it := &item{pri: int(s[0]), s: s, idx: i}
		items[s] = it
		q.Push(it)
	}
	heap.Init(&q)
	heap.Push(&q, &item{pri: 'b', s: "beta"})
	items["echo"].pri = 0
	heap.Fix(&q, items["echo"].idx)
	heap.Remove(&q, items["alpha"].idx)
	for q.Len() > 0 {
		fmt.Print(heap.Pop(&q).(*item).s, " ")
	}
	l := list.New()
	e := l.PushBack(2)
	l.PushFront(1)
	l.InsertAfter(3, e)
	l.InsertBefore(1.5, e)
	l.MoveToFront(e)
	l.PushBackList(l)
	l.Remove(e)
	for x := l.Front(); x != nil; x = x.Next() {
		fmt.Print(x.Value, ",")
	}
	r := ring.New(4)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	r.Unlink(1)
	r.Do(func(v any) { fmt.Print(v, ";") })
	fmt.Println(l.Len(), r.Move(2).Value)
}

type slow struct{ r io.Reader }

func (s slow) Read(p []byte) (int, error) {
	if len(p) > 3 {
		p = p[:3]
	}
	return s.r.Read(p)
}

func buffers() {
	br := bufio.NewReaderSize(slow{strings.NewReader("line one\nline two is long enough to pass the buffer\r\nlast")}, 16)
	p, err := br.Peek(4)
	fmt.Printf("%q %v ", p, err)
	s, err := br.ReadString('\n')
	fmt.Printf("%q %v ", s, err)
	b, pre, err := br.ReadLine()
	fmt.Printf("%q %v %v ", b, pre, err)
	c, _ := br.ReadByte()
	br.UnreadByte()
	d, n, _ := br.ReadRune()
	fmt.Println(string(c), string(d), n, br.Buffered() >= 0)
	rest, err := io.ReadAll(br)
	fmt.Printf("%q %v\n", rest, err)
	for _, split := range []bufio.SplitFunc{bufio.ScanLines, bufio.ScanWords, bufio.ScanRunes, bufio.ScanBytes} {
		sc := bufio.NewScanner(slow{strings.NewReader("a bé\r\n\n c")})
		sc.Split(split)
		for sc.Scan() {
			fmt.Printf("%q ", sc.Text())
		}
		fmt.Println(sc.Err())
	}
	sc := bufio.NewScanner(strings.NewReader(strings.Repeat("x", 100)))
	sc.Buffer(make([]byte, 10), 20)
	fmt.Println(sc.Scan(), sc.Err())
	var out bytes.Buffer
	w := bufio.NewWriterSize(&out, 16)
	fmt.Fprintf(w, "%s %d", strings.Repeat("w", 20), 5)
	before := out.Len()
	w.WriteRune('é')
	w.Flush()
	fmt.Println(before, out.String(), w.Available())
}

func ios() {
	var sb strings.Builder
	tee := io.TeeReader(io.LimitReader(io.MultiReader(strings.NewReader("abc"), strings.NewReader("defgh")), 6), &sb)
	n, err := io.Copy(io.Discard, tee)
	fmt.Println(n, err, sb.String())
	b, err := io.ReadAll(slow{strings.NewReader("through a slow reader")})
	fmt.Println(string(b), err)
	buf := make([]byte, 4)
	k, err := io.ReadFull(strings.NewReader("ab"), buf)
	fmt.Println(k, err, errors.Is(err, io.ErrUnexpectedEOF))
	k, err = io.ReadAtLeast(strings.NewReader("abc"), buf, 2)
	fmt.Println(k, err)
	sr := io.NewSectionReader(strings.NewReader("0123456789"), 2, 5)
	sr.Seek(-2, io.SeekEnd)
	b, _ = io.ReadAll(sr)
	fmt.Println(string(b), sr.Size())
	mw := io.MultiWriter(&sb, io.Discard)
	io.WriteString(mw, "!")
	m, err := io.CopyN(mw, strings.NewReader("xyz"), 2)
	fmt.Println(sb.String(), m, err)
}

type codeErr int

func (c codeErr) Error() string        { return fmt.Sprint("code", int(c)) }
func (c codeErr) Is(target error) bool { return target == io.EOF && c == 1 }

func errs() {
	base := codeErr(1)
	w := fmt.Errorf("l2: %w", fmt.Errorf("l1: %w", base))
	j := errors.Join(nil, w, errors.New("other"), nil)
	var c codeErr
	fmt.Println(errors.As(j, &c), int(c), errors.Is(j, io.EOF), errors.Is(j, base), errors.Is(w, codeErr(2)), errors.Unwrap(errors.Unwrap(w)) == base, errors.Unwrap(j), errors.Join(nil, nil) == nil)
	fmt.Printf("%v|%q\n", j, fmt.Errorf("%w and %w", io.EOF, base).Error())
}

func main() {
	heaps()
	buffers()
	ios()
	errs()
}
