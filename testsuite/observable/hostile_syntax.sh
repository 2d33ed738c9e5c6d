# Input that no one writes: the parser says so or takes it, within seconds, and never dies.

# gen TEXT COUNT: TEXT COUNT times
gen() {
	awk -v s="$1" -v n="$2" 'BEGIN { while (n-- > 0) printf "%s", s }'
}

# expect STATUS NAME [PATTERN]: parses NAME.go
expect() {
	timeout 60 "$MINIGO" tool parse "$2.go" >"$2.log" 2>&1
	st=$?
	if [ $st != "$1" ]; then
		echo "$2: exit status $st, want $1"
		head -3 "$2.log" | cut -c1-200
		exit 1
	fi
	if [ -n "$3" ] && ! grep -q "$3" "$2.log"; then
		echo "$2: no message that matches: $3"
		head -3 "$2.log" | cut -c1-200
		exit 1
	fi
}

deep='nesting depth limit exceeded'
{ echo 'package p'; printf 'var x = a'; gen '+a' 1000000; echo; } >sum.go
expect 0 sum
{ echo 'package p'; printf 'var x = f'; gen '()' 500000; gen '.a' 500000; gen '[1]' 500000; echo; } >calls.go
expect 0 calls
{ echo 'package p'; printf 'var x = '; gen '(' 100000; printf 1; gen ')' 100000; echo; } >parens.go
expect 1 parens "$deep"
{ echo 'package p'; printf 'var x = '; gen '!' 1000000; echo x; } >unary.go
expect 1 unary "$deep"
{ echo 'package p'; printf 'var x '; gen '[]' 1000000; echo int; } >types.go
expect 1 types "$deep"
{ echo 'package p'; echo 'func f() {'; gen 'if x {} else ' 500000; echo '{}}'; } >elses.go
expect 1 elses "$deep"
{ echo 'package p'; gen 'func f() {' 100000; } >blocks.go
expect 1 blocks
{ echo 'package p'; printf 'var x = '; gen 'func() {' 100000; } >lits.go
expect 1 lits "$deep"
{ printf 'package p\nvar x\000y = "\000"\n\377\376\n'; } >bytes.go
expect 1 bytes 'invalid NUL character'
{ echo 'package p'; printf 'var x = '; gen 1 2000000; printf '\nvar s = "'; gen x 2000000; echo '"'; } >long.go
expect 0 long
{ echo 'package p'; echo 'func f() {'; gen 'x y
' 50000; echo '}'; } >errors.go
expect 1 errors 'at end of statement'
gen x 5000000 >word.go
expect 1 word 'package statement must be first'
{ echo 'package p'; gen '//line x.go:1
' 100000; } >lines.go
expect 0 lines
: >empty.go
expect 1 empty 'package statement must be first'
exit 0
