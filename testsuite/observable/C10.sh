# C10: env
. "$SRCDIR/testsuite/observable/lib.sh"
run env GOPATH=/gp GOARCH=arm64 "$MINIGO" env GOPATH GOOS GOARCH GOROOT
expect 0
[ "$(echo "$out" | wc -l)" = 4 ] || fail "not four lines: $out"
[ "$(echo "$out" | head -3 | tr '\n' ' ')" = '/gp linux arm64 ' ] || fail "$out"
run "$MINIGO" env
matches "^GOOS='linux'$"
(eval "$out") || fail 'the shell cannot read it'
run "$MINIGO" env -json
matches '^	"GOOS": "linux"'
run env GOFLAGS="a'b" "$MINIGO" env
contains "GOFLAGS='a'\\''b'"
