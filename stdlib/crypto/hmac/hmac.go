// Package hmac implements the keyed hash of FIPS 198.
package hmac

import (
	"crypto/subtle"
	"hash"
)

type hmac struct {
	outer, inner hash.Hash
	opad, ipad   []byte
}

func New(h func() hash.Hash, key []byte) hash.Hash {
	m := &hmac{outer: h(), inner: h()}
	n := m.inner.BlockSize()
	if len(key) > n {
		m.outer.Write(key)
		key = m.outer.Sum(nil)
	}
	m.ipad, m.opad = make([]byte, n), make([]byte, n)
	copy(m.ipad, key)
	copy(m.opad, key)
	for i := range m.ipad {
		m.ipad[i] ^= 0x36
		m.opad[i] ^= 0x5c
	}
	m.inner.Write(m.ipad)
	return m
}

func (m *hmac) Write(p []byte) (n int, err error) { return m.inner.Write(p) }
func (m *hmac) Size() int                         { return m.outer.Size() }
func (m *hmac) BlockSize() int                    { return m.inner.BlockSize() }

func (m *hmac) Sum(in []byte) []byte {
	n := len(in)
	in = m.inner.Sum(in)
	m.outer.Reset()
	m.outer.Write(m.opad)
	m.outer.Write(in[n:])
	return m.outer.Sum(in[:n])
}

func (m *hmac) Reset() {
	m.inner.Reset()
	m.inner.Write(m.ipad)
}

// Equal compares without a difference in time.
func Equal(mac1, mac2 []byte) bool { return subtle.ConstantTimeCompare(mac1, mac2) == 1 }
