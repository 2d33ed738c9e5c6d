package main

import (
	"fmt"
	"fmt"
	f "fmt"
	. "fmt"
)

var fmt = 1

func main() {}
