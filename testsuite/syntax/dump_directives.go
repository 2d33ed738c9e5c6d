//go:build go1.21 && linux

package p

import _ "unsafe"

//go:linkname local remote.name
//go:noinline
//go:nosplit
func f()

//go:noescape
func g(*int)

//go:embed a.txt b.txt
var s string

//line x.go:100
type T int
