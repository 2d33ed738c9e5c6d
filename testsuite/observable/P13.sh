# P13: loops are vectorised, and multiply-add is never fused
. "$SRCDIR/testsuite/observable/lib.sh"
cat >p.go <<'X'
package main

//go:noinline
func saxpy(y, x []float32, a float32) {
	for i := range x {
		y[i] += a * x[i]
	}
}

func main() {
	y := make([]float32, 100)
	saxpy(y, y, 2)
	println(len(y))
}
X
run "$MINIGO" build -gcflags=-S -o p p.go; expect 0
out=$(echo "$out" | sed -n '/^main\.saxpy:/,/\.cfi_endproc/p')
matches mulps
matches addps
lacks vfmadd
run env GOARCH=arm64 "$MINIGO" build -gcflags=-S -o p p.go; expect 0
out=$(echo "$out" | sed -n '/^main\.saxpy:/,/\.cfi_endproc/p')
matches 'fmul.*\.4s'
matches 'fadd.*\.4s'
lacks fmla
lacks fmadd
