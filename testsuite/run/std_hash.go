package main

import (
	"bytes"
	"crypto"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"hash"
	"hash/adler32"
	"hash/crc32"
	"hash/crc64"
	"hash/fnv"
	"io"
	"strings"
	"testing/iotest"
)

var seed uint64 = 7

func rnd(n int) int {
	seed = seed*6364136223846793005 + 1442695040888963407
	return int((seed >> 33) % uint64(n))
}

func data(n int) []byte {
	b := make([]byte, n)
	for i := range b {
		b[i] = byte(rnd(256))
	}
	return b
}

func main() {
	hashes := []func() hash.Hash{md5.New, sha1.New, sha256.New, sha256.New224, sha512.New, sha512.New384, sha512.New512_224, sha512.New512_256,
		func() hash.Hash { return fnv.New32() }, func() hash.Hash { return fnv.New32a() }, func() hash.Hash { return fnv.New64() },
		func() hash.Hash { return fnv.New64a() }, fnv.New128, fnv.New128a, func() hash.Hash { return adler32.New() },
		func() hash.Hash { return crc32.NewIEEE() }, func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Castagnoli)) },
		func() hash.Hash { return crc32.New(crc32.MakeTable(crc32.Koopman)) },
		func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ISO)) }, func() hash.Hash { return crc64.New(crc64.MakeTable(crc64.ECMA)) },
		func() hash.Hash { return hmac.New(sha256.New, []byte("key")) }, func() hash.Hash { return hmac.New(md5.New, data(100)) }}
	for _, size := range []int{0, 1, 3, 55, 56, 63, 64, 65, 111, 112, 127, 128, 129, 300, 1000, 20000} {
		for i, f := range hashes {
			h := f()
			for left := size; left > 0; {
				k := min(left, 1+rnd(200))
				h.Write(data(k))
				left -= k
			}
			fmt.Printf("%d %d %x %d %d\n", size, i, h.Sum(nil), h.Size(), h.BlockSize())
		}
	}
	fmt.Printf("%x %x\n%x\n%x\n", md5.Sum([]byte("abc")), sha1.Sum([]byte("abc")), sha256.Sum256([]byte("abc")), sha512.Sum512([]byte("abc")))
	fmt.Println(crypto.SHA256, crypto.SHA256.Available(), crypto.MD4.Available(), crypto.SHA384.Size())
	h := sha256.New()
	h.Write([]byte("first part"))
	state, err := h.(encoding.BinaryMarshaler).MarshalBinary()
	h2 := sha256.New()
	err2 := h2.(encoding.BinaryUnmarshaler).UnmarshalBinary(state)
	h.Write([]byte("x"))
	h2.Write([]byte("x"))
	fmt.Println(err, err2, bytes.Equal(h.Sum(nil), h2.Sum(nil)))

	encs := []*base64.Encoding{base64.StdEncoding, base64.URLEncoding, base64.RawStdEncoding, base64.RawURLEncoding, base64.StdEncoding.Strict(), base64.RawStdEncoding.Strict()}
	for i := 0; i < 300; i++ {
		enc := encs[rnd(len(encs))]
		s := enc.EncodeToString(data(rnd(12)))
		if rnd(2) == 0 && len(s) > 0 {
			at := rnd(len(s))
			s = s[:at] + []string{"=", "\n", "A", "-", "!", "", "=="}[rnd(7)] + s[at+rnd(2):]
		}
		b, err := enc.DecodeString(s)
		r, err2 := io.ReadAll(base64.NewDecoder(enc, strings.NewReader(s)))
		if err != nil {
			r, err2 = nil, nil // readers may stop elsewhere
		}
		fmt.Printf("%q %x %v %x %v\n", s, b, err, r, err2)
		s = hex.EncodeToString(data(rnd(6)))
		if rnd(2) == 0 {
			s += string("0g\xff"[rnd(3)])
		}
		b, err = hex.DecodeString(s)
		fmt.Printf("%q %x %v\n", s, b, err)
	}
	fmt.Print(hex.Dump(data(37)), hex.Dump(data(16)), hex.Dump(data(5)))
	var out bytes.Buffer
	w := base64.NewEncoder(base64.StdEncoding, &out)
	for range 20 {
		w.Write(data(rnd(7)))
	}
	w.Close()
	fmt.Println(out.String())
	back, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, iotest.OneByteReader(&out)))
	fmt.Printf("%x %v\n", back, err)
}
