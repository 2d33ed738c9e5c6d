// Package byteorder reads and writes numbers byte by byte; the compiler makes single loads and stores of it.
package byteorder

func BEUint16(b []byte) uint16 { return uint16(b[1]) | uint16(b[0])<<8 }
func LEUint16(b []byte) uint16 { return uint16(b[0]) | uint16(b[1])<<8 }

func BEUint32(b []byte) uint32 {
	_ = b[3]
	return uint32(b[3]) | uint32(b[2])<<8 | uint32(b[1])<<16 | uint32(b[0])<<24
}

func LEUint32(b []byte) uint32 {
	_ = b[3]
	return uint32(b[0]) | uint32(b[1])<<8 | uint32(b[2])<<16 | uint32(b[3])<<24
}

func BEUint64(b []byte) uint64 {
	_ = b[7]
	return uint64(BEUint32(b))<<32 | uint64(BEUint32(b[4:]))
}

func LEUint64(b []byte) uint64 {
	_ = b[7]
	return uint64(LEUint32(b)) | uint64(LEUint32(b[4:]))<<32
}

func BEPutUint32(b []byte, v uint32) {
	_ = b[3]
	b[0], b[1], b[2], b[3] = byte(v>>24), byte(v>>16), byte(v>>8), byte(v)
}

func LEPutUint32(b []byte, v uint32) {
	_ = b[3]
	b[0], b[1], b[2], b[3] = byte(v), byte(v>>8), byte(v>>16), byte(v>>24)
}

func BEPutUint64(b []byte, v uint64) {
	BEPutUint32(b, uint32(v>>32))
	BEPutUint32(b[4:], uint32(v))
}

func LEPutUint64(b []byte, v uint64) {
	LEPutUint32(b, uint32(v))
	LEPutUint32(b[4:], uint32(v>>32))
}

func BEAppendUint32(b []byte, v uint32) []byte {
	return append(b, byte(v>>24), byte(v>>16), byte(v>>8), byte(v))
}

func BEAppendUint64(b []byte, v uint64) []byte {
	return BEAppendUint32(BEAppendUint32(b, uint32(v>>32)), uint32(v))
}
