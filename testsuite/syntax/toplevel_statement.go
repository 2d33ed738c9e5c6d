package main

x := 1

func main() {
}

println(1)

for {
}

func g() {
}
