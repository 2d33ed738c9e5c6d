# C08: any name, but the extension .go
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >app.go
cp app.go app.txt
run "$MINIGO" run app.go
expect 0
run "$MINIGO" run app.txt
expect 1
contains '.txt'
