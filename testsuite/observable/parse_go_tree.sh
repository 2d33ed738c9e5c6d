# A Go source tree, about three million lines, parses, except what is broken on purpose. Skipped without one.
root=${GOROOT:-/usr/local/go}
[ -d "$root/src/fmt" ] || exit 77
"$MINIGO" tool parse -list -q "$root/src" "$root/test" >list 2>&1
bad=$(grep '^bad ' list | grep -v '/testdata/' | grep -vc "^bad $root/test/")
if [ "$bad" != 0 ]; then
	echo "rejected:"
	grep '^bad ' list | grep -v '/testdata/' | grep -v "^bad $root/test/" | head
	exit 1
fi
grep -q 'million lines' list
