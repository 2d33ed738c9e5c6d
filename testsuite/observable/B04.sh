# B04: the check of sizes at every start; a runtime with a wrong one throws "bad ..."
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >hi.go
boottrace amd64
matches '^boottrace [0-9]+ check'
need clang-19 llvm-ar-19
cp -R "$SRCDIR/runtime" rt && sed -i 's/sizeof(i32) != 4/sizeof(i32) != 5/' rt/check.c
sh rt/build.sh clang-19 llvm-ar-19 amd64 rt bad.a || fail 'the runtime does not build'
# the compiler's own tree, with that archive
mkdir -p tree/lib/linux_amd64 && cp "$MINIGO" tree/minigo && ln -s "$SRCDIR/stdlib" tree/stdlib
cp "$(dirname "$MINIGO")"/lib/linux_amd64/*.a tree/lib/linux_amd64/ 2>/dev/null || skip 'not a build tree'
cp bad.a tree/lib/linux_amd64/runtime.a
run env MINIGOCACHE="$PWD/cache" tree/minigo build -o bad hi.go
expect 0
run ./bad
expect 2
contains 'fatal error: bad integer size'
