# C13: an installed compiler finds its library beside itself
. "$SRCDIR/testsuite/observable/lib.sh"
build=$(dirname "$(readlink -f "$MINIGO")")
[ -f "$build/Makefile" ] || skip 'not a build tree'
need make
make -s -C "$build" install DESTDIR="$PWD/dest" prefix=/opt/minigo >log 2>&1 || fail "make install: $(tail -5 log)"
[ "$(ls dest/opt/minigo/bin)" = minigo ] || fail 'bin holds more than minigo'
mv dest/opt/minigo elsewhere
println_program >hi.go
run env PATH="$PWD/elsewhere/bin:$PATH" minigo run hi.go
expect 0
equals hi
