# B11: mcommoninit: m0 has id 0
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
boottrace amd64
matches '^boottrace [0-9]+ mcommoninit m0 id=0$'
