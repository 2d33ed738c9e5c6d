#!/bin/sh
# run.sh [MODEL...] - checks the models here with spin: each holds for all schedules, and each of its mutants does not.
dir=$(cd "$(dirname "$0")" && pwd)
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 1
bad=0

# verify MODEL [DEFINE]: true when no assertion fails and nothing hangs
verify() {
	spin -a ${2:+-D$2} "$dir/$1.pml" >log 2>&1 && ${CC-cc} ${SPIN_CFLAGS--O1} -w -DSAFETY -DVECTORSZ=2048 -o pan pan.c >>log 2>&1 || { cat log; exit 1; }
	./pan -m1000000 >log 2>&1
	grep -q 'errors: 0' log && ! grep -q 'max search depth' log
}

[ $# -gt 0 ] || set -- $(cd "$dir" && ls *.pml | sed 's/\.pml//')
for m in "$@"; do
	if verify "$m"; then echo "ok   $m ($(sed -n 's/ *\([0-9]*\) states, stored.*/\1/p' log) states)"; else bad=1; echo "FAIL $m"; cat log; fi
	for d in $(sed -n 's/.*mutants: \([A-Z ]*\).*/\1/p' "$dir/$m.pml"); do
		if verify "$m" "$d"; then bad=1; echo "FAIL $m: the mutant $d passes"; else echo "ok   $m: the mutant $d fails"; fi
	done
done
exit $bad
