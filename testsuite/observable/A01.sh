# A01: GOARCH chooses rt0; an unknown pair is an error that lists the known ones
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
for arch in amd64 arm64; do
	run env GOARCH=$arch "$MINIGO" build -a -x -o h hi.go
	contains "rt0_linux_$arch.S"
done
run env GOARCH=mips "$MINIGO" build hi.go
expect 2
contains 'linux/mips'
contains 'linux/amd64'
contains 'linux/arm64'
