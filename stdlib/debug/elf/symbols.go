package elf

import (
	"errors"
	"fmt"
	"strings"
)

// ErrNoSymbols: there is no section of symbols of the kind.
var ErrNoSymbols = errors.New("no symbol section")

// A Symbol is an entry of one of the two tables of symbols. Those of the dynamic table may have versions: HasVersion says whether,
// and VersionIndex is what the names in Version and Library were found by.
type Symbol struct {
	Name         string
	Info, Other  byte // ST_BIND, ST_TYPE, ST_VISIBILITY
	HasVersion   bool
	VersionIndex VersionIndex
	Section      SectionIndex
	Value, Size  uint64
	Version      string
	Library      string // where the symbol is expected
}

// An ImportedSymbol is one that another file has to define.
type ImportedSymbol struct {
	Name    string
	Version string
	Library string
}

// stringAt gives the string that begins at a place in a table of strings. It is a part of the table and no copy: the names of a
// hundred thousand symbols may all begin at the same place.
func stringAt(table string, at uint64) (string, bool) {
	if at >= uint64(len(table)) {
		return "", false
	}
	n := strings.IndexByte(table[at:], 0)
	if n < 0 {
		return "", false
	}
	return table[at:][:n], true
}

// stringTable reads the table of strings that a section refers to.
func (f *File) stringTable(link uint32) (string, error) {
	if link == 0 || uint64(link) >= uint64(len(f.Sections)) {
		return "", errors.New("section has invalid string table link")
	}
	b, err := f.Sections[link].Data()
	return string(b), err
}

// symbols decodes a table without its first entry, which stands for no symbol; table has their names.
func (f *File) symbols(kind SectionType) (list []Symbol, table string, err error) {
	s := f.SectionByType(kind)
	if s == nil {
		return nil, "", ErrNoSymbols
	}
	b, err := s.Data()
	if err != nil {
		return nil, "", fmt.Errorf("cannot load symbol section: %w", err)
	}
	size := f.size(Sym32Size, Sym64Size)
	switch {
	case len(b) == 0:
		return nil, "", ErrNoSymbols
	case len(b)%size != 0 && f.Class == ELFCLASS64:
		return nil, "", errors.New("length of symbol section is not a multiple of Sym64Size")
	case len(b)%size != 0:
		return nil, "", errors.New("length of symbol section is not a multiple of SymSize")
	}
	if table, err = f.stringTable(s.Link); err != nil {
		return nil, "", fmt.Errorf("cannot load string table section: %w", err)
	}
	list = make([]Symbol, len(b)/size-1)
	for i := range list {
		list[i] = f.symbol(b[(i+1)*size:], table)
	}
	return list, table, nil
}

func (f *File) symbol(b []byte, table string) (s Symbol) {
	d := f.fields(b)
	s.Name, _ = stringAt(table, uint64(d.u32()))
	if !d.wide {
		s.Value, s.Size = d.word(), d.word()
	}
	s.Info, s.Other, s.Section = d.u8(), d.u8(), SectionIndex(d.u16())
	if d.wide {
		s.Value, s.Size = d.word(), d.word()
	}
	return s
}

// Symbols gives the symbols in the order of the file, without the one at index 0: what has index i in the file is at i-1.
func (f *File) Symbols() ([]Symbol, error) {
	list, _, err := f.symbols(SHT_SYMTAB)
	return list, err
}

// DynamicSymbols gives the symbols for dynamic linking, with their versions where the file has any. As with Symbols, what has index
// i in the file is at i-1.
func (f *File) DynamicSymbols() ([]Symbol, error) {
	list, table, err := f.symbols(SHT_DYNSYM)
	if err != nil {
		return nil, err
	}
	v, err := f.versions(table)
	if err != nil {
		return nil, err
	}
	if v != nil {
		v.mark(list)
	}
	return list, nil
}

// ImportedSymbols gives the symbols that other files have to define when the program is loaded; not the weak ones, which none has
// to.
func (f *File) ImportedSymbols() ([]ImportedSymbol, error) {
	list, err := f.DynamicSymbols()
	if err != nil {
		return nil, err
	}
	var imported []ImportedSymbol
	for _, s := range list {
		if ST_BIND(s.Info) == STB_GLOBAL && s.Section == SHN_UNDEF {
			imported = append(imported, ImportedSymbol{s.Name, s.Version, s.Library})
		}
	}
	return imported, nil
}

// dynamic calls use with the values of all entries of the dynamic section that have a tag.
func (f *File) dynamic(s *Section, tag DynTag, use func(uint64)) error {
	b, err := s.Data()
	if err != nil {
		return err
	}
	size := f.size(8, 16)
	if len(b)%size != 0 {
		return errors.New("length of dynamic section is not a multiple of dynamic entry size")
	}
	for ; len(b) > 0; b = b[size:] {
		d := f.fields(b)
		if t := d.word(); DynTag(t) == tag {
			use(d.word())
		}
	}
	return nil
}

// DynValue gives the values of all entries of the dynamic section with a tag.
func (f *File) DynValue(tag DynTag) ([]uint64, error) {
	s := f.SectionByType(SHT_DYNAMIC)
	if s == nil {
		return nil, nil
	}
	var values []uint64
	err := f.dynamic(s, tag, func(v uint64) { values = append(values, v) })
	return values, err
}

// DynString gives the strings of all entries of the dynamic section with a tag; those of DT_NEEDED, DT_SONAME, DT_RPATH and
// DT_RUNPATH are strings.
func (f *File) DynString(tag DynTag) ([]string, error) {
	switch tag {
	case DT_NEEDED, DT_SONAME, DT_RPATH, DT_RUNPATH:
	default:
		return nil, fmt.Errorf("non-string-valued tag %v", tag)
	}
	s := f.SectionByType(SHT_DYNAMIC)
	if s == nil {
		return nil, nil
	}
	table, err := f.stringTable(s.Link)
	if err != nil {
		return nil, err
	}
	var list []string
	err = f.dynamic(s, tag, func(v uint64) {
		if text, ok := stringAt(table, v); ok {
			list = append(list, text)
		}
	})
	return list, err
}

// ImportedLibraries gives the names of the libraries to be loaded with the program.
func (f *File) ImportedLibraries() ([]string, error) {
	return f.DynString(DT_NEEDED)
}
