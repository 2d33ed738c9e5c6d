package main

// debug/elf over a small library made here, in both classes and byte orders: everything the package tells about it, then what it says
// when the file ends early or bytes of its tables are others. gc prints the same.

import (
	"bytes"
	"debug/elf"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"strings"
)

type order interface {
	binary.ByteOrder
	binary.AppendByteOrder
}

type builder struct {
	b    []byte
	o    order
	wide bool
}

func (w *builder) u8(v ...byte) { w.b = append(w.b, v...) }

func (w *builder) u16(v ...uint16) {
	for _, x := range v {
		w.b = w.o.AppendUint16(w.b, x)
	}
}

func (w *builder) u32(v ...uint32) {
	for _, x := range v {
		w.b = w.o.AppendUint32(w.b, x)
	}
}

func (w *builder) word(v ...uint64) {
	for _, x := range v {
		if w.wide {
			w.b = w.o.AppendUint64(w.b, x)
		} else {
			w.b = w.o.AppendUint32(w.b, uint32(x))
		}
	}
}

func (w *builder) pick(narrow, wide int) int {
	if w.wide {
		return wide
	}
	return narrow
}

type table struct{ bytes.Buffer }

// at adds a string and gives its offset.
func (t *table) at(s string) uint32 {
	if t.Len() == 0 {
		t.WriteByte(0)
	}
	n := t.Len()
	t.WriteString(s + "\x00")
	return uint32(n)
}

func (w *builder) sym(name uint32, info, other byte, section uint16, value, size uint64) {
	w.u32(name)
	if w.wide {
		w.u8(info, other)
		w.u16(section)
		w.word(value, size)
	} else {
		w.word(value, size)
		w.u8(info, other)
		w.u16(section)
	}
}

type section struct {
	name                 string
	typ                  elf.SectionType
	flags                uint64
	link, info           uint32
	entsize, addr, align uint64
	data                 []byte
	size                 uint64 // without data
}

// part is what f writes by itself.
func (w *builder) part(f func(p *builder)) []byte {
	p := &builder{nil, w.o, w.wide}
	f(p)
	return p.b
}

