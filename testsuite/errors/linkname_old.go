package p

import _ "unsafe"

//go:linkname missing missing

//go:linkname constant constant
const constant = 1
