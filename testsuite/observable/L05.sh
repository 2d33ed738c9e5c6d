# L05: -size shows what takes the room; sizes stay small
. "$SRCDIR/testsuite/observable/lib.sh"
hello >hello.go
run "$MINIGO" build -size -o hello hello.go
expect 0
matches '^ +text +rodata +data +bss +package'
matches ' fmt$'
matches ' total$'

# at_most BYTES ARCH NAME: NAME.go stripped takes no more, nor over 2 % more than L05.sizes has on record. A program that grows
# for a good reason, or shrinks, gets its new line there in the same commit.
at_most() {
	GOARCH=$2 builds -ldflags='-s -w' -o small "$3.go"
	size=$(wc -c <small)
	[ "$size" -le "$1" ] || fail "$3 takes $size bytes stripped for $2, more than $1"
	record=$(sed -n "s/^$3 $2 //p" "$SRCDIR/testsuite/observable/L05.sizes")
	[ -n "$record" ] || fail "no record of $3 for $2, which takes $size bytes"
	[ $((size * 100)) -le $((record * 102)) ] || fail "$3 for $2 grew from $record bytes to $size, by more than 2 %"
	[ $((size * 100)) -ge $((record * 95)) ] || fail "$3 for $2 takes $size bytes: put that in L05.sizes instead of $record"
}
println_program >println.go
at_most 24576 amd64 println
at_most 24576 arm64 println
at_most 150000 amd64 hello
at_most 150000 arm64 hello

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
