# B17: the picture of the boot in docs/boot.md has the steps of a real boot, in order
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
boottrace amd64
[ -f "$SRCDIR/docs/boot.md" ] || fail "no docs/boot.md"
echo "$out" | sh "$SRCDIR/docs/boot-picture.sh" >picture
sed -n '/^<!-- picture -->$/,/^<!-- end -->$/p' "$SRCDIR/docs/boot.md" | sed '1d;$d' >doc
grep -q main.main picture || fail 'no picture'
cmp -s picture doc || fail "docs/boot.md is stale: $(diff doc picture)"
