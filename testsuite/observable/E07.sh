# E07: variables without pointers lie in .noptrbss
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf nm
cat >b.go <<'GO'
package main

var big [1 << 20]byte

func main() {
	big[len(big)-1] = 7
	n := 0
	for _, b := range big[1<<20-10:] {
		n += int(b)
	}
	println(n, &big[0] != nil)
}
GO
builds -o h b.go
run sh -c "readelf -SW h | grep ' \.noptrbss'"
matches '\.noptrbss +NOBITS'
size=$(readelf -SW h | sed -n 's/.*\.noptrbss *NOBITS *[0-9a-f]* *[0-9a-f]* *\([0-9a-f]*\).*/\1/p')
[ $((0x$size)) -ge $((1 << 20)) ] || fail ".noptrbss has 0x$size bytes"
run ./h
contains '7 true'
