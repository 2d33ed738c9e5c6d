# C01: run compiles and runs in one step
. "$SRCDIR/testsuite/observable/lib.sh"
run "$MINIGO" run "$SRCDIR/examples/hello/hello.go"
expect 0
equals 'Hello, Go!'
cat >exit3.go <<'GO'
package main

import "os"

func main() { os.Exit(3) }
GO
run "$MINIGO" run exit3.go
expect 3
