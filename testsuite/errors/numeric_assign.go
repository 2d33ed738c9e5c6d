package main

func main() {
	var i8 int8 = 127
	var u8 uint8 = 255
	var u uint = 1
	var f32 float32 = 0.1
	i8 = 128
	u8 = 256
	u8 = -1
	u = -1
	i8 = u8
	u8 = uint8(i8)
	f32 = 1e40
	f32 = float64(1)
	var c complex64 = 1e39
	var r rune = "a"
	var b byte = 'ab'
	_, _, _, _, _, _, _ = i8, u8, u, f32, c, r, b
}
