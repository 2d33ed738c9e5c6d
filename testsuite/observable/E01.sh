# E01: the ELF header
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf
hello >hello.go
for arch in amd64 arm64; do
	run env GOARCH=$arch "$MINIGO" build -o h hello.go; expect 0
	run readelf -h h
	matches 'Magic: +7f 45 4c 46 02 01 01 00'
	matches 'Class: +ELF64'
	matches "Data: +2's complement, little endian"
	matches 'Type: +EXEC'
	matches 'Start of program headers: +64 '
	[ $arch = amd64 ] && matches 'Machine: +Advanced Micro Devices X86-64'
	[ $arch = arm64 ] && matches 'Machine: +AArch64'
done
exit 0
