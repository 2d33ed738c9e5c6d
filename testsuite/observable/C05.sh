# C05: an unknown GOOS is a clear error
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hello.go
run env GOOS=windows "$MINIGO" build hello.go
expect 2
contains 'unsupported GOOS'
contains 'linux/amd64'
