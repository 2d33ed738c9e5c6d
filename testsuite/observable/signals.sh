# signals without os/signal: how they end a program, and which do not
. "$SRCDIR/testsuite/observable/lib.sh"
cat >p.go <<'GO'
package main

import (
	"os"
	"strconv"
	"syscall"
	"time"
)

func wait() { time.Sleep(20 * time.Second) }

func main() {
	go wait()
	n, _ := strconv.Atoi(os.Args[1])
	go func() {
		time.Sleep(5 * time.Millisecond)
		syscall.Kill(syscall.Getpid(), syscall.Signal(n))
	}()
	time.Sleep(300 * time.Millisecond)
	println("alive")
}
GO
builds -o p p.go
# ignored SIGNAL: this shell was started so, as in the background
ignored() { [ $((0x$(sed -n 's/^SigIgn:[[:space:]]*//p' /proc/self/status) >> ($1 - 1) & 1)) = 1 ]; }
for sig in 1 2 15 9; do
	ignored $sig && continue
	run timeout 20 ./p $sig
	expect $((128 + sig))
done
for sig in 10 12 13 14 17 18 23 24 25 26 27 28 29 30; do
	run timeout 20 ./p $sig
	expect 0
	equals alive
done
for sig in 3:quit 4:illegal 6:abort 7:bus 8:floating 11:segmentation 31:system; do
	run timeout 20 ./p ${sig%:*}
	expect 2
	contains "${sig#*:}"
	matches '^SIG[A-Z]+: '
	matches '^PC=0x[0-9a-f]+ m=[0-9]+ sigcode='
	matches '^goroutine 1 \[sleep\]:'
	contains main.wait
done

# started with SIGHUP ignored
run sh -c 'trap "" HUP; ./p 1'
expect 0

# nobody reads standard output: SIGPIPE; other pipes: an error
cat >w.go <<'GO'
package main

import (
	"fmt"
	"os"
)

func main() {
	r, w, _ := os.Pipe()
	r.Close()
	_, err := w.Write([]byte("x"))
	fmt.Fprintln(os.Stderr, err)
	for range 1 << 20 {
		fmt.Println("hello")
	}
	fmt.Fprintln(os.Stderr, "not reached")
}
GO
builds -o w w.go
run sh -c '{ ./w; echo $? >status; } | true; cat status'
equals 'write |1: broken pipe
141'
