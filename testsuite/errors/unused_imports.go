package main

import (
	"errors"
	str "strings"
	. "sort"
	_ "unicode"
	"fmt"
)

func main() {
	fmt.Println()
}
