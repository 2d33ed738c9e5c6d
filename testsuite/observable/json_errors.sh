# -json: each error is an object on standard output, in the form of go build -json, with place, range and cure
. "$SRCDIR/testsuite/observable/lib.sh"
printf 'package main\n\nimport "fmt"\n\nfunc main() { fmt.Printn("x\\\\n\\"") }\n' > a.go
"$MINIGO" build -json -o a a.go > out 2> err && fail 'built'
[ -s err ] && fail "standard error: $(cat err)"
cat > want <<'EOF'
{"ImportPath":"command-line-arguments","Action":"build-output","Output":"./a.go:5:19: undefined: fmt.Printn\n","Diagnostic":{"file":"DIR/a.go","start":{"line":5,"column":19},"message":"undefined: fmt.Printn","suggestion":{"message":"did you mean fmt.Println?","edits":[{"start":{"line":5,"column":19},"end":{"line":5,"column":25},"text":"Println"}]}}}
{"ImportPath":"command-line-arguments","Action":"build-fail"}
EOF
sed "s|\"file\":\"[^\"]*/a.go\"|\"file\":\"DIR/a.go\"|" out | cmp - want || fail "got: $(cat out)"
