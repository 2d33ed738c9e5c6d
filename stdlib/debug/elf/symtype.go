// What a symbol's two bytes of flags hold.

package elf

// A SymBind says from where a symbol can be seen and which of two definitions counts.
type SymBind int

const (
	STB_LOCAL  SymBind = 0
	STB_GLOBAL SymBind = 1
	STB_WEAK   SymBind = 2
	STB_LOOS   SymBind = 10
	STB_HIOS   SymBind = 12
	STB_LOPROC SymBind = 13
	STB_HIPROC SymBind = 15
)

const symBindNames names = "STB_ LOCAL GLOBAL WEAK =10 LOOS =12 HIOS LOPROC =15 HIPROC"

func (i SymBind) String() string   { return symBindNames.name(uint32(i), "") }
func (i SymBind) GoString() string { return symBindNames.name(uint32(i), "elf.") }

// A SymType says what a symbol stands for.
type SymType int

const (
	STT_NOTYPE    SymType = 0
	STT_OBJECT    SymType = 1
	STT_FUNC      SymType = 2
	STT_SECTION   SymType = 3
	STT_FILE      SymType = 4
	STT_COMMON    SymType = 5
	STT_TLS       SymType = 6
	STT_LOOS      SymType = 10
	STT_HIOS      SymType = 12
	STT_LOPROC    SymType = 13
	STT_HIPROC    SymType = 15
	STT_RELC      SymType = 8
	STT_SRELC     SymType = 9
	STT_GNU_IFUNC SymType = 10 // a function that gives the address to use
)

const symTypeNames names = "STT_ NOTYPE OBJECT FUNC SECTION FILE COMMON TLS =8 RELC SRELC LOOS =12 HIOS LOPROC =15 " +
	"HIPROC"

func (i SymType) String() string   { return symTypeNames.name(uint32(i), "") }
func (i SymType) GoString() string { return symTypeNames.name(uint32(i), "elf.") }

// A SymVis restricts a global symbol to the library that defines it.
type SymVis int

const (
	STV_DEFAULT   SymVis = 0x0
	STV_INTERNAL  SymVis = 0x1
	STV_HIDDEN    SymVis = 0x2
	STV_PROTECTED SymVis = 0x3
)

const symVisNames names = "STV_ DEFAULT INTERNAL HIDDEN PROTECTED"

func (i SymVis) String() string   { return symVisNames.name(uint32(i), "") }
func (i SymVis) GoString() string { return symVisNames.name(uint32(i), "elf.") }

// ST_BIND and ST_TYPE take Symbol.Info apart, ST_INFO puts it together.
func ST_BIND(info uint8) SymBind { return SymBind(info >> 4) }
func ST_TYPE(info uint8) SymType { return SymType(info & 0xf) }

func ST_INFO(bind SymBind, typ SymType) uint8 { return uint8(bind)<<4 | uint8(typ)&0xf }

// ST_VISIBILITY is the part of Symbol.Other that has a meaning everywhere.
func ST_VISIBILITY(other uint8) SymVis { return SymVis(other & 3) }
