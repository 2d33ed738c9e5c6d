package main

type speaker interface{ Speak() string }

type cat struct{}

func (cat) Speek() string { return "miau" }

func main() {
	var s speaker = cat{}
	_ = s
}