func sections(w *builder) []section {
	var str, dyn table
	symtab := w.part(func(p *builder) {
		p.sym(0, 0, 0, 0, 0, 0)
		p.sym(str.at("file.c"), elf.ST_INFO(elf.STB_LOCAL, elf.STT_FILE), 0, uint16(elf.SHN_ABS), 0, 0)
		p.sym(str.at("local"), elf.ST_INFO(elf.STB_LOCAL, elf.STT_OBJECT), 0, 2, 0x2004, 4)
		p.sym(str.at("main"), elf.ST_INFO(elf.STB_GLOBAL, elf.STT_FUNC), byte(elf.STV_HIDDEN), 1, 0x1000, 12)
		p.sym(9999, elf.ST_INFO(elf.STB_WEAK, elf.STT_NOTYPE), 0, 0, 0, 0)
		p.sym(str.at("common"), elf.ST_INFO(elf.STB_GLOBAL, elf.STT_COMMON), 0, uint16(elf.SHN_COMMON), 8, 8)
	})
	dynsym := w.part(func(p *builder) {
		p.sym(0, 0, 0, 0, 0, 0)
		p.sym(dyn.at("puts"), elf.ST_INFO(elf.STB_GLOBAL, elf.STT_FUNC), 0, 0, 0, 0)
		p.sym(dyn.at("maybe"), elf.ST_INFO(elf.STB_WEAK, elf.STT_FUNC), 0, 0, 0, 0)
		p.sym(dyn.at("mine"), elf.ST_INFO(elf.STB_GLOBAL, elf.STT_FUNC), 0, 1, 0x1000, 12)
		p.sym(dyn.at("errno"), elf.ST_INFO(elf.STB_GLOBAL, elf.STT_TLS), 0, 0, 0, 0)
	})
	dynamic := w.part(func(p *builder) {
		p.word(uint64(elf.DT_NEEDED), uint64(dyn.at("libc.so.6")))
		p.word(uint64(elf.DT_NEEDED), uint64(dyn.at("libm.so.6")))
		p.word(uint64(elf.DT_SONAME), uint64(dyn.at("libmine.so")))
		p.word(uint64(elf.DT_FLAGS), uint64(elf.DF_BIND_NOW))
		p.word(0, 0)
	})
	versym := w.part(func(p *builder) { p.u16(0, 3, 1, 2|0x8000, 4) })
	verdef := w.part(func(p *builder) {
		p.u16(1, uint16(elf.VER_FLG_BASE), 1, 1)
		p.u32(0, 20, 28)
		p.u32(dyn.at("libmine.so"), 0)
		p.u16(1, 0, 2, 2)
		p.u32(0, 20, 0)
		p.u32(dyn.at("MINE_2"), 8)
		p.u32(dyn.at("MINE_1"), 0)
	})
	verneed := w.part(func(p *builder) {
		p.u16(1, 2)
		p.u32(dyn.at("libc.so.6"), 16, 0)
		p.u32(0)
		p.u16(0, 3)
		p.u32(dyn.at("C_2.2"), 16)
		p.u32(0)
		p.u16(uint16(elf.VER_FLG_WEAK), 4)
		p.u32(dyn.at("C_2.4"), 0)
	})
	symSize := uint64(w.pick(elf.Sym32Size, elf.Sym64Size))
	return []section{
		{},
		{name: ".text", typ: elf.SHT_PROGBITS, flags: 6, addr: 0x1000, align: 16, data: []byte("some machine code")},
		{name: ".data", typ: elf.SHT_PROGBITS, flags: 3, addr: 0x2000, align: 8, data: bytes.Repeat([]byte{1, 2, 3}, 10)},
		{name: ".bss", typ: elf.SHT_NOBITS, flags: 0x403, addr: 0x3000, align: 8, size: 1 << 30},
		{name: ".symtab", typ: elf.SHT_SYMTAB, link: 5, info: 3, entsize: symSize, align: 8, data: symtab},
		{name: ".strtab", typ: elf.SHT_STRTAB, align: 1, data: str.Bytes()},
		{name: ".dynsym", typ: elf.SHT_DYNSYM, flags: 2, link: 7, info: 1, entsize: symSize, align: 8, data: dynsym},
		{name: ".dynstr", typ: elf.SHT_STRTAB, flags: 2, align: 1, data: dyn.Bytes()},
		{name: ".dynamic", typ: elf.SHT_DYNAMIC, flags: 3, link: 7, align: 8, data: dynamic},
		{name: ".gnu.version", typ: elf.SHT_GNU_VERSYM, flags: 2, link: 6, entsize: 2, align: 2, data: versym},
		{name: ".gnu.version_d", typ: elf.SHT_GNU_VERDEF, flags: 2, link: 7, info: 2, align: 4, data: verdef},
		{name: ".gnu.version_r", typ: elf.SHT_GNU_VERNEED, flags: 2, link: 7, info: 1, align: 4, data: verneed},
		{name: ".comment", typ: elf.SHT_PROGBITS, flags: 0x30, entsize: 1, align: 1, data: []byte("by hand\x00")},
		{name: ".shstrtab", typ: elf.SHT_STRTAB, align: 1},
	}
}

// library makes the file: header, segments, contents of the sections, their table.
func library(o order, wide bool) []byte {
	w := &builder{o: o, wide: wide}
	list := sections(w)
	var names table
	nameAt := make([]uint32, len(list))
	for i, s := range list[1:] {
		nameAt[i+1] = names.at(s.name)
	}
	list[len(list)-1].data = names.Bytes()

	head := w.pick(52, 64)
	body := head + 2*w.pick(32, 56)
	offset := make([]uint64, len(list))
	at := uint64(body)
	for i, s := range list[1:] {
		offset[i+1] = at
		at += uint64(len(s.data)+7) &^ 7
	}

	class, data, machine := elf.ELFCLASS32, elf.ELFDATA2LSB, elf.EM_386
	if wide {
		class, machine = elf.ELFCLASS64, elf.EM_X86_64
	}
	if o.String() == "BigEndian" {
		data, machine = elf.ELFDATA2MSB, elf.EM_S390
	}
	w.u8([]byte(elf.ELFMAG)...)
	w.u8(byte(class), byte(data), byte(elf.EV_CURRENT), byte(elf.ELFOSABI_LINUX), 7, 0, 0, 0, 0, 0, 0, 0)
	w.u16(uint16(elf.ET_DYN), uint16(machine))
	w.u32(1)
	w.word(0x1000, uint64(head), at)
	w.u32(0x55)
	w.u16(uint16(head), uint16(w.pick(32, 56)), 2, uint16(w.pick(40, 64)), uint16(len(list)), uint16(len(list)-1))

	w.prog(elf.PT_LOAD, elf.PF_R|elf.PF_X, 0, 0x1000, at, at+0x100, 0x1000)
	w.prog(elf.PT_DYNAMIC, elf.PF_R|elf.PF_W, offset[8], 0x2000, uint64(len(list[8].data)), uint64(len(list[8].data)), 8)
	for i, s := range list[1:] {
		w.b = append(w.b, make([]byte, int(offset[i+1])-len(w.b))...)
		w.b = append(w.b, s.data...)
	}
	w.b = append(w.b, make([]byte, int(at)-len(w.b))...)
	for i, s := range list {
		w.u32(nameAt[i], uint32(s.typ))
		w.word(s.flags, s.addr, offset[i], s.size+uint64(len(s.data)))
		w.u32(s.link, s.info)
		w.word(s.align, s.entsize)
	}
	return w.b
}

