#!/bin/sh
# run.sh ARCH ARCHIVE [test.c ...] - builds each unit test of the runtime's C with the runtime, as the compiler would a Go program,
# and runs it; arm64 under qemu. Prints PASS, FAIL or SKIP a test; fails if one does. A test that defines RTDEBUG gets the debug
# build: X_debug.a beside the archive X.a.
arch=$1 archive=$2
shift 2
dir=$(dirname "$0")
rt=$dir/../../runtime
clang=${CLANG:-clang-19} lld=${LLD:-ld.lld-19} emu=
case $arch in
amd64) target=--target=x86_64-linux-gnu cpu=-mno-red-zone ;;
arm64)
	target=--target=aarch64-linux-gnu cpu="-ffixed-x28 -ffixed-x18 -mno-outline -mno-outline-atomics"
	emu=$(command -v qemu-aarch64-static) || { echo "SKIP runtime $arch: no qemu"; exit 0; }
	;;
esac
[ "$(uname -m)" = aarch64 ] && emu=
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
[ $# -gt 0 ] || set -- "$dir"/*.c
status=0
for t; do
	n=$(basename "$t" .c) lib=$archive
	! grep -q '^#define RTDEBUG' "$t" || lib=${archive%.a}_debug.a
	"$clang" $target $cpu -O1 -std=gnu11 -ffreestanding -fno-builtin -fno-stack-protector -fno-omit-frame-pointer \
		-mno-omit-leaf-frame-pointer -fno-asynchronous-unwind-tables -fno-pic -fno-optimize-sibling-calls -fwrapv \
		-fno-strict-aliasing -g1 ${RTFLAGS-} -I"$rt" -S -o "$tmp/t.s" "$t" &&
	awk -v arch="$arch" -f "$rt/stackcheck.awk" "$tmp/t.s" > "$tmp/u.s" &&
	"$clang" $target -c -o "$tmp/t.o" "$tmp/u.s" &&
	"$lld" --gc-sections -z noseparate-code -T "$dir/link.ld" -e _rt0_${arch}_linux -o "$tmp/$n" "$tmp/t.o" --whole-archive "$lib" &&
	out=$(timeout 120 $emu "$tmp/$n" 2>&1)
	if [ $? -eq 0 ] && [ "$out" = ok ]; then
		echo "PASS runtime/$n $arch"
	else
		echo "FAIL runtime/$n $arch"
		echo "$out" | head -20
		status=1
	fi
done
exit $status
