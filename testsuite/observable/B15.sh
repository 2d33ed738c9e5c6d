# B15: g0: the system's stack of m0, with bounds, other Ms have their own; a debugger sees the frame
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
printf 'package main\n\nimport "time"\n\nfunc main() { time.Sleep(50 * time.Millisecond) }\n' >hi.go
boottrace
lo=$(field g0 'stack=\[lo') hi=$(field g0 'hi)')
size=$((hi - lo))
[ $size -gt 65000 ] && [ $size -le 65536 ] || fail "g0's stack has $size bytes"
lo=$(field sysmon 'stack=\[lo') hi=$(field sysmon 'hi)')
[ $((hi - lo)) -ge 16384 ] || fail "the g0 of sysmon's M has $((hi - lo)) bytes"
# the frame lies in the window
in_gdb ./hi "break *&'runtime.schedinit'" continue bt 'printf "sp %lu g0 %lu %lu\n", $sp, *(long *)&'"'runtime.g0', *((long *)&'runtime.g0' + 1)"
matches '^#1 .* runtime\.rt0_go'
lacks '#2 '
set -- $(echo "$out" | sed -n 's/^sp \([0-9]*\) g0 \([0-9]*\) \([0-9]*\)$/\1 \2 \3/p')
[ $# = 3 ] && [ "$1" -gt "$2" ] && [ "$1" -le "$3" ] && [ $(($3 - $2)) = $size ] || fail "$out"
