package reflect

import (
	"internal/abi"
	"unsafe"
)

// What reflection needs of the runtime; runtime/abi/rtcall.def describes each.

//go:linkname newobject runtime.newobject
func newobject(t *abi.Type) unsafe.Pointer

//go:linkname typedmemmove runtime.typedmemmove
//go:noescape
func typedmemmove(t *abi.Type, dst, src unsafe.Pointer)

//go:linkname typedmemclr runtime.typedmemclr
//go:noescape
func typedmemclr(t *abi.Type, p unsafe.Pointer)

//go:linkname typedslicecopy runtime.typedslicecopy
//go:noescape
func typedslicecopy(t *abi.Type, dst unsafe.Pointer, dstLen int, src unsafe.Pointer, srcLen int) int

//go:linkname assertE2I2 runtime.assertE2I2
//go:noescape
func assertE2I2(inter *abi.InterfaceType, t *abi.Type) *abi.Itab

//go:linkname makeslice runtime.makeslice
func makeslice(t *abi.Type, len, cap int) unsafe.Pointer

//go:linkname makemap runtime.makemap
func makemap(t *abi.Type, hint int) unsafe.Pointer

//go:linkname mapaccess2 runtime.mapaccess2
//go:noescape
func mapaccess2(t *abi.Type, m, key unsafe.Pointer) (unsafe.Pointer, bool)

//go:linkname mapassign runtime.mapassign
func mapassign(t *abi.Type, m, key unsafe.Pointer) unsafe.Pointer

//go:linkname mapdelete runtime.mapdelete
//go:noescape
func mapdelete(t *abi.Type, m, key unsafe.Pointer)

//go:linkname mapclear runtime.mapclear
//go:noescape
func mapclear(t *abi.Type, m unsafe.Pointer)

//go:linkname mapiterinit runtime.mapiterinit
func mapiterinit(t *abi.Type, m unsafe.Pointer, it *mapIter)

//go:linkname mapiternext runtime.mapiternext
func mapiternext(it *mapIter)

//go:linkname makechan runtime.makechan
func makechan(t *abi.Type, size int) unsafe.Pointer

//go:linkname chansend1 runtime.chansend1
func chansend1(c, elem unsafe.Pointer)

//go:linkname chanrecv2 runtime.chanrecv2
func chanrecv2(c, elem unsafe.Pointer) bool

//go:linkname selectnbsend runtime.selectnbsend
func selectnbsend(c, elem unsafe.Pointer) bool

//go:linkname selectnbrecv runtime.selectnbrecv
func selectnbrecv(elem, c unsafe.Pointer) (selected, received bool)

//go:linkname closechan runtime.closechan
func closechan(c unsafe.Pointer)

//go:linkname efaceeq runtime.efaceeq
//go:noescape
func efaceeq(t *abi.Type, x, y unsafe.Pointer) bool

// mapIter is the runtime's iterator, abi.h's MapIter.
type mapIter struct {
	key, elem unsafe.Pointer
	state     [14]unsafe.Pointer
}
