package main

import _ "embed"

func main() {
	//go:embed embed_local.go
	var x string
	_ = x
	func() {
		//go:embed embed_local.go
		var a, b []byte
		_, _ = a, b
	}()
}
