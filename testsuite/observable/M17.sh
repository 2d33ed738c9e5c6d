# M17: main's return ends the program, whatever the other goroutines do
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >p.go <<'GO'
package main

import "runtime"

func main() {
	go func() {
		defer println("not printed")
		for {
			runtime.Gosched()
		}
	}()
	go func() {
		defer println("nor this")
		select {}
	}()
	for i := 0; i < 10; i++ {
		runtime.Gosched()
	}
	println("main ends")
}
GO
builds -o p p.go
run timeout 100 $EMU ./p
expect 0
equals 'main ends'
