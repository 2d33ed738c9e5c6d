package main

func main() {
	var x any
	switch y = x.(type) {
	}
	switch a, b := x.(type) {
	}
	switch y := x.(type); y {
	}
}
