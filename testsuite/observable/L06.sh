# L06: start-up is quick, and any root will do
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go && builds -ldflags=-s -o hi hi.go
cat >loop.sh <<'SH'
i=0; while [ $i -lt 100 ]; do ./hi 2>/dev/null; i=$((i+1)); done
SH
start=$(date +%s%N); sh loop.sh; end=$(date +%s%N)
ms=$(( (end - start) / 1000000 ))
[ "$ms" -lt 2000 ] || fail "100 runs took $ms ms"
[ "$(id -u)" = 0 ] || exit 0
mkdir empty && cp hi empty/ && chroot empty /hi 2>err
[ "$(cat err)" = hi ] || fail 'does not run in an empty root'
