// Package fmtsort orders the entries of a map for printing: by key, where keys of each kind have a natural order.
package fmtsort

import (
	"reflect"
	"sort"
)

// An Entry is one key and its value.
type Entry struct{ Key, Value reflect.Value }

type entries []Entry

func (e entries) Len() int           { return len(e) }
func (e entries) Less(i, j int) bool { return compare(e[i].Key, e[j].Key) < 0 }
func (e entries) Swap(i, j int)      { e[i], e[j] = e[j], e[i] }

// Sort returns the entries of a map: integers, floats (NaN first) and strings by <, false before true, complex numbers by
// real then imaginary part, pointers and channels by address, structs field by field, arrays element by element,
// interfaces first by nil, then by type, then by value.
func Sort(m reflect.Value) []Entry {
	e := make(entries, 0, m.Len())
	for iter := m.MapRange(); iter.Next(); {
		e = append(e, Entry{iter.Key(), iter.Value()})
	}
	sort.Stable(e)
	return e
}

func order(less, greater bool) int {
	switch {
	case less:
		return -1
	case greater:
		return 1
	}
	return 0
}

func floats(a, b float64) int {
	return order(a < b || a != a && b == b, a > b || b != b && a == a)
}

func compare(a, b reflect.Value) int {
	if a.Type() != b.Type() {
		return -1
	}
	switch a.Kind() {
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return order(a.Int() < b.Int(), a.Int() > b.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return order(a.Uint() < b.Uint(), a.Uint() > b.Uint())
	case reflect.String:
		return order(a.String() < b.String(), a.String() > b.String())
	case reflect.Float32, reflect.Float64:
		return floats(a.Float(), b.Float())
	case reflect.Complex64, reflect.Complex128:
		x, y := a.Complex(), b.Complex()
		if c := floats(real(x), real(y)); c != 0 {
			return c
		}
		return floats(imag(x), imag(y))
	case reflect.Bool:
		return order(!a.Bool() && b.Bool(), a.Bool() && !b.Bool())
	case reflect.Pointer, reflect.UnsafePointer, reflect.Chan:
		x, y := a.Pointer(), b.Pointer()
		return order(x < y, x > y)
	case reflect.Struct:
		for i := 0; i < a.NumField(); i++ {
			if c := compare(a.Field(i), b.Field(i)); c != 0 {
				return c
			}
		}
	case reflect.Array:
		for i := 0; i < a.Len(); i++ {
			if c := compare(a.Index(i), b.Index(i)); c != 0 {
				return c
			}
		}
	case reflect.Interface:
		if a.IsNil() || b.IsNil() {
			return order(a.IsNil() && !b.IsNil(), b.IsNil() && !a.IsNil())
		}
		ta, tb := reflect.ValueOf(a.Elem().Type()).Pointer(), reflect.ValueOf(b.Elem().Type()).Pointer()
		if ta != tb {
			return order(ta < tb, ta > tb)
		}
		return compare(a.Elem(), b.Elem())
	}
	return 0
}
