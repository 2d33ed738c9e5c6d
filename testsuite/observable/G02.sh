# G02: g1 starts just under the top of its stack
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
for arch in amd64 arm64; do
	boottrace $arch
	matches 'newproc g=1 .*sp=0x[0-9a-f]+'
	[ "$(field newproc hi-sp)" -le 64 ] || fail "$out"
done
