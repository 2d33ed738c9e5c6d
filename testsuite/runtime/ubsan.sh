# The runtime's unit tests with UBSan in the runtime and in them: what is undefined traps.
build=$(dirname "$MINIGO")
[ -d "$build/lib" ] || exit 77
command -v clang-19 >/dev/null && command -v llvm-ar-19 >/dev/null || exit 77
RTFLAGS='-fsanitize=undefined,bounds -fsanitize-trap=all'
export RTFLAGS
sh "$SRCDIR/runtime/build.sh" clang-19 llvm-ar-19 amd64 "$SRCDIR/runtime" runtime.a || exit 1
sh "$SRCDIR/runtime/build.sh" clang-19 llvm-ar-19 amd64 "$SRCDIR/runtime" runtime_debug.a debug || exit 1
sh "$SRCDIR/testsuite/runtime/run.sh" amd64 runtime.a
