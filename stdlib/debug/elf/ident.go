// What e_ident and the header of a file say: the class, the byte order, the system and the kind of file.

package elf

// A Class says how wide addresses are; it decides which of the two forms every record of the file has.
type Class byte

const (
	ELFCLASSNONE Class = 0
	ELFCLASS32   Class = 1
	ELFCLASS64   Class = 2
)

const classNames names = "ELFCLASS NONE 32 64"

func (i Class) String() string   { return classNames.name(uint32(i), "") }
func (i Class) GoString() string { return classNames.name(uint32(i), "elf.") }

// Data is the byte order of all numbers in the file.
type Data byte

const (
	ELFDATANONE Data = 0
	ELFDATA2LSB Data = 1 // the low byte first
	ELFDATA2MSB Data = 2 // the high byte first
)

const dataNames names = "ELFDATA NONE 2LSB 2MSB"

func (i Data) String() string   { return dataNames.name(uint32(i), "") }
func (i Data) GoString() string { return dataNames.name(uint32(i), "elf.") }

// A Version of the format; there has been one only.
type Version byte

const (
	EV_NONE    Version = 0
	EV_CURRENT Version = 1
)

const versionNames names = "EV_ NONE CURRENT"

func (i Version) String() string   { return versionNames.name(uint32(i), "") }
func (i Version) GoString() string { return versionNames.name(uint32(i), "elf.") }

// An OSABI is the system whose conventions a file follows where these extend System V's.
type OSABI byte

const (
	ELFOSABI_NONE       OSABI = 0 // System V, or nothing in particular
	ELFOSABI_HPUX       OSABI = 1
	ELFOSABI_NETBSD     OSABI = 2
	ELFOSABI_LINUX      OSABI = 3
	ELFOSABI_HURD       OSABI = 4
	ELFOSABI_86OPEN     OSABI = 5
	ELFOSABI_SOLARIS    OSABI = 6
	ELFOSABI_AIX        OSABI = 7
	ELFOSABI_IRIX       OSABI = 8
	ELFOSABI_FREEBSD    OSABI = 9
	ELFOSABI_TRU64      OSABI = 10
	ELFOSABI_MODESTO    OSABI = 11
	ELFOSABI_OPENBSD    OSABI = 12
	ELFOSABI_OPENVMS    OSABI = 13
	ELFOSABI_NSK        OSABI = 14
	ELFOSABI_AROS       OSABI = 15
	ELFOSABI_FENIXOS    OSABI = 16
	ELFOSABI_CLOUDABI   OSABI = 17
	ELFOSABI_ARM        OSABI = 97
	ELFOSABI_STANDALONE OSABI = 255
)

const osabiNames names = "ELFOSABI_ NONE HPUX NETBSD LINUX HURD 86OPEN SOLARIS AIX IRIX FREEBSD TRU64 MODESTO " +
	"OPENBSD OPENVMS NSK AROS FENIXOS CLOUDABI =97 ARM =255 STANDALONE"

func (i OSABI) String() string   { return osabiNames.name(uint32(i), "") }
func (i OSABI) GoString() string { return osabiNames.name(uint32(i), "elf.") }

// A Type is the kind of file: for the linker, to be run, to be loaded by another, or what remained of a process.
type Type uint16

const (
	ET_NONE   Type = 0
	ET_REL    Type = 1 // an object, for the linker
	ET_EXEC   Type = 2 // a program at fixed addresses
	ET_DYN    Type = 3 // a library, or a program for any address
	ET_CORE   Type = 4
	ET_LOOS   Type = 0xfe00
	ET_HIOS   Type = 0xfeff
	ET_LOPROC Type = 0xff00
	ET_HIPROC Type = 0xffff
)

const typeNames names = "ET_ NONE REL EXEC DYN CORE =0xfe00 LOOS =0xfeff HIOS LOPROC =0xffff HIPROC"

func (i Type) String() string   { return typeNames.name(uint32(i), "") }
func (i Type) GoString() string { return typeNames.name(uint32(i), "elf.") }

// An NType is the kind of a note in a core file.
type NType int

const (
	NT_PRSTATUS NType = 1 // registers and signal of a thread
	NT_FPREGSET NType = 2 // floating-point registers
	NT_PRPSINFO NType = 3 // name, arguments and state of the process
)

const nTypeNames names = "NT_ =1 PRSTATUS FPREGSET PRPSINFO"

func (i NType) String() string   { return nTypeNames.name(uint32(i), "") }
func (i NType) GoString() string { return nTypeNames.name(uint32(i), "elf.") }
