# Random programs: the generator, compiled by minigo, writes the same as when compiled without optimization; so do its programs.
. "$SRCDIR/testsuite/observable/lib.sh"
dir=$SRCDIR/testsuite/tools/randprog
builds -O2 -o gen "$dir/main.go" "$dir/stmt.go"
builds -O0 -o gen0 "$dir/main.go" "$dir/stmt.go"
for seed in 17 42; do
	./gen -seed $seed -size 20 >p.go && ./gen0 -seed $seed -size 20 >p0.go || fail 'the generator fails'
	cmp -s p.go p0.go || fail "-O0 and -O2 of the generator differ on seed $seed"
	for o in -O0 -O2; do
		builds $o -o p$o p.go
		timeout 60 ./p$o >out$o 2>err$o
		echo "exit $?" >>out$o
	done
	cmp -s out-O0 out-O2 || fail "seed $seed prints different things at -O0 and -O2: $(diff out-O0 out-O2 | head -5)"
	[ "$(wc -l <out-O2)" -gt 10 ] || fail "seed $seed prints next to nothing"
done
