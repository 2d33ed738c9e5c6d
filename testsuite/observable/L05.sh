# L05: -size shows what takes the room; sizes stay small
. "$SRCDIR/testsuite/observable/lib.sh"
hello >hello.go
run "$MINIGO" build -size -o hello hello.go
expect 0
matches '^ +text +rodata +data +bss +package'
matches ' fmt$'
matches ' total$'

# at_most BYTES ARCH FILE.go: the stripped program
at_most() {
	GOARCH=$2 builds -ldflags='-s -w' -o small "$3"
	size=$(wc -c <small)
	[ "$size" -le "$1" ] || fail "$3 takes $size bytes stripped for $2, more than $1"
}
println_program >println.go
at_most 24576 amd64 println.go
at_most 24576 arm64 println.go
at_most 150000 amd64 hello.go
at_most 150000 arm64 hello.go

# what a program does not use is not in it
builds -o println println.go
need nm
run nm println
lacks runtime.mallocgc
lacks gc_run
lacks sysmon
lacks runtime.gopanic
run nm hello
contains runtime.mallocgc
lacks sysmon
lacks fmtsort.compare
lacks strconv.AppendFloat
