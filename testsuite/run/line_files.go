// Line directives inside a function name other files, with or without a line of their own; initialization is traced back, too.
package main

import (
	"fmt"
	"path/filepath"
	"runtime"
	"strings"
)

//go:noinline
func show() int {
	pc, file, line, _ := runtime.Caller(1)
	fmt.Println(filepath.Base(file) == "line_files.go", file[strings.LastIndexByte(file, '/')+1:] == file, line, runtime.FuncForPC(pc).Name())
	return line
}

func small() int { return show() }

var early = show()

func trace() (s []string) {
	buf := make([]byte, 4096)
	for _, line := range strings.Split(string(buf[:runtime.Stack(buf, false)]), "\n") {
		if strings.HasPrefix(line, "main.") {
			s = append(s, line)
		}
	}
	return
}

var starts = trace()

func main() {
	fmt.Println(starts)
//line grammar.y:987
	show()
//line foo.y:5
	show()
	if early > 0 {
//line :7
		show()
	}
	_, file, _, _ := runtime.Caller(0)
	fmt.Println(file)
/*line x.go:9:3*/ show()
//line ??:1
	show()
//line c:/a/b/../c.go:5
	_, file, _, _ = runtime.Caller(0)
	fmt.Println(file)
	small()
}
