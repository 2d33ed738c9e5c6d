# M16: the last step of the boot is main.main, with the time that it took
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
boottrace amd64
last=$(echo "$out" | grep '^boottrace' | tail -1)
echo "$last" | grep -Eq '^boottrace [0-9]+ main\.main total_ns=[0-9]+$' || fail "$last"
in_order runtime.main main.init main.main
