# B07: schedinit and its children, in order
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
for arch in amd64 arm64; do
	boottrace $arch
	in_order schedinit stackinit mallocinit mcommoninit gcinit procresize sched g0 newproc mstart
done
