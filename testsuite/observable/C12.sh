# C12: list -m
. "$SRCDIR/testsuite/observable/lib.sh"
run "$MINIGO" list -m
expect 0
equals 'command-line-arguments'
printf 'module example.com/app\n\ngo 1.26\n' >go.mod
run "$MINIGO" list -m
expect 0
equals 'example.com/app'
