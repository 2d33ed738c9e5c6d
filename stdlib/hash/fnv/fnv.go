// Package fnv implements the hash functions of Fowler, Noll and Vo.
package fnv

import (
	"errors"
	"hash"
	"internal/byteorder"
	"math/bits"
)

type (
	sum32   uint32
	sum32a  uint32
	sum64   uint64
	sum64a  uint64
	sum128  [2]uint64
	sum128a [2]uint64
)

const (
	offset32    = 2166136261
	offset64    = 14695981039346656037
	offset128Hi = 0x6c62272e07bb0142
	offset128Lo = 0x62b821756295c58d
	prime32     = 16777619
	prime64     = 1099511628211
	prime128Lo  = 0x13b
	prime128Up  = 24 // the prime is 1<<88 + prime128Lo
)

func New32() hash.Hash32 {
	s := sum32(offset32)
	return &s
}

func New32a() hash.Hash32 {
	s := sum32a(offset32)
	return &s
}

func New64() hash.Hash64 {
	s := sum64(offset64)
	return &s
}

func New64a() hash.Hash64 {
	s := sum64a(offset64)
	return &s
}

func New128() hash.Hash { return &sum128{offset128Hi, offset128Lo} }

func New128a() hash.Hash { return &sum128a{offset128Hi, offset128Lo} }

func (s *sum32) Reset()   { *s = offset32 }
func (s *sum32a) Reset()  { *s = offset32 }
func (s *sum64) Reset()   { *s = offset64 }
func (s *sum64a) Reset()  { *s = offset64 }
func (s *sum128) Reset()  { *s = sum128{offset128Hi, offset128Lo} }
func (s *sum128a) Reset() { *s = sum128a{offset128Hi, offset128Lo} }

func (s *sum32) Sum32() uint32  { return uint32(*s) }
func (s *sum32a) Sum32() uint32 { return uint32(*s) }
func (s *sum64) Sum64() uint64  { return uint64(*s) }
func (s *sum64a) Sum64() uint64 { return uint64(*s) }

func (s *sum32) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = h*prime32 ^ sum32(c)
	}
	*s = h
	return len(data), nil
}

func (s *sum32a) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = (h ^ sum32a(c)) * prime32
	}
	*s = h
	return len(data), nil
}

func (s *sum64) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = h*prime64 ^ sum64(c)
	}
	*s = h
	return len(data), nil
}

func (s *sum64a) Write(data []byte) (int, error) {
	h := *s
	for _, c := range data {
		h = (h ^ sum64a(c)) * prime64
	}
	*s = h
	return len(data), nil
}

func times(s [2]uint64) [2]uint64 {
	hi, lo := bits.Mul64(prime128Lo, s[1])
	return [2]uint64{hi + s[1]<<prime128Up + prime128Lo*s[0], lo}
}

func (s *sum128) Write(data []byte) (int, error) {
	for _, c := range data {
		*s = times(*s)
		s[1] ^= uint64(c)
	}
	return len(data), nil
}

func (s *sum128a) Write(data []byte) (int, error) {
	for _, c := range data {
		s[1] ^= uint64(c)
		*s = times(*s)
	}
	return len(data), nil
}

func (s *sum32) Size() int   { return 4 }
func (s *sum32a) Size() int  { return 4 }
func (s *sum64) Size() int   { return 8 }
func (s *sum64a) Size() int  { return 8 }
func (s *sum128) Size() int  { return 16 }
func (s *sum128a) Size() int { return 16 }

func (s *sum32) BlockSize() int   { return 1 }
func (s *sum32a) BlockSize() int  { return 1 }
func (s *sum64) BlockSize() int   { return 1 }
func (s *sum64a) BlockSize() int  { return 1 }
func (s *sum128) BlockSize() int  { return 1 }
func (s *sum128a) BlockSize() int { return 1 }

func put128(b []byte, s [2]uint64) []byte {
	return byteorder.BEAppendUint64(byteorder.BEAppendUint64(b, s[0]), s[1])
}

