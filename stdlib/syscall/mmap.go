package syscall

import (
	"sync"
	"unsafe"
)

const (
	PROT_NONE  = 0
	PROT_READ  = 1
	PROT_WRITE = 2
	PROT_EXEC  = 4

	MAP_SHARED    = 1
	MAP_PRIVATE   = 2
	MAP_FIXED     = 0x10
	MAP_ANON      = 0x20
	MAP_ANONYMOUS = 0x20
	MAP_NORESERVE = 0x4000
	MAP_POPULATE  = 0x8000
)

// mapped has the slices that Mmap returned, by their last byte: Munmap takes only those.
var mapped struct {
	sync.Mutex
	active map[*byte][]byte
}

// Mmap maps length bytes of the file fd, or memory.
func Mmap(fd int, offset int64, length int, prot int, flags int) (data []byte, err error) {
	if length <= 0 {
		return nil, EINVAL
	}
	addr, _, e := Syscall6(SYS_MMAP, 0, uintptr(length), uintptr(prot), uintptr(flags), uintptr(fd), uintptr(offset))
	if e != 0 {
		return nil, e
	}
	b := unsafe.Slice((*byte)(*(*unsafe.Pointer)(unsafe.Pointer(&addr))), length)
	mapped.Lock()
	defer mapped.Unlock()
	if mapped.active == nil {
		mapped.active = map[*byte][]byte{}
	}
	mapped.active[&b[length-1]] = b
	return b, nil
}

// Munmap ends a mapping of Mmap.
func Munmap(b []byte) error {
	if len(b) == 0 || len(b) != cap(b) {
		return EINVAL
	}
	last := &b[len(b)-1]
	mapped.Lock()
	defer mapped.Unlock()
	if m := mapped.active[last]; m == nil || &m[0] != &b[0] {
		return EINVAL
	}
	if _, _, e := Syscall(SYS_MUNMAP, uintptr(unsafe.Pointer(&b[0])), uintptr(len(b)), 0); e != 0 {
		return e
	}
	delete(mapped.active, last)
	return nil
}

// Mprotect changes what may be done with whole pages.
func Mprotect(b []byte, prot int) error {
	_, _, e := Syscall(SYS_MPROTECT, uintptr(unsafe.Pointer(unsafe.SliceData(b))), uintptr(len(b)), uintptr(prot))
	return failure(0, 0, e)
}
