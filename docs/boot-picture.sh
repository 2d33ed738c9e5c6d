#!/bin/sh
# boot-picture.sh - draws the boot from a real one: GODEBUG=boottrace=1 ./program 2>&1 | sh docs/boot-picture.sh
# docs/boot.md holds the result; testsuite/observable/B17.sh compares the two.
awk '
BEGIN {
	note["rt0_amd64_linux"] = "the entry point; jumps to _rt0_amd64, which takes argc and argv from the stack"
	note["rt0_go"] = "g0 gets a window of the system stack, and its guard"
	note["args.copy"] = "argc and argv are kept"
	note["tls"] = "thread-local storage holds g; m0 and g0 know each other"
	note["check"] = "sizes, floats and atomics are what the compiler believes"
	note["args"] = "argv, the environment, the page size of the auxiliary vector"
	note["osinit"] = "number of CPUs"
	note["schedinit"] = "everything that the scheduler needs:"
	note["stackinit"] = "stack segments"
	note["mallocinit"] = "the heap reserves its addresses; the P gets its cache"
	note["mcommoninit"] = "m0 gets its number"
	note["gcinit"] = "GOGC, GOMEMLIMIT"
	note["procresize"] = "as many Ps as GOMAXPROCS or CPUs; containers may allow fewer"
	note["sched"] = "the scheduler as it is now"
	note["g0"] = "bounds of the stack of g0"
	note["newproc"] = "goroutine 1, which will run runtime.main, waits on the run queue"
	note["mstart"] = "the thread becomes an M"
	note["schedule"] = "takes goroutine 1"
	note["gogo"] = "switches from g0 to its stack"
	note["runtime.main"] = "the first goroutine runs"
	note["gcenable"] = "from here on the collector may run"
	note["cgo=off"] = "no C"
	note["main.init"] = "packages are initialized, imports first"
	note["main.main"] = "the program"
	for (n = split("stackinit mallocinit mcommoninit gcinit procresize sched g0", a, " "); n > 0; n--) inner[a[n]] = 1
}
/^boottrace / {
	if (seen++ && !inner[$3]) print "        |"
	if (inner[$3]) printf "        |    |- %-16s %s\n", $3, note[$3]
	else printf "    %-26s %s\n", $3, note[$3]
}' | sed 's/ *$//'
