# C09: version
. "$SRCDIR/testsuite/observable/lib.sh"
run "$MINIGO" version
expect 0
matches '^minigo version [^ ]+ linux/(amd64|arm64)'
matches 'go1\.[0-9]+'
