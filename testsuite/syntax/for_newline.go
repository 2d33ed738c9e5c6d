package main

func main() {
	for true
	{
	}
}