func (s *sum32) Sum(in []byte) []byte   { return byteorder.BEAppendUint32(in, uint32(*s)) }
func (s *sum32a) Sum(in []byte) []byte  { return byteorder.BEAppendUint32(in, uint32(*s)) }
func (s *sum64) Sum(in []byte) []byte   { return byteorder.BEAppendUint64(in, uint64(*s)) }
func (s *sum64a) Sum(in []byte) []byte  { return byteorder.BEAppendUint64(in, uint64(*s)) }
func (s *sum128) Sum(in []byte) []byte  { return put128(in, *s) }
func (s *sum128a) Sum(in []byte) []byte { return put128(in, *s) }

// The marshaled state: a magic number for the kind, then the sum.
const magic = "fnv\x01"

func (s *sum32) AppendBinary(b []byte) ([]byte, error)   { return s.Sum(append(b, magic...)), nil }
func (s *sum32a) AppendBinary(b []byte) ([]byte, error)  { return s.Sum(append(b, "fnv\x02"...)), nil }
func (s *sum64) AppendBinary(b []byte) ([]byte, error)   { return s.Sum(append(b, "fnv\x03"...)), nil }
func (s *sum64a) AppendBinary(b []byte) ([]byte, error)  { return s.Sum(append(b, "fnv\x04"...)), nil }
func (s *sum128) AppendBinary(b []byte) ([]byte, error)  { return s.Sum(append(b, "fnv\x05"...)), nil }
func (s *sum128a) AppendBinary(b []byte) ([]byte, error) { return s.Sum(append(b, "fnv\x06"...)), nil }

func (s *sum32) MarshalBinary() ([]byte, error)   { return s.AppendBinary(nil) }
func (s *sum32a) MarshalBinary() ([]byte, error)  { return s.AppendBinary(nil) }
func (s *sum64) MarshalBinary() ([]byte, error)   { return s.AppendBinary(nil) }
func (s *sum64a) MarshalBinary() ([]byte, error)  { return s.AppendBinary(nil) }
func (s *sum128) MarshalBinary() ([]byte, error)  { return s.AppendBinary(nil) }
func (s *sum128a) MarshalBinary() ([]byte, error) { return s.AppendBinary(nil) }

func state(b []byte, kind byte, size int) ([]byte, error) {
	if len(b) < 4 || string(b[:3]) != "fnv" || b[3] != kind {
		return nil, errors.New("hash/fnv: invalid hash state identifier")
	}
	if len(b) != 4+size {
		return nil, errors.New("hash/fnv: invalid hash state size")
	}
	return b[4:], nil
}

func (s *sum32) UnmarshalBinary(b []byte) error {
	b, err := state(b, 1, 4)
	if err == nil {
		*s = sum32(byteorder.BEUint32(b))
	}
	return err
}

func (s *sum32a) UnmarshalBinary(b []byte) error {
	b, err := state(b, 2, 4)
	if err == nil {
		*s = sum32a(byteorder.BEUint32(b))
	}
	return err
}

func (s *sum64) UnmarshalBinary(b []byte) error {
	b, err := state(b, 3, 8)
	if err == nil {
		*s = sum64(byteorder.BEUint64(b))
	}
	return err
}

func (s *sum64a) UnmarshalBinary(b []byte) error {
	b, err := state(b, 4, 8)
	if err == nil {
		*s = sum64a(byteorder.BEUint64(b))
	}
	return err
}

func (s *sum128) UnmarshalBinary(b []byte) error {
	b, err := state(b, 5, 16)
	if err == nil {
		*s = sum128{byteorder.BEUint64(b), byteorder.BEUint64(b[8:])}
	}
	return err
}

func (s *sum128a) UnmarshalBinary(b []byte) error {
	b, err := state(b, 6, 16)
	if err == nil {
		*s = sum128a{byteorder.BEUint64(b), byteorder.BEUint64(b[8:])}
	}
	return err
}

func (s *sum32) Clone() (hash.Cloner, error)   { r := *s; return &r, nil }
func (s *sum32a) Clone() (hash.Cloner, error)  { r := *s; return &r, nil }
func (s *sum64) Clone() (hash.Cloner, error)   { r := *s; return &r, nil }
func (s *sum64a) Clone() (hash.Cloner, error)  { r := *s; return &r, nil }
func (s *sum128) Clone() (hash.Cloner, error)  { r := *s; return &r, nil }
func (s *sum128a) Clone() (hash.Cloner, error) { r := *s; return &r, nil }
