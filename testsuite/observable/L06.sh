# L06: start-up is quick, and any root will do
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go && builds -ldflags=-s -o hi hi.go
cat >loop.sh <<'SH'
i=0; while [ $i -lt 50 ]; do $1 2>/dev/null; i=$((i+1)); done
SH
# batch PROGRAM: microseconds for each of 50 runs
batch() {
	start=$(date +%s%N); sh loop.sh "$1"; end=$(date +%s%N)
	us=$(( (end - start) / 50000 ))
}
batch ./hi
[ "$us" -lt 20000 ] || fail "a run takes $us us"

# against a static C program, the best of alternating batches each: other load comes and goes
cat >c.c <<'C'
#include <unistd.h>
int main(void) { return write(2, "hi\n", 3) != 3; }
C
if "${CLANG:-clang-19}" -O2 -static -o c c.c 2>/dev/null; then
	mine=999999999 c=999999999
	for i in 1 2 3 4 5 6; do
		batch ./hi; [ "$us" -ge "$mine" ] || mine=$us
		batch ./c; [ "$us" -ge "$c" ] || c=$us
	done
	[ "$mine" -le $((c + 500)) ] || fail "$mine us from start to exit, a static C program $c us"
fi
[ "$(id -u)" = 0 ] || exit 0
mkdir empty && cp hi empty/ && chroot empty /hi 2>err
[ "$(cat err)" = hi ] || fail 'does not run in an empty root'
