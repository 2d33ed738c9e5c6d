package main

func main() {
	var f32 float32
	var f64 float64
	var c complex128
	var i int
	_ = complex(f32, f64)
	_ = complex(i, i)
	_ = complex(f32, 1)
	_ = complex("a", "b")
	_ = complex(1)
	_ = real(i)
	_ = imag(f64)
	_ = real(c)
	_ = real("x")
	_ = imag(1)
	var x float32 = real(c)
	_ = x
	real(c)
}
