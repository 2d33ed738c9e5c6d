# The go command's flags: taken with their meaning, or refused in words; wrong values as the go command says it.
. "$SRCDIR/testsuite/observable/lib.sh"
println_program >x.go
ok() { run "$MINIGO" build "$@" x.go; expect 0; }
refused() { st=$1 text=$2; shift 2; run "$MINIGO" build "$@" x.go; expect "$st"; contains "$text"; }
ok -p 1
ok -p=3 -buildvcs=false
ok -buildvcs -compiler=gc -pgo=off -modcacherw -race=false
refused 1 '-p must be a positive integer: 0' -p 0
refused 2 'invalid value "x" for flag -p: parse error' -p x
refused 2 'usage: minigo build [-o output] [build flags] [packages]' -p x
refused 2 "invalid boolean value \"maybe\" for -buildvcs: value is neither 'auto' nor a valid bool" -buildvcs=maybe
refused 2 'unknown compiler "gccgo"' -compiler gccgo
refused 2 '-d=checkptr is not supported' -gcflags=-d=checkptr
refused 2 '-d=rtdebug and -d=stackguard exclude each other' -gcflags=-d=rtdebug,stackguard
refused 1 "-mod=foo not supported (can be '', 'mod', 'readonly', or 'vendor')" -mod=foo
refused 1 'buildmode=foo not supported' -buildmode=foo
refused 2 'buildmode=plugin not supported' -buildmode=plugin
refused 2 'profiles are not supported' -pgo=cpu.prof
for f in -race -msan -asan -cover -linkshared; do refused 2 "$f is not supported" $f; done
for f in -asmflags -overlay -toolexec -pkgdir; do refused 2 "$f is not supported" $f=x; done
refused 2 'flag provided but not defined: -nonsense' -nonsense
refused 2 'invalid boolean value "x" for -json: parse error' -json=x
for f in -race -shared -live -dwarf=false; do refused 2 "flag provided but not defined: $f" "-gcflags=$f"; done
ok -gcflags='-c=4 -p=main -m=0'
printf 'package main\n\nfunc main() { x }\n' >bad.go
run "$MINIGO" build -json=false -excerpt=false bad.go
equals '# command-line-arguments
./bad.go:3:15: undefined: x'
run "$MINIGO" build -o
expect 2
contains 'flag needs an argument: -o'

mkdir m && cd m
printf 'module m\n\ngo 1.26\n' >go.mod

# -modfile: another file in place of go.mod, the root stays
mkdir dep && printf 'module example.com/dep\n' >dep/go.mod && printf 'package dep\n\nconst N = 7\n' >dep/dep.go
printf 'package main\n\nimport "example.com/dep"\n\nfunc main() { println(dep.N) }\n' >main.go
printf 'module m\n\ngo 1.26\n\nrequire example.com/dep v1.0.0\n\nreplace example.com/dep => ./dep\n' >other.mod
run "$MINIGO" run .
expect 1
run "$MINIGO" run -modfile=other.mod .
expect 0
equals 7
run "$MINIGO" build -modfile=other.txt .
expect 1
contains '-modfile=other.txt: file does not have .mod extension'
run "$MINIGO" build -modfile=none.mod .
expect 1
contains 'open none.mod: no such file or directory'
