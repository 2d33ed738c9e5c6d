// Faults after debug.SetPanicOnFault: errors that know their address.
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"syscall"
	"unsafe"
)

//go:noinline
func load(a uintptr) int { return *(*int)(*(*unsafe.Pointer)(unsafe.Pointer(&a))) }

func try(name string, base uintptr, f func()) {
	defer func() {
		r := recover()
		_, isruntime := r.(runtime.Error)
		fmt.Printf("%s: %v, %T, %v", name, r, r, isruntime)
		if e, ok := r.(interface{ Addr() uintptr }); ok {
			fmt.Printf(", at %#x", e.Addr()-base)
		}
		fmt.Println()
	}()
	f()
}

func mmap(fd, size, prot, flags int) ([]byte, uintptr) {
	b, err := syscall.Mmap(fd, 0, size, prot, flags)
	if err != nil {
		panic(err)
	}
	return b, uintptr(unsafe.Pointer(&b[0]))
}

// beyond is a mapping of two pages of a file that ends in the first.
func beyond() ([]byte, uintptr) {
	f, err := os.CreateTemp("", "fault")
	if err != nil {
		panic(err)
	}
	defer f.Close()
	os.Remove(f.Name())
	f.Truncate(100)
	return mmap(int(f.Fd()), 8192, syscall.PROT_READ, syscall.MAP_SHARED)
}

func main() {
	fmt.Println(debug.SetPanicOnFault(true), debug.SetPanicOnFault(true))
	other := make(chan bool)
	go func() { other <- debug.SetPanicOnFault(false) }()
	fmt.Println("another goroutine:", <-other)

	try("nowhere", 0, func() { load(0xdeadbee8) })
	try("nil", 0, func() { load(8) })
	ro, base := mmap(-1, 4096, syscall.PROT_READ, syscall.MAP_PRIVATE|syscall.MAP_ANON)
	try("read-only", base, func() { ro[5] = 1 })
	file, base := beyond()
	fmt.Println(file[0])
	try("behind the end of a file", base, func() { fmt.Println(file[5000]) })
}
