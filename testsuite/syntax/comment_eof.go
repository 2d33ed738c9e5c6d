package main

func main() {
}

/* not closed
