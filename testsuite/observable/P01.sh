# P01: tool compile writes an ELF object, and finds fmt by itself
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf nm
hello >f.go
run "$MINIGO" tool compile -o x.o f.go
expect 0
run readelf -h x.o
matches 'Type: +REL'
matches 'Class: +ELF64'
run nm x.o
matches ' T main\.main$'
run "$MINIGO" tool compile f.go
expect 0
[ -s f.o ] || fail 'no f.o'
