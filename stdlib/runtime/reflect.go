package runtime

import "unsafe"

func typelinkrange(out *[2]unsafe.Pointer)

// typelinksSlice are the descriptors that reflect could make anew; for package reflect.
func typelinksSlice() []*rtype {
	var r [2]unsafe.Pointer
	typelinkrange(&r)
	n := (uintptr(r[1]) - uintptr(r[0])) / 8
	return unsafe.Slice((**rtype)(r[0]), n)
}
