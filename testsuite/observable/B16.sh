# B16: m0.g0 is g0, g0.m is m0; it is asserted
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
println_program >hi.go
boottrace
matches 'm0\.g0==g0=1 g0\.m==m0=1'
mutant check.c 's/if (getg() != &runtime_g0/static M other; other = runtime_m0; runtime_g0.m = \&other; &/'
builds -o hi hi.go
run $EMU ./hi
expect 2
contains 'fatal error: bad g0'