func (w *builder) prog(typ elf.ProgType, flags elf.ProgFlag, off, addr, filesz, memsz, align uint64) {
	w.u32(uint32(typ))
	if w.wide {
		w.u32(uint32(flags))
	}
	w.word(off, addr, addr+1, filesz, memsz)
	if !w.wide {
		w.u32(uint32(flags))
	}
	w.word(align)
}

// all writes down what there is to know about a file.
func all(out io.Writer, b []byte) {
	f, err := elf.NewFile(bytes.NewReader(b))
	if err != nil {
		var e *elf.FormatError
		fmt.Fprintln(out, "error", errors.As(err, &e), err)
		return
	}
	fmt.Fprintf(out, "%+v\n", f.FileHeader)
	for _, s := range f.Sections {
		data, err := s.Data()
		if len(data) > 20 {
			data = data[:20]
		}
		fmt.Fprintf(out, "%+v %q %v\n", s.SectionHeader, data, err)
	}
	for _, p := range f.Progs {
		some := make([]byte, 6)
		n, err := p.ReadAt(some, 0)
		fmt.Fprintf(out, "%+v %q %v\n", p.ProgHeader, some[:n], err)
	}
	list, err := f.Symbols()
	for _, s := range list {
		fmt.Fprintf(out, "%+v %v %v %v\n", s, elf.ST_BIND(s.Info), elf.ST_TYPE(s.Info), elf.ST_VISIBILITY(s.Other))
	}
	fmt.Fprintln(out, err)
	list, err = f.DynamicSymbols()
	for _, s := range list {
		fmt.Fprintf(out, "%+v %d %v\n", s, s.VersionIndex.Index(), s.VersionIndex.IsHidden())
	}
	fmt.Fprintln(out, err)
	imported, err := f.ImportedSymbols()
	fmt.Fprintln(out, imported, err)
	libraries, err := f.ImportedLibraries()
	fmt.Fprintln(out, libraries, err)
	for _, tag := range []elf.DynTag{elf.DT_SONAME, elf.DT_RUNPATH, elf.DT_FLAGS} {
		text, err := f.DynString(tag)
		values, err2 := f.DynValue(tag)
		fmt.Fprintf(out, "%v %q %v %v %v\n", tag, text, err, values, err2)
	}
}

func sum(f func(out io.Writer)) uint64 {
	h := fnv.New64a()
	f(h)
	return h.Sum64()
}

// mutants: bytes of the header and of the tables get some other values.
func mutants(b []byte, from, to, step int) {
	opened, wrong := 0, 0
	h := sum(func(out io.Writer) {
		for i := from; i < to; i += step {
			old := b[i]
			for _, v := range []byte{0, old ^ 1, 0xff} {
				b[i] = v
				var text strings.Builder
				all(&text, b)
				if strings.HasPrefix(text.String(), "error") {
					wrong++
				} else {
					opened++
				}
				io.WriteString(out, text.String())
			}
			b[i] = old
		}
	})
	fmt.Println(opened, "opened", wrong, "refused", h)
}

func truncated(b []byte) {
	refused := 0
	for n := range b {
		if _, err := elf.NewFile(bytes.NewReader(b[:n])); err != nil {
			refused++
		}
	}
	fmt.Println(refused == len(b))
	for _, n := range []int{0, 3, 16, 51, len(b) - 1} {
		all(os.Stdout, b[:n])
	}
}

