# C15: missing and unreadable files give different errors of one line
. "$SRCDIR/testsuite/observable/lib.sh"
run "$MINIGO" build nosuch.go
expect 1
[ "$(echo "$out" | wc -l)" = 1 ] || fail "more than a line: $out"
contains 'no such file or directory'
println_program >secret.go && chmod 000 secret.go
as=                                   # root may read everything, unless it gives that up
if [ "$(id -u)" = 0 ]; then
	need setpriv
	as='setpriv --bounding-set=-dac_override,-dac_read_search'
fi
run $as "$MINIGO" build secret.go
expect 1
[ "$(echo "$out" | wc -l)" = 1 ] || fail "more than a line: $out"
contains 'permission denied'
contains secret.go
