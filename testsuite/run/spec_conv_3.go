// Conversions: implicit to interfaces, channel directions, pointers, generics.
package main

import (
	"fmt"
	"io"
	"strings"
	"unsafe"
)

type Num interface {
	~int8 | ~uint8 | ~int32 | ~uint64 | ~float32 | ~float64
}

func Conv[To, From Num](f From) To { return To(f) }

func ConvAll[To, From Num](fs ...From) (r []To) {
	for _, f := range fs {
		r = append(r, To(f))
	}
	return
}

func Bytes[S ~string | ~[]byte](s S) []byte { return []byte(s) }
func Text[S ~string | ~[]byte](s S) string  { return string(s) }

type Meters float64
type Level int8
type Err struct{ code int }

func (e *Err) Error() string { return fmt.Sprint("code ", e.code) }

func mayFail(n int) error {
	if n > 0 {
		return &Err{n}
	}
	return nil
}

func typedNil() error {
	var e *Err
	return e
}

func main() {
	fmt.Println(Conv[int8](int32(300)), Conv[uint8](float64(77.9)), Conv[float32](uint64(1<<40)), Conv[Level](Meters(3.7)))
	fmt.Println(ConvAll[uint64](int8(1), 2, 3), ConvAll[int8](uint8(200), 255), ConvAll[Meters](Level(-4)))
	fmt.Println(Bytes("hi"), Text([]byte("yo")), Text(Bytes("é")))
	fmt.Println(mayFail(0) == nil, mayFail(3), typedNil() == nil)
	var r io.Reader = strings.NewReader("abc")
	_, isSeeker := r.(io.Seeker)
	_, isWriter := r.(io.Writer)
	fmt.Println(isSeeker, isWriter, r.(io.ByteReader) != nil)
	c := make(chan int, 1)
	var snd chan<- int = c
	var rcv <-chan int = c
	snd <- 4
	fmt.Println(<-rcv, any(snd) == any(c), cap(snd))
	f := 1.5
	bits := *(*uint64)(unsafe.Pointer(&f))
	fmt.Printf("%#x\n", bits)
	arr := [4]uint16{1, 2, 3, 4}
	p := unsafe.Pointer(&arr[0])
	fmt.Println(*(*uint16)(unsafe.Add(p, 4)), unsafe.Slice(&arr[1], 2), *(*uint16)(unsafe.Pointer(uintptr(p) + 6)))
	b := []byte("view")
	fmt.Println(unsafe.String(&b[1], 3), *unsafe.StringData("q"), *unsafe.SliceData(b))
	var a any = Meters(2)
	switch x := a.(type) {
	case float64:
		fmt.Println("float64", x)
	case Meters:
		fmt.Println("Meters", float64(x)*2)
	}
}
