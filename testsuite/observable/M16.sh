# M16: the last step of the boot is main.main, with the time that it took
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
last=$(echo "$out" | grep '^boottrace' | tail -1)
echo "$last" | grep -Eq '^boottrace [0-9]+ main\.main total_ns=[0-9]+$' || fail "$last"
# since the first instruction, as all times are
[ "$(field main.main total_ns)" -ge "$(echo "$last" | cut -d' ' -f2)" ] || fail "$last"
in_order runtime.main main.init main.main