// reserved: counts that do not fit in the header stand in section 0, and may be larger than the file.
func reserved(b []byte) {
	shoff := binary.LittleEndian.Uint64(b[40:])
	first := b[shoff:]
	binary.LittleEndian.PutUint16(b[60:], 0)
	for _, n := range []uint64{0, 14, 0xff00, 1 << 24, 1 << 40, 1 << 62, 1<<63 - 1, 1 << 63} {
		binary.LittleEndian.PutUint64(first[32:], n)
		all(os.Stdout, b)
	}
	big := append(bytes.Clone(b), make([]byte, 0xff10*64)...)
	binary.LittleEndian.PutUint64(big[shoff+32:], 0xff10)
	binary.LittleEndian.PutUint16(big[62:], 0xffff)
	for _, index := range []uint32{13, 0xff01} {
		binary.LittleEndian.PutUint32(big[shoff+40:], index)
		names := big[shoff+uint64(index)*64:]
		copy(names, b[shoff+13*64:][:64])
		f, err := elf.NewFile(bytes.NewReader(big))
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(len(f.Sections), f.Sections[1].Name, f.Section(".shstrtab") == f.Sections[13], f.Sections[0xff01].Name)
	}
}

// readers: the contents through the three ways to read.
func readers(b []byte) {
	f, err := elf.NewFile(bytes.NewReader(b))
	if err != nil {
		fmt.Println(err)
		return
	}
	text := f.Section(".text")
	r := text.Open()
	r.Seek(5, io.SeekStart)
	rest, err := io.ReadAll(r)
	fmt.Printf("%q %v\n", rest, err)
	some := make([]byte, 4)
	n, err := text.ReadAt(some, 13)
	fmt.Println(n, err, string(some))
	n, err = text.ReadAt(some, 15)
	fmt.Println(n, err)
	n, err = f.Section(".bss").Open().Read(some)
	fmt.Println(n, err)
	size, err := f.Section(".bss").Open().Seek(0, io.SeekEnd)
	fmt.Println(size, err)
	head, err := io.ReadAll(f.Progs[0].Open())
	fmt.Println(len(head), err)
	fmt.Println(f.SectionByType(elf.SHT_DYNAMIC).Name, f.Section("none"), f.SectionByType(elf.SHT_NOTE), f.Close())
}

// compressed: the sizes of a compressed section are told; what is allocated cannot be compressed.
func compressed(b []byte) {
	shoff := binary.LittleEndian.Uint64(b[40:])
	b[shoff+64+9] |= 8
	f, err := elf.NewFile(bytes.NewReader(b))
	if err != nil {
		fmt.Println(err)
		return
	}
	s := f.Section(".text")
	fmt.Println(s.FileSize, s.ReaderAt == nil, s.Flags)
	f, err = elf.NewFile(bytes.NewReader(b[:0x90]))
	fmt.Println(f == nil, err)
}

// named prints a few values of a type and the sum of the names of many.
func named[T interface {
	comparable
	fmt.Stringer
	fmt.GoStringer
}](make func(uint32) T, show ...T) {
	for _, v := range show {
		fmt.Printf("%v %#v ", v, v)
	}
	fmt.Println(sum(func(out io.Writer) {
		for i := range uint32(0x120) {
			// gc has a blank at the end of some names of machines
			fmt.Fprintln(out, strings.TrimSpace(make(i).String()), strings.TrimSpace(make(i*0xfedcba9).GoString()))
		}
		for i := range 32 {
			fmt.Fprintln(out, make(1<<i), make(1<<i-1), make(0x6ffffff0+uint32(i)), make(0x70000000+uint32(i)), make(0xff00+uint32(i)))
		}
	}))
}

