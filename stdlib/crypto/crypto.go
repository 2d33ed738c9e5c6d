// Package crypto names the hash functions and has the interfaces of keys.
package crypto

import (
	"hash"
	"io"
	"strconv"
)

// Hash names a hash function that another package implements.
type Hash uint

const (
	MD4 Hash = 1 + iota
	MD5
	SHA1
	SHA224
	SHA256
	SHA384
	SHA512
	MD5SHA1
	RIPEMD160
	SHA3_224
	SHA3_256
	SHA3_384
	SHA3_512
	SHA512_224
	SHA512_256
	BLAKE2s_256
	BLAKE2b_256
	BLAKE2b_384
	BLAKE2b_512
	maxHash
)

var kinds = [maxHash]struct {
	name string
	size int
}{MD4: {"MD4", 16}, MD5: {"MD5", 16}, SHA1: {"SHA-1", 20}, SHA224: {"SHA-224", 28}, SHA256: {"SHA-256", 32}, SHA384: {"SHA-384", 48},
	SHA512: {"SHA-512", 64}, MD5SHA1: {"MD5+SHA1", 36}, RIPEMD160: {"RIPEMD-160", 20}, SHA3_224: {"SHA3-224", 28},
	SHA3_256: {"SHA3-256", 32}, SHA3_384: {"SHA3-384", 48}, SHA3_512: {"SHA3-512", 64}, SHA512_224: {"SHA-512/224", 28},
	SHA512_256: {"SHA-512/256", 32}, BLAKE2s_256: {"BLAKE2s-256", 32}, BLAKE2b_256: {"BLAKE2b-256", 32},
	BLAKE2b_384: {"BLAKE2b-384", 48}, BLAKE2b_512: {"BLAKE2b-512", 64}}

var makers [maxHash]func() hash.Hash

func (h Hash) HashFunc() Hash { return h }

func (h Hash) String() string {
	if h > 0 && h < maxHash {
		return kinds[h].name
	}
	return "unknown hash value " + strconv.Itoa(int(h))
}

func (h Hash) Size() int {
	if h > 0 && h < maxHash {
		return kinds[h].size
	}
	panic("crypto: Size of unknown hash function")
}

// New gives a hash of the kind, whose package must be linked in.
func (h Hash) New() hash.Hash {
	if h > 0 && h < maxHash && makers[h] != nil {
		return makers[h]()
	}
	panic("crypto: requested hash function #" + strconv.Itoa(int(h)) + " is unavailable")
}

func (h Hash) Available() bool { return h < maxHash && makers[h] != nil }

// RegisterHash is called by the packages that implement hashes.
func RegisterHash(h Hash, f func() hash.Hash) {
	if h >= maxHash {
		panic("crypto: RegisterHash of unknown hash function")
	}
	makers[h] = f
}

type (
	PublicKey     any
	PrivateKey    any
	DecrypterOpts any
)

type SignerOpts interface{ HashFunc() Hash }

type Signer interface {
	Public() PublicKey
	Sign(rand io.Reader, digest []byte, opts SignerOpts) (signature []byte, err error)
}

type MessageSigner interface {
	Signer
	SignMessage(rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error)
}

type Decrypter interface {
	Public() PublicKey
	Decrypt(rand io.Reader, msg []byte, opts DecrypterOpts) (plaintext []byte, err error)
}

// SignMessage hashes and signs msg.
func SignMessage(signer Signer, rand io.Reader, msg []byte, opts SignerOpts) (signature []byte, err error) {
	if ms, ok := signer.(MessageSigner); ok {
		return ms.SignMessage(rand, msg, opts)
	}
	if opts.HashFunc() != 0 {
		h := opts.HashFunc().New()
		h.Write(msg)
		msg = h.Sum(nil)
	}
	return signer.Sign(rand, msg, opts)
}
