# B03: thread-local storage, m0 and g0; a store that goes elsewhere aborts
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
boottrace amd64
matches '^boottrace [0-9]+ tls m0\.g0==g0=1 g0\.m==m0=1'
need gdb
# the first system call is arch_prctl: with %fs elsewhere the check behind it must not pass
run gdb -nx -batch -ex 'set debuginfod enabled off' -ex 'catch syscall arch_prctl' -ex run -ex continue -ex 'p $fs_base = $fs_base + 64' -ex continue ./hi
matches 'SIG(ILL|TRAP|SEGV|ABRT)'
lacks 'exited normally'
