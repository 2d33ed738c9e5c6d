# C03: build writes an executable that needs nothing else
. "$SRCDIR/testsuite/observable/lib.sh"
hello >hello.go
builds -o hello hello.go
[ -x hello ] || fail 'not executable'
run ./hello
equals 'Hello, Go!'
[ "$(id -u)" = 0 ] && command -v chroot >/dev/null || exit 0
mkdir root && cp hello root/
run chroot root /hello
equals 'Hello, Go!'
