# L05: -size shows what takes the room; sizes stay small
. "$SRCDIR/testsuite/observable/lib.sh"
hello >hello.go
run "$MINIGO" build -size -o hello hello.go
expect 0
matches '^ +text +rodata +data +bss +package'
matches ' fmt$'
matches ' total$'
builds -ldflags='-s -w' -o small hello.go
size=$(wc -c <small)
[ "$size" -le 240000 ] || fail "hello takes $size bytes stripped"
