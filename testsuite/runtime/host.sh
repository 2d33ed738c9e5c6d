# Unit tests of the runtime's C on the host, with AddressSanitizer and UBSan in them and in the runtime (host/host.c is what
# the runtime has in assembly, host/heap.c and host/arena.c the memory).
[ "$(uname -m)" = x86_64 ] || exit 77
clang=${CLANG:-clang-19} here=$SRCDIR/testsuite/runtime rt=${RUNTIME:-$SRCDIR/runtime}
flags="-O1 -g1 -std=gnu11 -fno-builtin -fno-omit-frame-pointer -fno-pic -fwrapv -fno-strict-aliasing -D_GNU_SOURCE -DHOSTTEST -I$rt
-Wall -Wextra -Werror -Wno-unused-parameter -Wno-unused-function
-fsanitize=address,undefined -fno-sanitize-recover=all -ffunction-sections -fdata-sections"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
echo 'int main(void) { return 0; }' > "$tmp/probe.c"
"$clang" -fsanitize=address,undefined -o "$tmp/probe" "$tmp/probe.c" 2>/dev/null && "$tmp/probe" || { echo "skip: $clang has no AddressSanitizer"; exit 77; }

status=0
# test NAME OBJECT...
hosttest() {
	n=$1
	shift
	"$clang" $flags -include "$here/host/host.h" -c -o "$tmp/$n.t.o" "$here/$n.c" &&
	"$clang" -fsanitize=address,undefined -no-pie -fuse-ld=lld -Wl,--gc-sections ${wrap-} -o "$tmp/$n" "$tmp/$n.t.o" "$@" &&
	out=$(timeout 60 "$tmp/$n" 2>&1)
	if [ $? -eq 0 ] && [ "$out" = ok ]; then
		echo "PASS host/$n"
	else
		echo "FAIL host/$n"
		echo "$out" | head -40
		status=1
	fi
}
# compile FLAGS NAME...: files of the runtime, or of host/, to $objects
compile() {
	f=$1 objects=
	shift
	for c; do
		case $c in
		host/*) src=$here/$c.c f1="$f -DHOSTSHIM" ;;
		*) src=$rt/$c.c f1=$f ;;
		esac
		"$clang" $flags $f1 -include "$here/host/host.h" -c -o "$tmp/${c#host/}.o" "$src" || exit 1
		objects="$objects $tmp/${c#host/}.o"
	done
}
compile "" chan select time map mapfast mem barrier alg lock print string host/host host/heap
for t in chan select timer map mem; do hosttest $t $objects; done
compile -DHOSTARENA malloc mheap gcsweep mem barrier lock print string host/host host/arena
wrap=-Wl,--wrap=runtime.mallocgc
hosttest alloc $objects
exit $status
