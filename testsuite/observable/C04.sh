# C04: the default name of the output
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >main.go
builds main.go
[ -x main ] || fail 'no ./main'
mkdir proj && cd proj && println_program >x.go && printf 'module example.com/things/widget\n\ngo 1.26\n' >go.mod
builds
[ -x widget ] || fail "no ./widget: $(ls)"
mkdir ../tool && cd ../tool && println_program >x.go
builds
[ -x tool ] || fail 'no ./tool'
