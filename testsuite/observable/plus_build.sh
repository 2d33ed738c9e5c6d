# // +build lines, where there is no //go:build
. "$SRCDIR/testsuite/observable/lib.sh"
printf 'module example.com/m\n\ngo 1.16\n' >go.mod
printf 'package main\n\nfunc main() { println(what) }\n' >main.go
printf '// +build ignore\n\npackage other\n' >ignored.go
printf '// a comment\n\n// +build linux,!minigo windows\n// +build amd64 arm64\n\npackage main\n\nconst what = "wrong"\n' >a.go
printf '// +build !windows\n// +build linux darwin\n\npackage main\n\nconst what = "right"\n' >b.go
printf '// +build ignore\npackage main\n\nfunc init() { println("no empty line, no constraint") }\n' >c.go
run "$MINIGO" run .
expect 0
equals "no empty line, no constraint
right"
