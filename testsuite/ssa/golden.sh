#!/bin/sh
# golden.sh MINIGO FILE.ssa...: the first line of each file says how, "# ssaparse FLAGS"; what comes out (messages first) must be the
# file's .out. With -u the .out files are written.
minigo=$1; shift
update=; [ "$1" = -u ] && { update=1; shift; }
fail=0
for f; do
	args=$(sed -n '1s/^# ssaparse *//p' "$f")
	got=$($minigo tool ssaparse $args "$f" 2>&1 | sed "s|^$(dirname "$f")/||")
	if [ -n "$update" ]; then
		printf '%s\n' "$got" > "${f%.ssa}.out"
	elif [ "$got" != "$(cat "${f%.ssa}.out")" ]; then
		echo "FAIL $f"
		printf '%s\n' "$got" | diff "${f%.ssa}.out" - | head -20
		fail=1
	fi
done
exit $fail
