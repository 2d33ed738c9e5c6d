# C02: run keeps no intermediate binary
. "$SRCDIR/testsuite/observable/lib.sh"
mkdir d tmp && hello >d/hello.go
before=$(ls -A d tmp)
(cd d && TMPDIR=$PWD/../tmp "$MINIGO" run hello.go >/dev/null) || fail 'run'
[ "$(ls -A d tmp)" = "$before" ] || fail "left behind: $(ls -A d tmp)"
