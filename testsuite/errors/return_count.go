package main

func none() { return 1 }

func one() int { return }

func two() (int, error) { return 1 }

func three() (a, b int, c string) {
	if true {
		return 1, 2
	}
	return 1, 2, "x", nil
}

func four() (int, string) { return two() }

func five() (int, int) { return three() }

func main() {
	return 0
}
