// Sections as the linker sees them.

package elf

// A SectionIndex says where a symbol is defined: an index in File.Sections, or one of these, which are no index.
type SectionIndex int

const (
	SHN_UNDEF     SectionIndex = 0 // in another file
	SHN_LORESERVE SectionIndex = 0xff00
	SHN_LOPROC    SectionIndex = 0xff00
	SHN_HIPROC    SectionIndex = 0xff1f
	SHN_LOOS      SectionIndex = 0xff20
	SHN_HIOS      SectionIndex = 0xff3f
	SHN_ABS       SectionIndex = 0xfff1 // nowhere: the value is no address
	SHN_COMMON    SectionIndex = 0xfff2 // wherever the linker finds room
	SHN_XINDEX    SectionIndex = 0xffff // the index does not fit in 16 bits and stands elsewhere
	SHN_HIRESERVE SectionIndex = 0xffff
)

const sectionIndexNames names = "SHN_ UNDEF =0xff00 LOPROC =0xff20 LOOS =0xfff1 ABS COMMON =0xffff XINDEX"

func (i SectionIndex) String() string   { return sectionIndexNames.name(uint32(i), "") }
func (i SectionIndex) GoString() string { return sectionIndexNames.name(uint32(i), "elf.") }

// A SectionType says what a section holds.
type SectionType uint32

const (
	SHT_NULL             SectionType = 0 // no section: index 0
	SHT_PROGBITS         SectionType = 1 // bytes of the program
	SHT_SYMTAB           SectionType = 2 // all symbols
	SHT_STRTAB           SectionType = 3
	SHT_RELA             SectionType = 4
	SHT_HASH             SectionType = 5
	SHT_DYNAMIC          SectionType = 6
	SHT_NOTE             SectionType = 7
	SHT_NOBITS           SectionType = 8 // zeros, which take no room in the file
	SHT_REL              SectionType = 9
	SHT_SHLIB            SectionType = 10
	SHT_DYNSYM           SectionType = 11 // the symbols for dynamic linking
	SHT_INIT_ARRAY       SectionType = 14
	SHT_FINI_ARRAY       SectionType = 15
	SHT_PREINIT_ARRAY    SectionType = 16
	SHT_GROUP            SectionType = 17
	SHT_SYMTAB_SHNDX     SectionType = 18 // the indexes meant by SHN_XINDEX
	SHT_LOOS             SectionType = 0x60000000
	SHT_GNU_ATTRIBUTES   SectionType = 0x6ffffff5
	SHT_GNU_HASH         SectionType = 0x6ffffff6
	SHT_GNU_LIBLIST      SectionType = 0x6ffffff7
	SHT_GNU_VERDEF       SectionType = 0x6ffffffd
	SHT_GNU_VERNEED      SectionType = 0x6ffffffe
	SHT_GNU_VERSYM       SectionType = 0x6fffffff
	SHT_HIOS             SectionType = 0x6fffffff
	SHT_LOPROC           SectionType = 0x70000000
	SHT_RISCV_ATTRIBUTES SectionType = 0x70000003
	SHT_MIPS_ABIFLAGS    SectionType = 0x7000002a
	SHT_HIPROC           SectionType = 0x7fffffff
	SHT_LOUSER           SectionType = 0x80000000
	SHT_HIUSER           SectionType = 0xffffffff
)

const sectionTypeNames names = "SHT_ NULL PROGBITS SYMTAB STRTAB RELA HASH DYNAMIC NOTE NOBITS REL SHLIB DYNSYM =14 " +
	"INIT_ARRAY FINI_ARRAY PREINIT_ARRAY GROUP SYMTAB_SHNDX =0x60000000 LOOS =0x6ffffff5 GNU_ATTRIBUTES GNU_HASH " +
	"GNU_LIBLIST =0x6ffffffd GNU_VERDEF GNU_VERNEED GNU_VERSYM LOPROC =0x7000002a MIPS_ABIFLAGS =0x7fffffff HIPROC LOUSER " +
	"=0xffffffff HIUSER"

func (i SectionType) String() string   { return sectionTypeNames.name(uint32(i), "") }
func (i SectionType) GoString() string { return sectionTypeNames.name(uint32(i), "elf.") }

// A SectionFlag is a set of properties of a section.
type SectionFlag uint32

const (
	SHF_WRITE            SectionFlag = 0x1
	SHF_ALLOC            SectionFlag = 0x2 // in memory when the program runs
	SHF_EXECINSTR        SectionFlag = 0x4
	SHF_MERGE            SectionFlag = 0x10
	SHF_STRINGS          SectionFlag = 0x20
	SHF_INFO_LINK        SectionFlag = 0x40
	SHF_LINK_ORDER       SectionFlag = 0x80
	SHF_OS_NONCONFORMING SectionFlag = 0x100
	SHF_GROUP            SectionFlag = 0x200
	SHF_TLS              SectionFlag = 0x400
	SHF_COMPRESSED       SectionFlag = 0x800
	SHF_MASKOS           SectionFlag = 0xff00000
	SHF_MASKPROC         SectionFlag = 0xf0000000
)

const sectionFlagNames names = "SHF_ WRITE ALLOC EXECINSTR =0x10 MERGE STRINGS INFO_LINK LINK_ORDER " +
	"OS_NONCONFORMING GROUP TLS COMPRESSED"

func (i SectionFlag) String() string   { return sectionFlagNames.flags(uint32(i), "") }
func (i SectionFlag) GoString() string { return sectionFlagNames.flags(uint32(i), "elf.") }

// A CompressionType says how the bytes of a section with SHF_COMPRESSED are packed.
type CompressionType int

const (
	COMPRESS_ZLIB   CompressionType = 1
	COMPRESS_ZSTD   CompressionType = 2
	COMPRESS_LOOS   CompressionType = 0x60000000
	COMPRESS_HIOS   CompressionType = 0x6fffffff
	COMPRESS_LOPROC CompressionType = 0x70000000
	COMPRESS_HIPROC CompressionType = 0x7fffffff
)

const compressionTypeNames names = "COMPRESS_ =1 ZLIB ZSTD =0x60000000 LOOS =0x6fffffff HIOS LOPROC =0x7fffffff " +
	"HIPROC"

func (i CompressionType) String() string   { return compressionTypeNames.name(uint32(i), "") }
func (i CompressionType) GoString() string { return compressionTypeNames.name(uint32(i), "elf.") }