func names() {
	named(func(i uint32) elf.Class { return elf.Class(i) }, elf.ELFCLASS64, 9)
	named(func(i uint32) elf.Data { return elf.Data(i) }, elf.ELFDATA2MSB)
	named(func(i uint32) elf.Version { return elf.Version(i) }, elf.EV_CURRENT)
	named(func(i uint32) elf.OSABI { return elf.OSABI(i) }, elf.ELFOSABI_OPENBSD, elf.ELFOSABI_STANDALONE)
	named(func(i uint32) elf.Type { return elf.Type(i) }, elf.ET_EXEC, elf.ET_CORE+2, elf.ET_HIPROC)
	named(func(i uint32) elf.Machine { return elf.Machine(i) }, elf.EM_X86_64, elf.EM_AARCH64, elf.EM_RISCV, elf.EM_ALPHA)
	named(func(i uint32) elf.SectionIndex { return elf.SectionIndex(i) }, elf.SHN_ABS, elf.SHN_COMMON, elf.SHN_HIRESERVE)
	named(func(i uint32) elf.SectionType { return elf.SectionType(i) }, elf.SHT_PROGBITS, elf.SHT_GNU_HASH, elf.SHT_HIUSER)
	named(func(i uint32) elf.SectionFlag { return elf.SectionFlag(i) }, elf.SHF_ALLOC|elf.SHF_EXECINSTR, elf.SHF_MASKOS, 0, 8|elf.SHF_TLS)
	named(func(i uint32) elf.CompressionType { return elf.CompressionType(i) }, elf.COMPRESS_ZSTD, 0)
	named(func(i uint32) elf.ProgType { return elf.ProgType(i) }, elf.PT_LOAD, elf.PT_GNU_STACK, elf.PT_ARM_EXIDX)
	named(func(i uint32) elf.ProgFlag { return elf.ProgFlag(i) }, elf.PF_R|elf.PF_W, 0)
	named(func(i uint32) elf.DynTag { return elf.DynTag(i) }, elf.DT_NEEDED, elf.DT_GNU_HASH, elf.DT_MIPS_GOTSYM, -1)
	named(func(i uint32) elf.DynFlag { return elf.DynFlag(i) }, elf.DF_TEXTREL|elf.DF_STATIC_TLS)
	named(func(i uint32) elf.DynFlag1 { return elf.DynFlag1(i) }, elf.DF_1_NOW|elf.DF_1_PIE)
	named(func(i uint32) elf.NType { return elf.NType(i) }, elf.NT_PRPSINFO)
	named(func(i uint32) elf.SymBind { return elf.SymBind(i) }, elf.STB_WEAK)
	named(func(i uint32) elf.SymType { return elf.SymType(i) }, elf.STT_TLS, elf.STT_GNU_IFUNC, elf.STT_RELC)
	named(func(i uint32) elf.SymVis { return elf.SymVis(i) }, elf.STV_PROTECTED)
	named(func(i uint32) elf.R_X86_64 { return elf.R_X86_64(i) }, elf.R_X86_64_PC32, elf.R_X86_64_REX_GOTPCRELX)
	named(func(i uint32) elf.R_AARCH64 { return elf.R_AARCH64(i) }, elf.R_AARCH64_CALL26, elf.R_AARCH64_IRELATIVE)
	named(func(i uint32) elf.R_386 { return elf.R_386(i) }, elf.R_386_PC32, elf.R_386_GOT32X)
	named(func(i uint32) elf.R_ARM { return elf.R_ARM(i) }, elf.R_ARM_CALL, elf.R_ARM_RBASE)
	named(func(i uint32) elf.R_PPC { return elf.R_PPC(i) }, elf.R_PPC_ADDR32)
	named(func(i uint32) elf.R_PPC64 { return elf.R_PPC64(i) }, elf.R_PPC64_TOC16)
	named(func(i uint32) elf.R_RISCV { return elf.R_RISCV(i) }, elf.R_RISCV_CALL_PLT)
	named(func(i uint32) elf.R_LARCH { return elf.R_LARCH(i) }, elf.R_LARCH_B26)
	named(func(i uint32) elf.R_390 { return elf.R_390(i) }, elf.R_390_PC32DBL)
	named(func(i uint32) elf.R_MIPS { return elf.R_MIPS(i) }, elf.R_MIPS_HI16)
	named(func(i uint32) elf.R_SPARC { return elf.R_SPARC(i) }, elf.R_SPARC_WDISP30)
	named(func(i uint32) elf.R_ALPHA { return elf.R_ALPHA(i) }, elf.R_ALPHA_GPDISP)
	fmt.Println(elf.R_SYM32(elf.R_INFO32(5, 7)), elf.R_TYPE32(0x1207), elf.ST_INFO(2, 0x1f))
	fmt.Println(elf.R_SYM64(elf.R_INFO(5, 7)), elf.R_TYPE64(5<<32|7))
}

func main() {
	for _, wide := range []bool{false, true} {
		for _, o := range []order{binary.LittleEndian, binary.BigEndian} {
			b := library(o, wide)
			all(os.Stdout, b)
			truncated(b)
			mutants(b, 0, 60, 1)
			mutants(b, len(b)-13*pick(wide, 40, 64), len(b)-3*pick(wide, 40, 64), 5)
		}
	}
	readers(library(binary.LittleEndian, true))
	reserved(library(binary.LittleEndian, true))
	compressed(library(binary.LittleEndian, true))
	names()
	_, err := elf.Open("/nonexistent")
	fmt.Println(err)
}

func pick(wide bool, narrow, large int) int {
	if wide {
		return large
	}
	return narrow
}
