# tracebacks: how much GOTRACEBACK and SetTraceback show, states, registers, panics under way, the depth of an overflow
. "$SRCDIR/testsuite/observable/lib.sh"
cat >p.go <<'GO'
package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"syscall"
	"time"
)

func wait()              { select {} }
func locked(c chan int)  { runtime.LockOSThread(); <-c }
func single(c chan int)  { select { case c <- 1: } }
func nilonly(c chan int) { select { case <-c: case c <- 1: } }
func deeper(n int) int   { return deeper(n+1) + 1 }
func again()             { panic("again") }

func main() {
	go wait()
	go locked(make(chan int))
	go single(make(chan int))
	go nilonly(nil)
	time.Sleep(20 * time.Millisecond)
	if len(os.Args) > 2 {
		debug.SetTraceback(os.Args[2])
	}
	switch os.Args[1] {
	case "panic":
		panic("dying")
	case "nested":
		defer again()
		panic("first")
	case "quit":
		syscall.Kill(os.Getpid(), syscall.SIGQUIT)
	case "fpe":
		// to this thread: qemu 7.2 dies of it when a thread of its own gets it
		syscall.RawSyscall(syscall.SYS_TGKILL, uintptr(os.Getpid()), uintptr(syscall.Gettid()), uintptr(syscall.SIGFPE))
	case "overflow":
		println(deeper(0))
	}
	time.Sleep(time.Second)
}
GO
# shows ONE ALL RUNTIME STATUS: what is there of the panicking goroutine, the others, the runtime's functions
shows() {
	expect "$4"
	if [ "$1" = 1 ]; then contains 'goroutine 1 [running]:'; else lacks goroutine; fi
	if [ "$2" = 1 ]; then contains main.wait; else lacks main.wait; fi
	if [ "$3" = 1 ]; then contains runtime.main; else lacks runtime.main; fi
}
levels='unset:1002 none:0002 single:1002 all:1102 system:1112 crash:111134 0:0002 1:1102 2:1112 junk:0002'
builds -o p p.go
for l in $levels; do
	want=${l#*:} l=${l%:*}
	rest=${want#???} one=$(echo "$want" | cut -c1) all=$(echo "$want" | cut -c2) rt=$(echo "$want" | cut -c3)
	if [ "$l" = unset ]; then run env -u GOTRACEBACK ./p panic; else run env GOTRACEBACK="$l" ./p panic; fi
	shows "$one" "$all" "$rt" "$rest"
	[ "$l" = unset ] || [ "$one" = 0 ] || { run env GOTRACEBACK=none ./p panic "$l"; shows "$one" "$all" "$rt" "$rest"; }
done
run env GOTRACEBACK=all ./p panic none               # the environment's level is the least
contains main.wait

run ./p nested
expect 2
contains 'panic: first
	panic: again'
matches '^panic\(\.\.\.\)$'

# dump ARCH REGISTERS: states and registers, in this order
dump() {
	emu=
	[ "$1" = amd64 ] || emu=$QEMU
	[ "$1" = amd64 ] || [ -n "$QEMU" ] || return 0
	GOARCH=$1 builds -o p p.go
	run env GOTRACEBACK=none $emu ./p quit
	expect 2
	matches '^SIGQUIT: quit$'
	matches '^goroutine [0-9]+ \[select \(no cases\)\]:'
	matches '^goroutine [0-9]+ \[chan receive, locked to thread\]:'
	matches '^goroutine [0-9]+ \[chan send\]:'
	matches '^goroutine [0-9]+ \[select\]:'
	got=$(echo "$out" | sed -n 's/^\([a-z][a-z0-9]*\)  *0x[0-9a-f]*$/\1/p' | tr '\n' ' ')
	[ "$got" = "$2 " ] || fail "registers: $got"
	pc=$(echo "$out" | sed -n 's/^PC=\(0x[0-9a-f]*\) .*/\1/p')
	matches "^(rip|pc) +$pc\$"
	run $emu ./p fpe
	expect 2
	matches '^instruction bytes:( 0x[0-9a-f]+){16}$'
}
dump amd64 'rax rbx rcx rdx rdi rsi rbp rsp r8 r9 r10 r11 r12 r13 r14 r15 rip rflags cs fs gs'
dump arm64 "$(seq -f r%.0f -s ' ' 0 29) lr sp pc fault"

# millions of frames are counted quickly
builds -o p p.go
run timeout 60 ./p overflow
expect 2
matches '^fatal error: stack overflow'
matches '^\.\.\.[0-9]{6,} frames elided\.\.\.'
matches '^main\.main\(\)'

# the main goroutine is tied to its thread while the inits run, which is nobody's business
printf 'package main\n\nfunc init() { panic("early") }\n\nfunc main() {}\n' >p.go
builds -o p p.go
run ./p
expect 2
matches '^goroutine 1 \[running\]:$'
