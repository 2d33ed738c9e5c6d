# The library of a Go tree checks, with that tree as the source of its imports: all packages at once, and some with their tests.
# What needs cgo does not count. Skipped without a tree.
. "$SRCDIR/testsuite/observable/lib.sh"
root=${GOROOT:-/usr/local/go}
[ -d "$root/src/fmt" ] || skip 'no Go tree'
run "$MINIGO" tool check -stat -e "$root/src/..."
bad=$(echo "$out" | sed -n 's/^bad //p' | grep -vE '^(builtin|runtime/cgo|crypto/internal/sysrand/internal/seccomp)$')
[ -z "$bad" ] || fail "packages with false errors: $bad"
matches '^3[0-9][0-9] of 3[0-9][0-9] packages check; .* lines/s$'
for p in sort strings math/big encoding/json go/types; do
	run "$MINIGO" tool check -tests -e "$root/src/$p"
	[ "$status" = 0 ] || fail "$p with its tests: $out"
done
# a package that another one has loaded is named all the same, and once
run "$MINIGO" tool check -stat "$root/src/fmt" "$root/src/errors" "$root/src/fmt"
matches '^2 of 2 packages check; '
(cd "$root/src" && "$MINIGO" tool check -stat fmt errors fmt) | grep -q '^2 of 2 packages check; ' || fail 'fmt errors fmt by path are not 2 packages'
