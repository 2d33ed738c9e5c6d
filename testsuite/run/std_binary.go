package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

var seed uint64 = 7

func rnd() uint64 {
	seed = seed*6364136223846793005 + 1442695040888963407
	return seed ^ seed>>29
}

func main() {
	for i := 0; i < 150; i++ {
		x := rnd() >> (rnd() % 64)
		b := binary.BigEndian.AppendUint64(nil, x)
		b = binary.LittleEndian.AppendUint32(b, uint32(x))
		b = binary.NativeEndian.AppendUint16(b, uint16(x))
		binary.BigEndian.PutUint16(b[3:], uint16(x))
		binary.LittleEndian.PutUint64(b[5:], x)
		fmt.Printf("%x %x %x %x\n", b, binary.BigEndian.Uint32(b), binary.LittleEndian.Uint64(b[1:]), binary.BigEndian.Uint16(b[9:]))
		v := binary.AppendVarint(binary.AppendUvarint(nil, x), -int64(x))
		u, n := binary.Uvarint(v)
		s, m := binary.Varint(v[n:])
		fmt.Printf("%x %d %d %d %d\n", v, u, n, s, m)
		raw := bytes.Repeat([]byte{0x80 | byte(x)}, int(rnd()%12))
		raw = append(raw, byte(rnd()%4))
		u, n = binary.Uvarint(raw)
		r, err := binary.ReadUvarint(bytes.NewReader(raw))
		s, m = binary.Varint(raw[:len(raw)-1])
		t, err2 := binary.ReadVarint(bytes.NewReader(raw[:len(raw)-1]))
		fmt.Println(u, n, r, err, s, m, t, err2)
	}
	var o binary.ByteOrder = binary.BigEndian
	fmt.Println(o, binary.LittleEndian, binary.NativeEndian)
	fmt.Printf("%#v\n", o)
}
