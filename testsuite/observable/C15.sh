# C15: missing and unreadable files
. "$SRCDIR/testsuite/observable/lib.sh"
run "$MINIGO" build nosuch.go
expect 1
[ "$(echo "$out" | wc -l)" = 1 ] || fail "more than a line: $out"
contains 'no such file or directory'
[ "$(id -u)" = 0 ] && exit 0
println_program >secret.go && chmod 000 secret.go
run "$MINIGO" build secret.go
expect 1
contains 'permission denied'
