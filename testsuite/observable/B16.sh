# B16: m0.g0 is g0, g0.m is m0
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
for arch in amd64 arm64; do
	boottrace $arch
	matches 'm0\.g0==g0=1 g0\.m==m0=1'
done
grep -q 'bad g0' "$SRCDIR/runtime/check.c" || fail 'check does not assert it'
