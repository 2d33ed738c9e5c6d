package main

func main() {
	var f32 float32
	var f64 float64
	_ = complex(f32, f64)
	_ = complex(1, "a")
	_ = complex(1)
	_ = real(1.5)
	_ = real(f64)
	_ = imag("x")
	var c complex64 = complex(f64, f64)
	_ = c < c
	_ = c % c
}
