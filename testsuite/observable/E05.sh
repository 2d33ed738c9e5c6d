# E05: .text is readable and executable, not writable
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf
println_program >hi.go && builds -o h hi.go
run sh -c "readelf -SW h | grep ' \.text '"
matches ' AX '
run readelf -lW h
matches 'LOAD.* R E '
lacks 'RWE'
