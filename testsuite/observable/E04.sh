# E04: a C program reads the header as readelf does, and so does a Go program with debug/elf; that knows sections and symbols as well
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf
println_program >hi.go
for arch in amd64 arm64; do
	run env GOARCH=$arch "$MINIGO" build -o h.$arch hi.go; expect 0
done
# numbers FILE: entry, number of program headers, address of the first segment to be loaded
numbers() {
	readelf -hlW "$1" | awk '/Entry point address:/ { e = $NF } /Number of program headers:/ { n = $NF } $1 == "LOAD" { print e, n, $3; exit }'
}

cat >rd.go <<'GO'
package main

import (
	"debug/elf"
	"fmt"
	"os"
)

func main() {
	f, err := elf.Open(os.Args[2])
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	defer f.Close()
	switch os.Args[1] {
	case "numbers":
		fmt.Printf("0x%x %d 0x%016x\n", f.Entry, len(f.Progs), f.Progs[0].Vaddr)
	case "sections":
		for i, s := range f.Sections {
			fmt.Printf("%d %s %016x %06x %06x\n", i, s.Name, s.Addr, s.Offset, s.Size)
		}
	case "symbols":
		list, err := f.Symbols()
		if err != nil {
			fmt.Println(err)
		}
		for i, s := range list {
			if elf.ST_TYPE(s.Info) != elf.STT_SECTION {
				size := fmt.Sprint(s.Size)
				if s.Size > 99999 { // as readelf
					size = fmt.Sprintf("%#x", s.Size)
				}
				fmt.Printf("%d: %016x %s %v %v %s\n", i+1, s.Value, size, elf.ST_TYPE(s.Info), elf.ST_BIND(s.Info), s.Name)
			}
		}
	}
}
GO
builds -o rdgo rd.go
for file in h.amd64 h.arm64; do
	run ./rdgo numbers $file
	equals "$(numbers $file)"
	run ./rdgo sections $file
	equals "$(readelf -SW $file | sed -n 's/^ *\[ *\([0-9]*\)\] /\1 /p' |
		awk '$1 == 0 { print "0 ", $3, $4, $5; next } { print $1, $2, $4, $5, $6 }')"
	run ./rdgo symbols $file
	[ "$(echo "$out" | wc -l)" -gt 100 ] || fail "few symbols in $file: $out"
	equals "$(readelf -sW $file | awk '$1 ~ /^[0-9]+:$/ && $1 != "0:" && $4 != "SECTION" { print $1, $2, $3, "STT_" $4, "STB_" $5, $8 }')"
done

need cc
cat >rd.c <<'C'
#include <elf.h>
#include <stdio.h>

int
main(int argc, char **argv)
{
	Elf64_Ehdr h;
	Elf64_Phdr p;
	FILE *f = fopen(argv[argc - 1], "rb");
	if (!f || fread(&h, sizeof h, 1, f) != 1 || fseek(f, (long)h.e_phoff, SEEK_SET) || fread(&p, sizeof p, 1, f) != 1)
		return 1;
	printf("0x%llx %d 0x%016llx\n", (unsigned long long)h.e_entry, h.e_phnum, (unsigned long long)p.p_vaddr);
	return 0;
}
C
cc -o rd rd.c || skip 'no working cc'
for file in h.amd64 h.arm64; do
	run ./rd $file
	equals "$(numbers $file)"
done
