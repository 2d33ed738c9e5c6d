# E04: a C program reads the header as readelf does
. "$SRCDIR/testsuite/observable/lib.sh"
need readelf cc
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
println_program >hi.go && builds -o h hi.go
run ./rd h
want="$(readelf -h h | sed -n 's/.*Entry point address: *//p') $(readelf -h h | sed -n 's/.*Number of program headers: *//p') $(readelf -lW h | awk '$1=="LOAD"{print $3; exit}')"
equals "$want"
