# M02: sysmon is a thread without a P, called sysmon
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
cat >p.go <<'GO'
package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	go func() {}()
	for range 500 { // a new thread takes its time on a busy machine
		time.Sleep(20 * time.Millisecond)
		tasks, _ := os.ReadDir("/proc/self/task")
		for _, t := range tasks {
			name, _ := os.ReadFile("/proc/self/task/" + t.Name() + "/comm")
			if string(name) == "sysmon\n" {
				fmt.Print("thread ", string(name))
				return
			}
		}
	}
}
GO
builds -o p p.go
run env GODEBUG=boottrace=1 $EMU ./p
expect 0
matches '^boottrace [0-9]+ sysmon started= m=1 p=-1 '
contains 'thread sysmon'
