package json

import (
	"reflect"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// A field of a struct as JSON has it: its name, and the way to it through embedded structs.
type field struct {
	name      string
	tagged    bool
	index     []int
	typ       reflect.Type
	omitEmpty bool
	omitZero  bool
	isZero    func(reflect.Value) bool
	quoted    bool
	key       [2]string // name as text with its colon: plain, and escaped for HTML
	encode    encoder
}

type fields struct {
	list   []field
	byName map[string]int
	byFold map[string]int // the first of those that differ only in case
}

var fieldCache sync.Map // reflect.Type -> *fields

func cachedFields(t reflect.Type) *fields {
	if f, ok := fieldCache.Load(t); ok {
		return f.(*fields)
	}
	f, _ := fieldCache.LoadOrStore(t, collectFields(t))
	return f.(*fields)
}

// foldName maps names that are equal but for case to the same string.
func foldName(s string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' {
			return r - 'a' + 'A'
		}
		if r < utf8.RuneSelf {
			return r
		}
		for { // the smallest of its orbit
			next := unicode.SimpleFold(r)
			if next <= r {
				return next
			}
			r = next
		}
	}, s)
}

// validName: may the name in a tag be one.
func validName(s string) bool {
	for _, r := range s {
		if !strings.ContainsRune("!#$%&()*+-./:;<=>?@[]^_{|}~ ", r) && !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return false
		}
	}
	return s != ""
}

type isZeroer interface{ IsZero() bool }

var isZeroerType = reflect.TypeFor[isZeroer]()

// zeroTest is what omitzero asks of a value of type t: its IsZero method, if it has one.
func zeroTest(t reflect.Type) func(reflect.Value) bool {
	switch {
	case t.Kind() == reflect.Interface && t.Implements(isZeroerType):
		return func(v reflect.Value) bool {
			return v.IsNil() || v.Elem().Kind() == reflect.Pointer && v.Elem().IsNil() || v.Interface().(isZeroer).IsZero()
		}
	case t.Kind() == reflect.Pointer && t.Implements(isZeroerType):
		return func(v reflect.Value) bool { return v.IsNil() || v.Interface().(isZeroer).IsZero() }
	case t.Implements(isZeroerType):
		return func(v reflect.Value) bool { return v.Interface().(isZeroer).IsZero() }
	case reflect.PointerTo(t).Implements(isZeroerType):
		return func(v reflect.Value) bool {
			if !v.CanAddr() {
				box := reflect.New(v.Type()).Elem()
				box.Set(v)
				v = box
			}
			return v.Addr().Interface().(isZeroer).IsZero()
		}
	}
	return nil
}

// level is one struct on the way down, embedded by index.
type level struct {
	typ   reflect.Type
	index []int
}

// structFields lists the fields of one struct; embedded ones without a name in their tag go to next.
func structFields(l level, list []field, next []level) ([]field, []level) {
	for i := range l.typ.NumField() {
		sf := l.typ.Field(i)
		embedded := sf.Type
		if embedded.Kind() == reflect.Pointer && embedded.Name() == "" {
			embedded = embedded.Elem()
		}
		if sf.Anonymous {
			if !sf.IsExported() && embedded.Kind() != reflect.Struct {
				continue
			}
		} else if !sf.IsExported() {
			continue
		}
		tag := sf.Tag.Get("json")
		if tag == "-" {
			continue
		}
		name, options, _ := strings.Cut(tag, ",")
		if !validName(name) {
			name = ""
		}
		index := append(slices.Clone(l.index), i)
		if name == "" && sf.Anonymous && embedded.Kind() == reflect.Struct {
			next = append(next, level{embedded, index})
			continue
		}
		f := field{name: name, tagged: name != "", index: index, typ: sf.Type}
		if name == "" {
			f.name = sf.Name
		}
		for _, o := range strings.Split(options, ",") {
			switch o {
			case "omitempty":
				f.omitEmpty = true
			case "omitzero":
				f.omitZero = true
				f.isZero = zeroTest(sf.Type)
			case "string":
				switch embedded.Kind() {
				case reflect.Bool, reflect.String, reflect.Float32, reflect.Float64, reflect.Int, reflect.Int8, reflect.Int16,
					reflect.Int32, reflect.Int64, reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
					f.quoted = true
				}
			}
		}
		list = append(list, f)
	}
	return list, next
}

// collectFields finds the fields by Go's rules for embedding, with tags preferred: a name counts at the least depth; there a
// tagged one beats the others, and two of the same rank cancel each other.
func collectFields(t reflect.Type) *fields {
	var all []field
	visited := map[reflect.Type]bool{t: true}
	now := []level{{typ: t}}
	for len(now) > 0 {
		var next []level
		times := map[reflect.Type]int{}
		for _, l := range now {
			times[l.typ]++
		}
		done := map[reflect.Type]bool{}
		for _, l := range now {
			if done[l.typ] {
				continue
			}
			done[l.typ] = true
			n := len(all)
			all, next = structFields(l, all, next)
			if times[l.typ] > 1 { // embedded twice at this depth: its names cancel each other
				all = append(all, all[n:]...)
			}
		}
		now = now[:0]
		for _, l := range next {
			if !visited[l.typ] {
				now = append(now, l)
			}
		}
		for _, l := range now {
			visited[l.typ] = true
		}
	}
	byName := map[string][]int{}
	for i := range all {
		byName[all[i].name] = append(byName[all[i].name], i)
	}
	f := &fields{byName: map[string]int{}, byFold: map[string]int{}}
	for i := range all {
		if dominant(all, byName[all[i].name]) == i {
			f.list = append(f.list, all[i])
		}
	}
	slices.SortFunc(f.list, func(a, b field) int { return slices.Compare(a.index, b.index) })
	for i := range f.list {
		x := &f.list[i]
		x.key[0] = string(appendString(nil, x.name, false)) + ":"
		x.key[1] = string(appendString(nil, x.name, true)) + ":"
		x.encode = typeEncoder(typeByIndex(t, x.index))
		f.byName[x.name] = i
		if _, ok := f.byFold[foldName(x.name)]; !ok {
			f.byFold[foldName(x.name)] = i
		}
	}
	return f
}

func typeByIndex(t reflect.Type, index []int) reflect.Type {
	for _, i := range index {
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		t = t.Field(i).Type
	}
	return t
}

// dominant is the one of several fields of a name that counts, or -1.
func dominant(all []field, same []int) int {
	best, tie := -1, false
	for _, i := range same {
		switch {
		case best < 0 || len(all[i].index) < len(all[best].index):
			best, tie = i, false
		case len(all[i].index) > len(all[best].index):
		case all[i].tagged && !all[best].tagged:
			best, tie = i, false
		case all[i].tagged == all[best].tagged:
			tie = true
		}
	}
	if tie {
		return -1
	}
	return best
}

// find is the field for a key: the one of that name, or the first that differs only in case.
func (f *fields) find(name []byte) *field {
	if i, ok := f.byName[string(name)]; ok {
		return &f.list[i]
	}
	if i, ok := f.byFold[foldName(string(name))]; ok {
		return &f.list[i]
	}
	return nil
}
