# A03: arm64: adrp and add, runs under qemu
. "$SRCDIR/testsuite/observable/lib.sh"
[ -n "$QEMU" ] || skip 'no qemu-aarch64-static'
println_program >hi.go
run env GOARCH=arm64 "$MINIGO" build -o h hi.go
expect 0
run "$QEMU" ./h
equals hi
dump=$(command -v llvm-objdump-19 || command -v aarch64-linux-gnu-objdump) || exit 0
run sh -c "$dump -d h | grep -A40 'rt0_go>:'"
contains adrp
