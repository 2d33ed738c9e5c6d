// Package elf reads files in the Executable and Linkable Format: programs, libraries and objects, of 32 and 64 bits, in both byte
// orders.
//
// Sizes and counts in a file are believed only as far as there are bytes for them: what does not fit is an error, and nothing is
// allocated for it. Debug information (File.DWARF) is not there, and the contents of compressed sections are not unpacked.
package elf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"os"
)

// A FileHeader is what the header of a file says about it.
type FileHeader struct {
	Class      Class
	Data       Data
	Version    Version
	OSABI      OSABI
	ABIVersion uint8
	ByteOrder  binary.ByteOrder
	Type       Type
	Machine    Machine
	Entry      uint64
}

// A File is an open file with its tables of sections and segments.
type File struct {
	FileHeader
	Sections []*Section
	Progs    []*Prog

	closer io.Closer // nil: not opened by us
}

type SectionHeader struct {
	Name      string
	Type      SectionType
	Flags     SectionFlag
	Addr      uint64
	Offset    uint64
	Size      uint64
	Link      uint32
	Info      uint32
	Addralign uint64
	Entsize   uint64
	FileSize  uint64 // of a compressed section: as it is in the file, where Size is that of the contents
}

// A Section is an entry of the table of sections. ReadAt reads from it; of a compressed section ReaderAt is nil.
type Section struct {
	SectionHeader
	io.ReaderAt

	sr          *io.SectionReader // its bytes in the file
	compression CompressionType   // with SHF_COMPRESSED
}

type ProgHeader struct {
	Type   ProgType
	Flags  ProgFlag
	Off    uint64
	Vaddr  uint64
	Paddr  uint64
	Filesz uint64
	Memsz  uint64
	Align  uint64
}

// A Prog is a segment. ReadAt reads what it has in the file.
type Prog struct {
	ProgHeader
	io.ReaderAt

	sr *io.SectionReader
}

// A FormatError says what in a file cannot be right, and where.
type FormatError struct {
	off  int64
	text string
	val  any // nil: not worth showing
}

func (e *FormatError) Error() string {
	text := e.text
	if e.val != nil {
		text += fmt.Sprintf(" '%v'", e.val)
	}
	return text + fmt.Sprintf(" in record at byte %#x", e.off)
}

// Open opens a file for reading; Close ends it.
func Open(name string) (*File, error) {
	r, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	f, err := NewFile(r)
	if err != nil {
		r.Close()
		return nil, err
	}
	f.closer = r
	return f, nil
}

// Close closes what Open has opened; after NewFile it does nothing.
func (f *File) Close() error {
	if f.closer == nil {
		return nil
	}
	err := f.closer.Close()
	f.closer = nil
	return err
}

