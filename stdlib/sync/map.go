package sync

import "sync/atomic"

//go:noescape
//go:linkname hashOf runtime.nilinterhash
func hashOf(key *any, seed uintptr) uintptr

// A Map is a map[any]any for many goroutines: a hash table with chains. Readers take no lock. Who changes something locks the stripe
// of slots it is in; entries never change, but are replaced. Who makes the table larger locks all stripes, and from then on nobody
// changes the old one.
//
// A hash trie, which needs no larger tables, took over one and a half times as long for 10,000 keys: its nodes are twice the memory,
// and each level is another one to wait for.
type Map struct {
	_     noCopy
	table atomic.Pointer[mapTable] // nil: empty
}

type mapTable struct {
	slots   []atomic.Pointer[mapEntry] // a power of two
	stripes []mapStripe                // a power of two; the low bits of the hash choose both
}

type mapStripe struct {
	mu Mutex
	n  int // entries
	_  [64 - 16]byte
}

const (
	mapSlots      = 16 // of the first table, and for a stripe
	mapMaxStripes = 64
)

// mapEntry is a key with its value; next is another one in the same slot.
type mapEntry struct {
	hash       uintptr
	key, value any
	next       *mapEntry
}

func newMapTable(slots int) *mapTable {
	return &mapTable{make([]atomic.Pointer[mapEntry], slots), make([]mapStripe, min(slots/mapSlots, mapMaxStripes))}
}

func (t *mapTable) slot(hash uintptr) *atomic.Pointer[mapEntry] {
	return &t.slots[hash&uintptr(len(t.slots)-1)]
}

func (t *mapTable) stripe(hash uintptr) *mapStripe {
	return &t.stripes[hash&uintptr(len(t.stripes)-1)]
}

// find is key's entry in the list that begins with e, or nil.
func (e *mapEntry) find(hash uintptr, key *any) *mapEntry {
	for ; e != nil; e = e.next {
		if e.hash == hash && e.key == *key {
			return e
		}
	}
	return nil
}

// without is the list that begins with e without the entry old.
func (e *mapEntry) without(old *mapEntry) *mapEntry {
	if old == nil {
		return e
	}
	if e == old {
		return e.next
	}
	c := *e
	c.next = e.next.without(old)
	return &c
}

// load is key's entry, or nil.
func (m *Map) load(hash uintptr, key *any) *mapEntry {
	t := m.table.Load()
	if t == nil {
		return nil
	}
	return t.slot(hash).Load().find(hash, key)
}

// lock locks the stripe where hash belongs.
func (m *Map) lock(hash uintptr) (*mapTable, *mapStripe) {
	for {
		t := m.table.Load()
		if t == nil {
			m.table.CompareAndSwap(nil, newMapTable(mapSlots))
			continue
		}
		s := t.stripe(hash)
		s.mu.Lock()
		if m.table.Load() == t {
			return t, s
		}
		s.mu.Unlock()
	}
}

// lockIf finds key's entry, and locks its stripe if the value is old. Comparing may panic, so nothing is locked then.
func (m *Map) lockIf(key, old any) (t *mapTable, s *mapStripe, e *mapEntry) {
	hash := hashOf(&key, 0)
	for {
		if e = m.load(hash, &key); e == nil || e.value != old {
			return nil, nil, nil
		}
		t, s = m.lock(hash)
		if t.slot(hash).Load().find(hash, &key) == e {
			return t, s, e
		}
		s.mu.Unlock()
	}
}

// put makes e the entry of its key, in place of old if there is one, and unlocks.
func (m *Map) put(t *mapTable, s *mapStripe, e, old *mapEntry) {
	slot := t.slot(e.hash)
	e.next = slot.Load().without(old)
	slot.Store(e)
	if old == nil {
		s.n++
	}
	full := s.n > len(t.slots)/len(t.stripes)
	s.mu.Unlock()
	if full {
		m.grow(t)
	}
}

// remove takes e out, and unlocks.
func (t *mapTable) remove(s *mapStripe, e *mapEntry) {
	slot := t.slot(e.hash)
	slot.Store(slot.Load().without(e))
	s.n--
	s.mu.Unlock()
}

// grow puts a table of twice the size in place of t, unless somebody else did.
func (m *Map) grow(t *mapTable) {
	for i := range t.stripes {
		t.stripes[i].mu.Lock()
	}
	if m.table.Load() == t {
		more := newMapTable(2 * len(t.slots))
		for i := range t.slots {
			for e := t.slots[i].Load(); e != nil; e = e.next {
				c, slot := e, more.slot(e.hash)
				if next := slot.Load(); next != e.next { // readers may be at e
					c = &mapEntry{e.hash, e.key, e.value, next}
				}
				slot.Store(c)
				more.stripe(e.hash).n++
			}
		}
		m.table.CompareAndSwap(t, more) // Clear takes no lock
	}
	for i := range t.stripes {
		t.stripes[i].mu.Unlock()
	}
}

// Load is the value for key.
func (m *Map) Load(key any) (value any, ok bool) {
	if e := m.load(hashOf(&key, 0), &key); e != nil {
		return e.value, true
	}
	return nil, false
}

// Store sets the value for key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Swap sets the value for key and returns the one before, if there was one.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	e := &mapEntry{hash: hashOf(&key, 0), key: key, value: value}
	t, s := m.lock(e.hash)
	old := t.slot(e.hash).Load().find(e.hash, &key)
	m.put(t, s, e, old)
	if old == nil {
		return nil, false
	}
	return old.value, true
}

// LoadOrStore is the value for key, which it sets when there is none.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	hash := hashOf(&key, 0)
	if e := m.load(hash, &key); e != nil {
		return e.value, true
	}
	e := &mapEntry{hash: hash, key: key, value: value}
	t, s := m.lock(hash)
	if old := t.slot(hash).Load().find(hash, &key); old != nil {
		s.mu.Unlock()
		return old.value, true
	}
	m.put(t, s, e, nil)
	return value, false
}

// LoadAndDelete removes key and returns the value it had.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	hash := hashOf(&key, 0)
	if m.load(hash, &key) == nil {
		return nil, false
	}
	t, s := m.lock(hash)
	e := t.slot(hash).Load().find(hash, &key)
	if e == nil {
		s.mu.Unlock()
		return nil, false
	}
	t.remove(s, e)
	return e.value, true
}

// Delete removes key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// CompareAndSwap sets the value for key to new if it is old, which must be comparable.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	t, s, e := m.lockIf(key, old)
	if e == nil {
		return false
	}
	m.put(t, s, &mapEntry{hash: e.hash, key: e.key, value: new}, e)
	return true
}

// CompareAndDelete removes key if its value is old, which must be comparable.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	t, s, e := m.lockIf(key, old)
	if e == nil {
		return false
	}
	t.remove(s, e)
	return true
}

// Clear removes everything.
func (m *Map) Clear() { m.table.Store(nil) }

// Range calls f for each key and its value until f returns false. What changes meanwhile may be seen or not; no key comes twice.
func (m *Map) Range(f func(key, value any) bool) {
	t := m.table.Load()
	if t == nil {
		return
	}
	for i := range t.slots {
		for e := t.slots[i].Load(); e != nil; e = e.next {
			if !f(e.key, e.value) {
				return
			}
		}
	}
}
