# M04: a loop without calls does not keep others from running
. "$SRCDIR/testsuite/observable/lib.sh"
each_target
printf 'package main\n\nimport "time"\n\nfunc main() {\n\tgo func() {\n\t\tfor {\n\t\t}\n\t}()\n\ttime.Sleep(time.Millisecond)\n\tprintln("still here")\n}\n' >p.go
for o in -O0 -O2; do
	builds $o -o p p.go
	run env GOMAXPROCS=1 timeout 100 $EMU ./p
	expect 0
	equals 'still here'
done
