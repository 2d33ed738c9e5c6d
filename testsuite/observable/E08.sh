# E08: the table of sections
. "$SRCDIR/testsuite/observable/lib.sh"
hello >hello.go && builds -o h hello.go
run "$MINIGO" tool objdump -sections h
expect 0
matches '^\.text .* R - X  no$'
matches '^\.data .* R W -  yes$'
matches '^\.bss .* R W -  yes$'
matches '^\.noptrbss .* R W -  no$'
matches '^\.rodata .* R - -  no$'
matches '^\.gopclntab .* R - -  no$'