// Section gives the first section of a name, nil when there is none.
func (f *File) Section(name string) *Section {
	for _, s := range f.Sections {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// SectionByType gives the first section of a type, nil when there is none.
func (f *File) SectionByType(typ SectionType) *Section {
	for _, s := range f.Sections {
		if s.Type == typ {
			return s
		}
	}
	return nil
}

// readChunk is how much is allocated for bytes of which it is not known yet whether they are there.
const readChunk = 1 << 16

// readUpTo reads n bytes from off on, or gives those that there are and the error.
func readUpTo(r io.ReaderAt, off int64, n uint64) ([]byte, error) {
	b := make([]byte, min(n, readChunk))
	for done := 0; ; {
		k, err := r.ReadAt(b[done:], off+int64(done))
		done += k
		switch {
		case done < len(b):
			return b[:done], err
		case uint64(done) == n:
			return b, nil
		}
		b = append(b, make([]byte, min(n-uint64(done), uint64(done)))...)
	}
}

// fields takes the fields of a record one by one. The record is long enough for those of its kind.
type fields struct {
	b     []byte
	order binary.ByteOrder
	wide  bool // 64 bits
}

func (f *FileHeader) fields(b []byte) *fields {
	return &fields{b, f.ByteOrder, f.Class == ELFCLASS64}
}

func (d *fields) u8() uint8 {
	v := d.b[0]
	d.b = d.b[1:]
	return v
}

func (d *fields) u16() uint16 {
	v := d.order.Uint16(d.b)
	d.b = d.b[2:]
	return v
}

func (d *fields) u32() uint32 {
	v := d.order.Uint32(d.b)
	d.b = d.b[4:]
	return v
}

// word is a field with the width of an address.
func (d *fields) word() uint64 {
	if !d.wide {
		return uint64(d.u32())
	}
	v := d.order.Uint64(d.b)
	d.b = d.b[8:]
	return v
}

// size is that of a record in files of 32 and of 64 bits.
func (f *FileHeader) size(narrow, wide int) int {
	if f.Class == ELFCLASS64 {
		return wide
	}
	return narrow
}

// tables is where the tables of sections and segments are.
type tables struct {
	phoff, shoff                         int64
	phentsize, phnum, shentsize, shnames int
	shnum                                uint64
}

// NewFile reads header and tables of a file that begins at r's byte 0.
func NewFile(r io.ReaderAt) (*File, error) {
	f := &File{Progs: []*Prog{}, Sections: []*Section{}}
	sr := io.NewSectionReader(r, 0, 1<<63-1)
	if err := f.readIdent(sr); err != nil {
		return nil, err
	}
	t, err := f.readHeader(sr)
	if err == nil {
		err = f.readProgs(sr, t)
	}
	if err == nil && t.shoff > 0 {
		err = f.readSections(sr, t)
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (f *File) readIdent(r io.ReaderAt) error {
	b, err := readUpTo(r, 0, EI_NIDENT)
	if err != nil {
		return err
	}
	if string(b[:len(ELFMAG)]) != ELFMAG {
		return &FormatError{0, "bad magic number", b[:len(ELFMAG)]}
	}
	f.Class, f.Data, f.Version = Class(b[EI_CLASS]), Data(b[EI_DATA]), Version(b[EI_VERSION])
	f.OSABI, f.ABIVersion = OSABI(b[EI_OSABI]), b[EI_ABIVERSION]
	if f.Class != ELFCLASS32 && f.Class != ELFCLASS64 {
		return &FormatError{0, "unknown ELF class", f.Class}
	}
	switch f.Data {
	case ELFDATA2LSB:
		f.ByteOrder = binary.LittleEndian
	case ELFDATA2MSB:
		f.ByteOrder = binary.BigEndian
	default:
		return &FormatError{0, "unknown ELF data encoding", f.Data}
	}
	if f.Version != EV_CURRENT {
		return &FormatError{0, "unknown ELF version", f.Version}
	}
	return nil
}

func (f *File) readHeader(r io.ReaderAt) (*tables, error) {
	b, err := readUpTo(r, EI_NIDENT, uint64(f.size(52, 64)-EI_NIDENT))
	if err != nil {
		return nil, err
	}
	d := f.fields(b)
	f.Type, f.Machine = Type(d.u16()), Machine(d.u16())
	version := Version(d.u32())
	f.Entry = d.word()
	t := &tables{phoff: int64(d.word()), shoff: int64(d.word())}
	d.u32() // flags of the machine
	d.u16() // size of the header
	t.phentsize, t.phnum = int(d.u16()), int(d.u16())
	t.shentsize, t.shnum, t.shnames = int(d.u16()), uint64(d.u16()), int(d.u16())
	switch {
	case version != f.Version:
		return nil, &FormatError{0, "mismatched ELF version", version}
	case t.phoff < 0:
		return nil, &FormatError{0, "invalid phoff", t.phoff}
	case t.shoff < 0:
		return nil, &FormatError{0, "invalid shoff", t.shoff}
	case t.shoff == 0 && t.shnum != 0:
		return nil, &FormatError{0, "invalid ELF shnum for shoff=0", t.shnum}
	case t.phnum > 0 && t.phentsize < f.size(32, 56):
		return nil, &FormatError{0, "invalid ELF phentsize", t.phentsize}
	case t.shnum > 0:
		return t, t.checkNames()
	}
	return t, nil
}

// checkNames: the index of the table of names is that of a section.
func (t *tables) checkNames() error {
	if uint64(t.shnames) >= t.shnum {
		return &FormatError{0, "invalid ELF shstrndx", t.shnames}
	}
	return nil
}

func (f *File) readProgs(r io.ReaderAt, t *tables) error {
	b, err := readUpTo(r, t.phoff, uint64(t.phnum)*uint64(t.phentsize))
	if err != nil {
		return err
	}
	f.Progs = make([]*Prog, t.phnum)
	for i := range f.Progs {
		h := f.progHeader(b[i*t.phentsize:])
		at := t.phoff + int64(i*t.phentsize)
		if int64(h.Off) < 0 {
			return &FormatError{at, "invalid program header offset", h.Off}
		}
		if int64(h.Filesz) < 0 {
			return &FormatError{at, "invalid program header file size", h.Filesz}
		}
		sr := io.NewSectionReader(r, int64(h.Off), int64(h.Filesz))
		f.Progs[i] = &Prog{h, sr, sr}
	}
	return nil
}

func (f *File) progHeader(b []byte) (h ProgHeader) {
	d := f.fields(b)
	h.Type = ProgType(d.u32())
	if d.wide {
		h.Flags = ProgFlag(d.u32())
	}
	h.Off, h.Vaddr, h.Paddr, h.Filesz, h.Memsz = d.word(), d.word(), d.word(), d.word(), d.word()
	if !d.wide {
		h.Flags = ProgFlag(d.u32())
	}
	h.Align = d.word()
	return h
}

// sectionHeader decodes an entry of the table; name is the offset of its name.
func (f *File) sectionHeader(b []byte) (h SectionHeader, name uint32) {
	d := f.fields(b)
	name = d.u32()
	h.Type, h.Flags = SectionType(d.u32()), SectionFlag(d.word())
	h.Addr, h.Offset, h.FileSize = d.word(), d.word(), d.word()
	h.Link, h.Info = d.u32(), d.u32()
	h.Addralign, h.Entsize = d.word(), d.word()
	h.Size = h.FileSize
	return h, name
}

// countSections finds the number of sections and the index of their names where these are when they are too large for the header:
// in section 0.
func (f *File) countSections(r io.ReaderAt, t *tables) error {
	b, err := readUpTo(r, t.shoff, uint64(f.size(40, 64)))
	if err != nil {
		return err
	}
	first, _ := f.sectionHeader(b)
	if first.Type != SHT_NULL {
		return &FormatError{t.shoff, "invalid type of the initial section", first.Type}
	}
	if int64(first.Size) < int64(SHN_LORESERVE) {
		return &FormatError{t.shoff, "invalid ELF shnum contained in sh_size", int64(first.Size)}
	}
	t.shnum = first.Size
	if t.shnames == int(SHN_XINDEX) {
		t.shnames = int(first.Link)
		if t.shnames < int(SHN_LORESERVE) {
			return &FormatError{t.shoff, "invalid ELF shstrndx contained in sh_link", t.shnames}
		}
	}
	return t.checkNames()
}

func (f *File) readSections(r io.ReaderAt, t *tables) error {
	if t.shnum == 0 {
		if err := f.countSections(r, t); err != nil {
			return err
		}
	}
	if t.shentsize < f.size(40, 64) {
		return &FormatError{0, "invalid ELF shentsize", t.shentsize}
	}
	hi, size := bits.Mul64(t.shnum, uint64(t.shentsize))
	if hi != 0 || int64(size) < 0 {
		return &FormatError{0, "too many sections", t.shnum}
	}
	b, err := readUpTo(r, t.shoff, size)
	if err != nil {
		return err
	}
	f.Sections = make([]*Section, t.shnum)
	nameAt := make([]uint32, t.shnum)
	for i := range f.Sections {
		var h SectionHeader
		h, nameAt[i] = f.sectionHeader(b[i*t.shentsize:])
		if f.Sections[i], err = f.newSection(r, h, t.shoff+int64(i*t.shentsize)); err != nil {
			return err
		}
	}
	if t.shnames == 0 {
		return nil
	}
	return f.nameSections(t, nameAt)
}

// newSection makes the section whose header stands at byte at.
func (f *File) newSection(r io.ReaderAt, h SectionHeader, at int64) (*Section, error) {
	if int64(h.Offset) < 0 {
		return nil, &FormatError{at, "invalid section offset", int64(h.Offset)}
	}
	if int64(h.FileSize) < 0 {
		return nil, &FormatError{at, "invalid section size", int64(h.FileSize)}
	}
	s := &Section{SectionHeader: h, sr: io.NewSectionReader(r, int64(h.Offset), int64(h.FileSize))}
	if h.Flags&SHF_COMPRESSED == 0 {
		s.ReaderAt = s.sr
		return s, nil
	}
	b, err := readUpTo(s.sr, 0, uint64(f.size(12, 24)))
	if err != nil {
		return nil, err
	}
	d := f.fields(b)
	s.compression = CompressionType(d.u32())
	if d.wide {
		d.u32()
	}
	s.Size, s.Addralign = d.word(), d.word()
	return s, nil
}

func (f *File) nameSections(t *tables, nameAt []uint32) error {
	table := f.Sections[t.shnames]
	if table.Type != SHT_STRTAB {
		return &FormatError{t.shoff + int64(t.shnames*t.shentsize), "invalid ELF section name string table type", table.Type}
	}
	b, err := table.Data()
	if err != nil {
		return err
	}
	names := string(b)
	for i, s := range f.Sections {
		var ok bool
		if s.Name, ok = stringAt(names, uint64(nameAt[i])); !ok {
			return &FormatError{t.shoff + int64(i*t.shentsize), "bad section name index", nameAt[i]}
		}
	}
	return nil
}

var (
	errNoBits     = errors.New("unexpected read from SHT_NOBITS section")
	errCompressed = errors.New("debug/elf: compressed sections cannot be read")
)

// readable says why a section cannot be read, if so.
func (s *Section) readable() error {
	switch {
	case s.Type == SHT_NOBITS:
		return errNoBits
	case s.Flags&SHF_COMPRESSED == 0:
		return nil
	case s.Flags&SHF_ALLOC != 0:
		return &FormatError{int64(s.Offset), "SHF_COMPRESSED applies only to non-allocable sections", s.compression}
	case s.compression == COMPRESS_ZLIB || s.compression == COMPRESS_ZSTD:
		return errCompressed
	}
	return &FormatError{int64(s.Offset), "unknown compression type", s.compression}
}

// Data reads the section. One of SHT_NOBITS has no bytes to read.
func (s *Section) Data() ([]byte, error) {
	if s.Size == 0 {
		return []byte{}, nil
	}
	if err := s.readable(); err != nil {
		return nil, err
	}
	b, err := readUpTo(s.sr, 0, s.Size)
	if err == nil {
		return b, nil
	}
	if err == io.EOF && len(b) > 0 {
		err = io.ErrUnexpectedEOF
	}
	return nil, err
}

// unreadable stands for the contents of a section that cannot be read.
type unreadable struct{ err error }

func (u unreadable) Read([]byte) (int, error)          { return 0, u.err }
func (u unreadable) ReadAt([]byte, int64) (int, error) { return 0, u.err }
func (u unreadable) Seek(int64, int) (int64, error)    { return 0, u.err }

// Open gives a reader of the section, with a position of its own.
func (s *Section) Open() io.ReadSeeker {
	err := s.readable()
	switch {
	case err == nil:
		return io.NewSectionReader(s.sr, 0, 1<<63-1)
	case err == errNoBits:
		return io.NewSectionReader(unreadable{err}, 0, int64(s.Size)) // its size can be found by Seek
	}
	return unreadable{err}
}

// Open gives a reader of what the segment has in the file, with a position of its own.
func (p *Prog) Open() io.ReadSeeker {
	return io.NewSectionReader(p.sr, 0, 1<<63-1)
}
