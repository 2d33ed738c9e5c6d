// The first program: it prints one line. 最初的程序。
package main // every executable is a package main

import "fmt" // formatted output from the standard library

func main() { // execution starts here
	fmt.Println("Hello, Go!") // 输出一行 – une ligne – eine Zeile
}
