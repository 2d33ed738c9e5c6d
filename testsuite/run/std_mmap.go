// syscall.Mmap: memory and files; a fault in it is a panic that can be recovered from, if asked for.
package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"syscall"
)

func read(b []byte) (err any) {
	defer func() {
		err = recover()
	}()
	return b[len(b)-1]
}

func main() {
	page := syscall.Getpagesize()
	b, err := syscall.Mmap(-1, 0, 2*page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	fmt.Println(len(b) == 2*page, cap(b) == 2*page, err, b[0], b[2*page-1])
	b[page], b[2*page-1] = 7, 9
	fmt.Println(syscall.Mprotect(b[page:], syscall.PROT_NONE))
	debug.SetPanicOnFault(true)
	fmt.Println(read(b[:1]), read(b) != nil, read(b[:page+1]) != nil)
	fmt.Println(syscall.Mprotect(b, syscall.PROT_READ), b[page], b[2*page-1])
	fmt.Println(syscall.Munmap(b[1:]), syscall.Munmap(b), syscall.Munmap(b))

	f, _ := os.CreateTemp("", "mmap")
	defer os.Remove(f.Name())
	f.WriteString("file contents")
	m, err := syscall.Mmap(int(f.Fd()), 0, 13, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_SHARED)
	fmt.Printf("%s %v\n", m, err)
	copy(m, "FILE")
	text, _ := os.ReadFile(f.Name())
	fmt.Printf("%s %v\n", text, syscall.Munmap(m))
	_, err = syscall.Mmap(-1, 0, 0, syscall.PROT_READ, syscall.MAP_ANON)
	fmt.Println(err)
}
