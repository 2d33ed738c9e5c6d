# B17: the picture of the boot in docs/boot.md has the steps of a real boot, in order
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
[ -f "$SRCDIR/docs/boot.md" ] || fail "no docs/boot.md"
# it is drawn on amd64; on arm64 the entry point has another name and the rest is the same
echo "$out" | sed "s/$GOARCH/amd64/g" | sh "$SRCDIR/docs/boot-picture.sh" >picture
sed -n '/^<!-- picture -->$/,/^<!-- end -->$/p' "$SRCDIR/docs/boot.md" | sed '1d;$d' >doc
grep -q main.main picture || fail 'no picture'
cmp -s picture doc || fail "docs/boot.md is stale: $(diff doc picture)"
