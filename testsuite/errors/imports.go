package main

import (
	"fmt"
	"os"
	str "strings"
	_ "errors"
	. "strconv"
	"fmt"
	os2 "os"
)

var os int

func main() {
	fmt.Println()
	_ = fmt
	fmt()
	str := 1
	_ = str
}
