#!/bin/sh
# build.sh CLANG AR ARCH SRCDIR OUT.a [nocheck|debug] - compiles the runtime for linux/ARCH (amd64, arm64) into an archive.
# Hot files at -O2, warm ones at -Os, the others as small as can be. With nocheck the stack checks are left out (-d=stackguard),
# with debug there are assertions (-d=rtdebug). ONLY="NAME ...": these files alone; OUT.a is there and has the others.
set -e
clang=$1 ar=$2 arch=$3 src=$4 out=$5 off= kind=${6-}
[ "$kind" != nocheck ] || off=1
case $arch in
amd64) target=--target=x86_64-linux-gnu cpu=-mno-red-zone ;;
arm64) target=--target=aarch64-linux-gnu cpu="-ffixed-x28 -ffixed-x18 -mno-outline -mno-outline-atomics" ;;
*) echo "build.sh: unknown architecture $arch" >&2; exit 2 ;;
esac
hot="malloc gcmark gcfinal map mapfast mem barrier slice chan select sched sema pool time netpoll"
warm="vdso gcsweep gc alg float iface assert proc lock string syscall mthread"
cold="cgroup forkexec gccheck heapcheck mheap boot os_linux env check stack panic rterr print symtab traceback signal sigregs sigqueue stw sysmon schedtrace schedtest debug preempt mfinal api"
flags="$target $cpu -std=gnu11 -ffreestanding -fno-builtin -fno-stack-protector -fno-omit-frame-pointer -mno-omit-leaf-frame-pointer
-fno-asynchronous-unwind-tables -fno-unwind-tables -fno-pic -fno-optimize-sibling-calls -ffunction-sections -fdata-sections
-fno-strict-aliasing -fwrapv -g1 -gdwarf-5 -Wall -Wextra -Werror -Wno-unused-parameter -I$src"
[ -z "$off" ] || flags="$flags -DNOSTACKCHECK"
[ "$kind" != debug ] || flags="$flags -DRTDEBUG"
flags="$flags ${RTFLAGS-}"
wanted() { case " ${ONLY-$1} " in *" $1 "*) ;; *) return 1 ;; esac; }
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cc() { # opt name
	wanted "$2" || return 0
	"$clang" $flags $1 -S -o "$tmp/$2.s" "$src/$2.c"
	awk -v arch="$arch" -v off="$off" -f "$src/stackcheck.awk" "$tmp/$2.s" > "$tmp/$2.c.s"
	"$clang" $target -c -o "$tmp/$2.o" "$tmp/$2.c.s"
}
for f in $hot; do cc -O2 "$f"; done
for f in $warm; do cc -Os "$f"; done
for f in $cold; do cc -Oz "$f"; done
for f in rt0_linux asm sys_linux; do
	! wanted $f || "$clang" $target -I"$src" -c -o "$tmp/$f.o" "$src/${f}_$arch.S"
done
[ -n "${ONLY-}" ] || rm -f "$out"
"$ar" rcsD "$out" "$tmp"/*.o
