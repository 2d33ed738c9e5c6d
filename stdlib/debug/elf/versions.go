package elf

import "errors"

// Versions of symbols, after the GNU tools: SHT_GNU_VERSYM has a number for each dynamic symbol, and the versions of these numbers
// are in two lists: SHT_GNU_VERDEF has those that the file defines, SHT_GNU_VERNEED those that it wants of libraries. The entries
// of the lists give the distance to the next one. A list ends before an entry that does not fit into its section.

// A VersionIndex is a symbol's entry of SHT_GNU_VERSYM.
type VersionIndex uint16

// Index is the number of a version in the lists; 0 is a symbol that cannot be seen from outside, 1 one without a version.
func (vi VersionIndex) Index() uint16 { return uint16(vi) & 0x7fff }

// IsHidden says that only who asks for this very version gets the symbol.
func (vi VersionIndex) IsHidden() bool { return vi&0x8000 != 0 }

// A DynamicVersion is a version that the file defines. Deps are those that it follows.
type DynamicVersion struct {
	Name  string
	Index uint16
	Flags DynamicVersionFlag
	Deps  []string
}

// A DynamicVersionNeed is what the file wants of a library.
type DynamicVersionNeed struct {
	Name  string
	Needs []DynamicVersionDep
}

type DynamicVersionDep struct {
	Flags DynamicVersionFlag
	Index uint16
	Dep   string
}

type versions struct {
	header  *FileHeader
	strings string
	symbols []byte // SHT_GNU_VERSYM
	defined []DynamicVersion
	needed  []DynamicVersionNeed
}

// sectionData is the contents of the first section of a kind and where they are, nil when there is none or it cannot be read.
func (f *File) sectionData(kind SectionType) ([]byte, int64) {
	s := f.SectionByType(kind)
	if s == nil {
		return nil, 0
	}
	b, _ := s.Data()
	return b, int64(s.Offset)
}

// versions reads the three sections; nil: symbols have no versions. The strings are those of the dynamic symbols.
func (f *File) versions(strings string) (*versions, error) {
	if f.SectionByType(SHT_GNU_VERSYM) == nil {
		return nil, nil
	}
	v := &versions{header: &f.FileHeader, strings: strings}
	v.symbols, _ = f.sectionData(SHT_GNU_VERSYM)
	if err := v.readDefined(f.sectionData(SHT_GNU_VERDEF)); err != nil {
		return nil, err
	}
	if err := v.readNeeded(f.sectionData(SHT_GNU_VERNEED)); err != nil {
		return nil, err
	}
	return v, nil
}

// A cursor walks a list of records of a size, each linked to the next by a distance. There can be no more of them than fit without
// overlapping, or entries that lead into one another would take time without end.
type cursor struct {
	b          []byte
	size, left int
}

func newCursor(b []byte, size int) *cursor { return &cursor{b, size, len(b) / size} }

// record is the record at a place, nil when there can be none.
func (c *cursor) record(at uint64) []byte {
	if at > uint64(len(c.b)) || len(c.b)-int(at) < c.size || c.left == 0 {
		return nil
	}
	c.left--
	return c.b[at:]
}

// walk goes along a list of at most n records from a place on. each reads one, which begins at at, and gives the distance to the next.
func (v *versions) walk(c *cursor, at uint64, n int, each func(d *fields, at uint64) (uint32, error)) error {
	for range n {
		r := c.record(at)
		if r == nil {
			break
		}
		next, err := each(v.header.fields(r), at)
		if next == 0 || err != nil {
			return err
		}
		at += uint64(next)
	}
	return nil
}

func (v *versions) text(at uint32) string {
	s, _ := stringAt(v.strings, uint64(at))
	return s
}

func (v *versions) readDefined(b []byte, off int64) error {
	entries, names := newCursor(b, 20), newCursor(b, 8)
	return v.walk(entries, 0, entries.left, func(d *fields, at uint64) (uint32, error) {
		if format := d.u16(); format != 1 {
			return 0, &FormatError{off + int64(at), "unexpected dynamic version", format}
		}
		def := DynamicVersion{Flags: DynamicVersionFlag(d.u16()), Index: d.u16()}
		n := d.u16()
		d.u32() // hash of the name
		first, next := d.u32(), d.u32()
		v.readNames(names, &def, at+uint64(first), int(n))
		v.defined = append(v.defined, def)
		return next, nil
	})
}

// readNames reads the names of a defined version: its own, then those that it follows.
func (v *versions) readNames(names *cursor, def *DynamicVersion, at uint64, n int) {
	own := true
	v.walk(names, at, n, func(d *fields, at uint64) (uint32, error) {
		if name := v.text(d.u32()); own {
			def.Name = name
		} else {
			def.Deps = append(def.Deps, name)
		}
		own = false
		return d.u32(), nil
	})
}

func (v *versions) readNeeded(b []byte, off int64) error {
	entries, deps := newCursor(b, 16), newCursor(b, 16)
	return v.walk(entries, 0, entries.left, func(d *fields, at uint64) (uint32, error) {
		if format := d.u16(); format != 1 {
			return 0, &FormatError{off + int64(at), "unexpected dynamic need version", format}
		}
		n := d.u16()
		need := DynamicVersionNeed{Name: v.text(d.u32())}
		first, next := d.u32(), d.u32()
		v.readDeps(deps, &need, at+uint64(first), int(n))
		v.needed = append(v.needed, need)
		return next, nil
	})
}

func (v *versions) readDeps(deps *cursor, need *DynamicVersionNeed, at uint64, n int) {
	v.walk(deps, at, n, func(d *fields, at uint64) (uint32, error) {
		d.u32() // hash of the name
		dep := DynamicVersionDep{Flags: DynamicVersionFlag(d.u16()), Index: d.u16(), Dep: v.text(d.u32())}
		need.Needs = append(need.Needs, dep)
		return d.u32(), nil
	})
}

// mark gives the dynamic symbols their versions.
func (v *versions) mark(list []Symbol) {
	type origin struct{ version, library string }
	known := map[uint16]origin{}
	for _, def := range v.defined {
		known[def.Index] = origin{def.Name, ""}
	}
	for _, need := range v.needed {
		for _, dep := range need.Needs {
			known[dep.Index] = origin{dep.Dep, need.Name}
		}
	}
	known[0], known[1] = origin{}, origin{}
	for i := range list {
		if (i+2)*2 > len(v.symbols) {
			return
		}
		index := VersionIndex(v.header.ByteOrder.Uint16(v.symbols[(i+1)*2:]))
		if o, ok := known[index.Index()]; ok {
			s := &list[i]
			s.HasVersion, s.VersionIndex, s.Version, s.Library = true, index, o.version, o.library
		}
	}
}

func (f *File) dynamicVersions(who string) (*versions, error) {
	_, strings, err := f.symbols(SHT_DYNSYM)
	if err != nil {
		return nil, err
	}
	v, err := f.versions(strings)
	if err == nil && v == nil {
		err = errors.New(who + ": missing version table")
	}
	return v, err
}

// DynamicVersions gives the versions that the file defines.
func (f *File) DynamicVersions() ([]DynamicVersion, error) {
	v, err := f.dynamicVersions("DynamicVersions")
	if err != nil {
		return nil, err
	}
	return v.defined, nil
}

// DynamicVersionNeeds gives the versions that the file wants of libraries.
func (f *File) DynamicVersionNeeds() ([]DynamicVersionNeed, error) {
	v, err := f.dynamicVersions("DynamicVersionNeeds")
	if err != nil {
		return nil, err
	}
	return v.needed, nil
}
