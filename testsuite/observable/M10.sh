# M10: runtime.Goexit in an init
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
printf 'package main\n\nimport "runtime"\n\nfunc init() { runtime.Goexit() }\n\nfunc main() { println("main") }\n' >p.go
builds -o p p.go
run $EMU ./p
expect 2
contains 'fatal error: no goroutines (main called runtime.Goexit) - deadlock!'
lacks 'main()'
lacks 'goroutine 1'
sed 's/runtime.Goexit()/go func() {}(); &/; s/{ go/{ go/' p.go >q.go
builds -o q q.go
run $EMU ./q
expect 2
contains 'fatal error: no goroutines (main called runtime.Goexit) - deadlock!'
