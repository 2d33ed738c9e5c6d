# lib.sh - for the tests here: . "$SRCDIR/testsuite/observable/lib.sh". Each runs in an empty directory with MINIGO, SRCDIR, QEMU set.
set -u
fail() { echo "FAIL: $*"; exit 1; }
skip() { echo "skipped: $*"; exit 77; }
need() { for p in "$@"; do command -v "$p" >/dev/null 2>&1 || skip "no $p"; done; }
# run COMMAND...: its output is in $out, its exit status in $status
run() { out=$("$@" 2>&1); status=$?; }
expect() { [ "$status" = "$1" ] || fail "exit status $status, want $1: $out"; }
contains() { case "$out" in *"$1"*) ;; *) fail "no '$1' in: $out" ;; esac; }
lacks() { case "$out" in *"$1"*) fail "'$1' in: $out" ;; esac; }
equals() { [ "$out" = "$1" ] || fail "got '$out', want '$1'"; }
matches() { echo "$out" | grep -Eq -- "$1" || fail "nothing matches '$1' in: $out"; }
hello() { cat "$SRCDIR/examples/hello/hello.go"; }
builds() { run "$MINIGO" build "$@"; [ "$status" = 0 ] || fail "build $*: $out"; }
println_program() { printf 'package main\n\nfunc main() {\n\tprintln("hi")\n}\n'; }
add_program() { printf 'package main\n\n//go:noinline\nfunc add(a, b int) int { return a + b }\n\nfunc main() { println(add(1, 2)) }\n'; }
# phase NAME: $out, a dump of all phases, becomes the text after that phase
phase() { out=$(echo "$out" | awk -v p="$1" '/^# / { on = substr($0, index($0, ": ") + 2) == p; next } on'); [ -n "$out" ] || fail "no phase $1"; }
# each_target: the script from here on runs for amd64, then for arm64, in directories of these names; GOARCH is in the environment, and
# $EMU goes before a program that the script starts. With GOARCH set already: for that target alone.
each_target() {
	EMU=
	case ${GOARCH-} in
	'') ;;
	"$(uname -m | sed 's/x86_64/amd64/; s/aarch64/arm64/')") return ;;
	arm64) EMU=$QEMU; [ -n "$EMU" ] || skip 'no qemu'; return ;;
	*) skip "nothing to run $GOARCH with" ;;
	esac
	some=0
	for GOARCH in amd64 arm64; do
		mkdir $GOARCH
		(export GOARCH && cd $GOARCH && sh "$0")
		case $? in
		0) ;;
		77) some=77 ;;
		*) echo "on $GOARCH"; exit 1 ;;
		esac
	done
	exit $some
}
# in_gdb PROGRAM COMMAND...: runs these commands at the program's first instruction, through qemu's stub where it is emulated; what
# gdb and the program print is in $out
in_gdb() {
	program=$1
	shift
	for c; do shift; set -- "$@" -ex "$c"; done
	if [ -z "$EMU" ]; then
		need gdb
		run timeout 100 gdb -nx -batch -ex 'set debuginfod enabled off' -ex starti "$@" "$program"
		return
	fi
	need gdb-multiarch
	rm -f stub
	timeout 200 "$EMU" -g stub "$program" >printed 2>&1 &
	n=0
	until [ -S stub ]; do n=$((n + 1)); [ $n -lt 600 ] || fail 'no stub'; sleep 0.1; done
	run timeout 100 gdb-multiarch -nx -batch -ex 'set debuginfod enabled off' -ex 'target remote stub' "$@" "$program"
	kill $! 2>/dev/null
	wait $! 2>/dev/null
	out="$out
$(cat printed)"
}
# mutant FILE SED: from here on $MINIGO is a compiler with a runtime in which FILE has been changed so
mutant() {
	need clang-19 llvm-ar-19
	lib=lib/linux_$GOARCH from=$(dirname "$MINIGO")
	[ -f "$from/$lib/runtime.a" ] || skip 'not a build tree'
	mkdir -p mutant/$lib && cp "$MINIGO" mutant && cp "$from/$lib"/*.a mutant/$lib && ln -s "$SRCDIR/stdlib" mutant
	cp -R "$SRCDIR/runtime" mutant && sed -i "$2" "mutant/runtime/$1"
	! cmp -s "mutant/runtime/$1" "$SRCDIR/runtime/$1" || fail "$1 has not what $2 changes"
	ONLY=$(echo "${1%.*}" | sed "s/_$GOARCH\$//") sh mutant/runtime/build.sh clang-19 llvm-ar-19 "$GOARCH" mutant/runtime mutant/$lib/runtime.a ||
		fail 'the runtime does not build'
	MINIGO=$PWD/mutant/minigo MINIGOCACHE=$PWD/mutant/cache
	export MINIGOCACHE
}
# unit_test NAME: testsuite/runtime/NAME.c passes on $GOARCH
unit_test() {
	lib=$(dirname "$MINIGO")/lib/linux_$GOARCH
	[ -d "$lib" ] || skip 'not a build tree'
	need clang-19 ld.lld-19
	run sh "$SRCDIR/testsuite/runtime/run.sh" "$GOARCH" "$lib/runtime.a" "$SRCDIR/testsuite/runtime/$1.c"
	expect 0
	contains PASS
}
# boottrace ARGUMENT...: builds hi.go, $out is what it prints with GODEBUG=boottrace=1; field STEP KEY: a value in it
boottrace() {
	builds -o hi hi.go
	run env GODEBUG=boottrace=1 $EMU ./hi "$@"
}
field() { echo "$out" | sed -n "s/^boottrace [0-9]* $1 \(.* \)\{0,1\}$2=\([^ ]*\).*/\2/p"; }
# in_order STEP...: these steps of the trace in $out come in this order
in_order() {
	got=$(echo "$out" | awk -v want=" $* " '/^boottrace/ && index(want, " " $3 " ") { printf "%s ", $3 }')
	[ "$got" = "$* " ] || fail "steps: $got"
}
