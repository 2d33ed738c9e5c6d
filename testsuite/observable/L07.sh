# L07: several files and packages link; a duplicate is a named error
. "$SRCDIR/testsuite/observable/lib.sh"
mkdir a
printf 'module m\n\ngo 1.26\n' >go.mod
printf 'package main\n\nimport "m/a"\n\nfunc main() { println(one() + two() + a.Three()) }\n' >main.go
printf 'package main\n\nfunc one() int { return 1 }\n' >one.go
printf 'package main\n\nfunc two() int { return 2 }\n' >two.go
printf 'package a\n\nfunc Three() int { return 3 }\n' >a/a.go
run "$MINIGO" run .
equals 6
printf 'package main\n\nfunc one() int { return 1 }\n' >again.go
run "$MINIGO" build .
expect 1
contains 'one redeclared in this block'
