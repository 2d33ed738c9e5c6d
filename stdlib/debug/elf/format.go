package elf

// The records of a file as they stand in it, for programs that read or write them themselves (with unsafe.Sizeof they tell the
// sizes); this package decodes them field by field.

// Where in the first bytes of a file, e_ident, what stands.
const (
	EI_CLASS      = 4
	EI_DATA       = 5
	EI_VERSION    = 6
	EI_OSABI      = 7
	EI_ABIVERSION = 8
	EI_PAD        = 9  // from here on zeros
	EI_NIDENT     = 16 // how many bytes that are
)

// ELFMAG is what every file begins with.
const ELFMAG = "\x7fELF"

// A Header32 is at the beginning of a file of 32 bits.
type Header32 struct {
	Ident     [EI_NIDENT]byte
	Type      uint16
	Machine   uint16
	Version   uint32
	Entry     uint32
	Phoff     uint32
	Shoff     uint32
	Flags     uint32
	Ehsize    uint16
	Phentsize uint16
	Phnum     uint16
	Shentsize uint16
	Shnum     uint16 // 0: it stands in the size of section 0
	Shstrndx  uint16
}

// A Header64 is at the beginning of a file of 64 bits.
type Header64 struct {
	Ident     [EI_NIDENT]byte
	Type      uint16
	Machine   uint16
	Version   uint32
	Entry     uint64
	Phoff     uint64
	Shoff     uint64
	Flags     uint32
	Ehsize    uint16
	Phentsize uint16
	Phnum     uint16
	Shentsize uint16
	Shnum     uint16 // 0: it stands in the size of section 0
	Shstrndx  uint16
}

type Section32 struct {
	Name      uint32 // offset in the table of section names
	Type      uint32
	Flags     uint32
	Addr      uint32
	Off       uint32
	Size      uint32
	Link      uint32
	Info      uint32
	Addralign uint32
	Entsize   uint32
}

type Section64 struct {
	Name      uint32 // offset in the table of section names
	Type      uint32
	Flags     uint64
	Addr      uint64
	Off       uint64
	Size      uint64
	Link      uint32
	Info      uint32
	Addralign uint64
	Entsize   uint64
}

// A Prog32 describes a segment. Its fields are in another order than those of a Prog64.
type Prog32 struct {
	Type   uint32
	Off    uint32
	Vaddr  uint32
	Paddr  uint32
	Filesz uint32
	Memsz  uint32
	Flags  uint32
	Align  uint32
}

type Prog64 struct {
	Type   uint32
	Flags  uint32
	Off    uint64
	Vaddr  uint64
	Paddr  uint64
	Filesz uint64
	Memsz  uint64
	Align  uint64
}

// A Sym32 is a symbol. Its fields are in another order than those of a Sym64.
type Sym32 struct {
	Name  uint32 // offset in the table of strings
	Value uint32
	Size  uint32
	Info  uint8
	Other uint8
	Shndx uint16
}

type Sym64 struct {
	Name  uint32 // offset in the table of strings
	Info  uint8
	Other uint8
	Shndx uint16
	Value uint64
	Size  uint64
}

const (
	Sym32Size = 16
	Sym64Size = 24
)

// A Chdr32 is at the beginning of a compressed section.
type Chdr32 struct {
	Type      uint32
	Size      uint32 // once unpacked
	Addralign uint32
}

type Chdr64 struct {
	Type      uint32
	_         uint32
	Size      uint64 // once unpacked
	Addralign uint64
}

type Dyn32 struct {
	Tag int32
	Val uint32
}

type Dyn64 struct {
	Tag int64
	Val uint64
}

// A Rel32 is a relocation whose addend stands where it applies.
type Rel32 struct {
	Off  uint32
	Info uint32 // symbol and type: R_SYM32, R_TYPE32
}

type Rel64 struct {
	Off  uint64
	Info uint64 // symbol and type: R_SYM64, R_TYPE64
}

// A Rela32 is a relocation with its addend.
type Rela32 struct {
	Off    uint32
	Info   uint32
	Addend int32
}

type Rela64 struct {
	Off    uint64
	Info   uint64
	Addend int64
}

// The symbol and the type of a relocation, from Info and into it.
func R_SYM32(info uint32) uint32      { return info >> 8 }
func R_TYPE32(info uint32) uint32     { return info & 0xff }
func R_INFO32(sym, typ uint32) uint32 { return sym<<8 | typ }
func R_SYM64(info uint64) uint32      { return uint32(info >> 32) }
func R_TYPE64(info uint64) uint32     { return uint32(info) }
func R_INFO(sym, typ uint32) uint64   { return uint64(sym)<<32 | uint64(typ) }
