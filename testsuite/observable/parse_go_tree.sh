# A Go source tree, about three million lines: each file that gofmt takes parses, each that it refuses is refused with a position.
# gofmt is asked about test, the testdata folders, where wrong files are kept, and whatever is refused; the rest of src compiles, so
# that gofmt takes it. Skipped without a tree; without gofmt only the rest of src is looked at.
root=${GOROOT:-/usr/local/go}
PATH=$PATH:$root/bin
[ -d "$root/src/fmt" ] || exit 77
"$MINIGO" tool parse -list -q "$root/src" "$root/test" >list
grep 'million lines' list || exit 1
sed -n 's/^bad //p' list | sort >refused

if grep -v '/testdata/' refused | grep -v "^$root/test/" >wrong; then
	echo "refused:"
	head wrong
	exit 1
fi
while read -r file; do
	"$MINIGO" tool parse "$file" 2>&1 | grep -q '^[^ ]*:[0-9][0-9]*:' || { echo "$file: refused without a position"; exit 1; }
done <refused

command -v gofmt >/dev/null || exit 0
find "$root/src" -name testdata -type d -prune >dirs
gofmt -e -l "$root/test" $(cat dirs refused) 2>&1 >/dev/null | sed -n "s|^\($root/.*\.go\):[0-9][0-9]*:.*|\1|p" | sort -u >gofmt_refuses
[ -s gofmt_refuses ] && diff gofmt_refuses refused
