# L06: start-up is quick, and any root will do
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go && builds -ldflags=-s -o hi hi.go

# From start to exit: the median under 1 ms, and within 0.5 ms of a static C program's. Other load comes and goes, so the best of
# several rounds counts, each of a hundred runs by turns.
need cc
cat >c.c <<'C'
#include <unistd.h>
int main(void) { return write(2, "hi\n", 3) != 3; }
C
cc -O1 -o measure "$SRCDIR/testsuite/bench/measure.c" || fail 'measure.c does not build'
programs=./hi
"${CLANG:-clang-19}" -O2 -static -o c c.c 2>/dev/null && programs='./hi ./c'
for round in 1 2 3 4 5 6 7 8; do
	set -- $(./measure -s 100 $programs)
	mine=$1 c=${2-$1}
	[ "$mine" -ge 1000 ] || [ "$mine" -gt $((c + 500)) ] || break
done
[ "$mine" -lt 1000 ] || fail "a median of $mine us from start to exit"
[ "$mine" -le $((c + 500)) ] || fail "$mine us from start to exit, a static C program $c us"

[ "$(id -u)" = 0 ] || exit 0
mkdir empty && cp hi empty/ && chroot empty /hi 2>err
[ "$(cat err)" = hi ] || fail 'does not run in an empty root'
