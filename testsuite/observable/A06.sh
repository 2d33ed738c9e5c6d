# A06: a static binary has no PLT; -d=reloc lists relocations
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf
println_program >hi.go
run "$MINIGO" build -gcflags=-d=reloc -o h hi.go
expect 0
matches 'R_X86_64_(PC32|PLT32|64|32S?) '
run readelf -SW h
lacks .plt
lacks .rela
