# E02: the entry point is _rt0_ARCH_linux
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf nm
println_program >hi.go
for arch in amd64 arm64; do
	run env GOARCH=$arch "$MINIGO" build -o h hi.go; expect 0
	entry=$(readelf -h h | sed -n 's/.*Entry point address: *0x//p')
	sym=$(nm h | sed -n "s/^0*\([0-9a-f]*\) . _rt0_${arch}_linux$/\1/p")
	[ -n "$sym" ] && [ "$entry" = "$sym" ] || fail "$arch: entry $entry, symbol $sym"
done
