# A05: -ldflags=-v shows the link
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
run "$MINIGO" build -o main -ldflags=-v hi.go
expect 0
contains 'link unit'
contains 'rt0_linux_'
matches 'ms .*bytes'
