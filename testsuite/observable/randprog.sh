# Random programs: the generator, compiled by minigo, writes the same as when compiled without optimization; it leaves out no
# construct of its list; and its programs print the same at -O0 and -O2.
. "$SRCDIR/testsuite/observable/lib.sh"
dir=$SRCDIR/testsuite/tools/randprog
builds -O2 -o gen "$dir"/*.go
builds -O0 -o gen0 "$dir"/*.go
./gen -n 200 -size 20 -table >table || fail 'the generator fails'
[ "$(wc -l <table)" -gt 150 ] || fail 'the table of constructs is short'
if grep '^ *0 ' table; then fail 'constructs that no program contains'; fi
./gen -seed 17 -n 12 >p.go && ./gen0 -seed 17 -n 12 >p0.go || fail 'the generator fails'
cmp -s p.go p0.go || fail '-O0 and -O2 of the generator differ'
for o in -O0 -O2; do
	builds $o -o p$o p.go
	timeout 60 ./p$o >out$o 2>err$o
	echo "exit $?" >>out$o
done
cmp -s out-O0 out-O2 || fail "the programs print different things at -O0 and -O2: $(diff out-O0 out-O2 | head -5)"
[ "$(wc -l <out-O2)" -gt 120 ] || fail 'the programs print next to nothing'
