# C14: a directory without Go files
. "$SRCDIR/testsuite/observable/lib.sh"
mkdir empty && cd empty
run "$MINIGO" build
expect 1
equals "no Go files in $PWD"
