# M09: inittrace lists the packages in the order of their dependencies
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
hello >hello.go && builds -o hello hello.go
run env GODEBUG=inittrace=1 $EMU ./hello
expect 0
matches '^init fmt @[0-9.]+ ms, [0-9.]+ ms clock, [0-9]+ bytes, [0-9]+ allocs$'
out=$(echo "$out" | sed -n 's/^init \([^ ]*\) .*/\1/p')
before() { [ "$(echo "$out" | grep -nx "$1" | cut -d: -f1)" -lt "$(echo "$out" | grep -nx "$2" | cut -d: -f1)" ] || fail "$1 is not before $2: $out"; }
before errors os
before os fmt
before strconv fmt
