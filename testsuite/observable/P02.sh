# P02: -d=phases names the phases in the order of the pipeline
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
run "$MINIGO" build -a -gcflags=-d=phases -o h hi.go
expect 0
names=$(echo "$out" | sed 's/ *[0-9.]* ms$//' | tr '\n' ',')
[ "$names" = 'parse,typecheck,ssa,ssa passes,lower to LLVM,LLVM passes,machine code,link unit,link,' ] || fail "$names"
