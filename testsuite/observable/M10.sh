# M10: runtime.Goexit in an init
. "$SRCDIR/testsuite/observable/lib.sh"
printf 'package main\n\nimport "runtime"\n\nfunc init() { runtime.Goexit() }\n\nfunc main() { println("main") }\n' >p.go
builds -o p p.go
run ./p
expect 2
contains 'fatal error: no goroutines (main called runtime.Goexit) - deadlock!'
lacks 'main()'
lacks 'goroutine 1'
sed 's/runtime.Goexit()/go func() {}(); &/; s/{ go/{ go/' p.go >q.go
builds -o q q.go
run ./q
expect 2
contains 'fatal error: no goroutines (main called runtime.Goexit) - deadlock!'
