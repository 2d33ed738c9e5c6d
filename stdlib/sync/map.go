package sync

import (
	"sync/atomic"
	"unsafe"
)

//go:noescape
//go:linkname hashOf runtime.nilinterhash
func hashOf(key *any, seed uintptr) uintptr

// A Map is a map[any]any for many goroutines. It is a hash trie (Bagwell, "Ideal Hash Trees", 2001): each branch takes four bits of
// a key's hash. Readers take no lock. Who changes something locks the branch whose slot it is in; entries never change, but are
// replaced.
type Map struct {
	_    noCopy
	root atomic.Pointer[mapBranch]
}

const (
	mapBits  = 4
	mapWidth = 1 << mapBits
)

// mapNode is the first field of what a slot refers to: a mapBranch or a mapEntry.
type mapNode struct {
	leaf bool
}

type mapBranch struct {
	mapNode
	gone   bool // no longer in the map; like all but slot's reading under mu
	mu     Mutex
	parent *mapBranch
	shift  uint // which bits of the hash are its
	slot   [mapWidth]atomic.Pointer[mapNode]
}

// mapEntry is a key with its value; next has others with the same hash.
type mapEntry struct {
	mapNode
	hash       uintptr
	key, value any
	next       *mapEntry
}

func (n *mapNode) branch() *mapBranch { return (*mapBranch)(unsafe.Pointer(n)) }
func (n *mapNode) entry() *mapEntry   { return (*mapEntry)(unsafe.Pointer(n)) }

func (b *mapBranch) at(hash uintptr) *atomic.Pointer[mapNode] {
	return &b.slot[hash>>b.shift%mapWidth]
}

// find is key's entry in the slot's node n, or nil.
func (n *mapNode) find(hash uintptr, key *any) *mapEntry {
	if n == nil {
		return nil
	}
	e := n.entry()
	if e.hash != hash {
		return nil
	}
	for ; e != nil; e = e.next {
		if e.key == *key {
			return e
		}
	}
	return nil
}

// without is the list from e on without the entry old.
func (e *mapEntry) without(old *mapEntry) *mapEntry {
	if e == old {
		return e.next
	}
	c := *e
	c.next = e.next.without(old)
	return &c
}

// descend goes from the root to the slot where hash belongs.
func (m *Map) descend(hash uintptr) (b *mapBranch, slot *atomic.Pointer[mapNode], n *mapNode) {
	for b = m.root.Load(); b != nil; b = n.branch() {
		slot = b.at(hash)
		if n = slot.Load(); n == nil || n.leaf {
			break
		}
	}
	return b, slot, n
}

// lock is descend with the branch locked, which is there after it.
func (m *Map) lock(hash uintptr) (b *mapBranch, slot *atomic.Pointer[mapNode], n *mapNode) {
	for {
		if b, slot, _ = m.descend(hash); b == nil {
			m.root.CompareAndSwap(nil, new(mapBranch))
			continue
		}
		b.mu.Lock()
		if n = slot.Load(); !b.gone && (n == nil || n.leaf) {
			return b, slot, n
		}
		b.mu.Unlock()
	}
}

// put makes e the entry of its key, in the slot of the locked branch b that has n, in place of old if there was one.
func (b *mapBranch) put(slot *atomic.Pointer[mapNode], n *mapNode, e, old *mapEntry) {
	switch {
	case n == nil:
	case n.entry().hash == e.hash:
		e.next = n.entry()
		if old != nil {
			e.next = e.next.without(old)
		}
	default: // a branch for both, or several, one below the other
		top := &mapBranch{parent: b, shift: b.shift + mapBits}
		c := top
		for c.at(e.hash) == c.at(n.entry().hash) {
			d := &mapBranch{parent: c, shift: c.shift + mapBits}
			c.at(e.hash).Store(&d.mapNode)
			c = d
		}
		c.at(n.entry().hash).Store(n)
		c.at(e.hash).Store(&e.mapNode)
		slot.Store(&top.mapNode)
		return
	}
	slot.Store(&e.mapNode)
}

// remove takes old out of the slot of the locked branch b that has n, and branches that become empty out of theirs. It unlocks.
func (b *mapBranch) remove(slot *atomic.Pointer[mapNode], n *mapNode, old *mapEntry) {
	if rest := n.entry().without(old); rest != nil {
		slot.Store(&rest.mapNode)
		b.mu.Unlock()
		return
	}
	slot.Store(nil)
	for b.parent != nil && b.empty() {
		up := b.parent
		up.mu.Lock()
		b.gone = true
		up.at(old.hash).Store(nil)
		b.mu.Unlock()
		b = up
	}
	b.mu.Unlock()
}

func (b *mapBranch) empty() bool {
	for i := range b.slot {
		if b.slot[i].Load() != nil {
			return false
		}
	}
	return true
}

// Load is the value for key.
func (m *Map) Load(key any) (value any, ok bool) {
	hash := hashOf(&key, 0)
	_, _, n := m.descend(hash)
	if e := n.find(hash, &key); e != nil {
		return e.value, true
	}
	return nil, false
}

// Store sets the value for key.
func (m *Map) Store(key, value any) { m.Swap(key, value) }

// Swap sets the value for key and returns the one before, if there was one.
func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	hash := hashOf(&key, 0)
	e := &mapEntry{mapNode: mapNode{leaf: true}, hash: hash, key: key, value: value}
	b, slot, n := m.lock(hash)
	old := n.find(hash, &key)
	b.put(slot, n, e, old)
	b.mu.Unlock()
	if old == nil {
		return nil, false
	}
	return old.value, true
}

// LoadOrStore is the value for key, which it sets when there is none.
func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	if actual, loaded = m.Load(key); loaded {
		return actual, true
	}
	hash := hashOf(&key, 0)
	e := &mapEntry{mapNode: mapNode{leaf: true}, hash: hash, key: key, value: value}
	b, slot, n := m.lock(hash)
	old := n.find(hash, &key)
	if old == nil {
		b.put(slot, n, e, nil)
	}
	b.mu.Unlock()
	if old != nil {
		return old.value, true
	}
	return value, false
}

// LoadAndDelete removes key and returns the value it had.
func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	if value, loaded = m.Load(key); !loaded {
		return nil, false
	}
	hash := hashOf(&key, 0)
	b, slot, n := m.lock(hash)
	old := n.find(hash, &key)
	if old == nil {
		b.mu.Unlock()
		return nil, false
	}
	b.remove(slot, n, old)
	return old.value, true
}

// Delete removes key.
func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

// CompareAndSwap sets the value for key to new if it is old, which must be comparable.
func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	b, slot, n, e := m.lockIf(key, old)
	if e == nil {
		return false
	}
	b.put(slot, n, &mapEntry{mapNode: mapNode{leaf: true}, hash: e.hash, key: e.key, value: new}, e)
	b.mu.Unlock()
	return true
}

// CompareAndDelete removes key if its value is old, which must be comparable.
func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	b, slot, n, e := m.lockIf(key, old)
	if e == nil {
		return false
	}
	b.remove(slot, n, e)
	return true
}

// lockIf finds key's entry and locks its branch if the value is old. Comparing may panic, so nothing is locked then.
func (m *Map) lockIf(key, old any) (b *mapBranch, slot *atomic.Pointer[mapNode], n *mapNode, e *mapEntry) {
	hash := hashOf(&key, 0)
	for {
		_, _, n = m.descend(hash)
		if e = n.find(hash, &key); e == nil || e.value != old {
			return nil, nil, nil, nil
		}
		b, slot, n = m.lock(hash)
		if n.find(hash, &key) == e {
			return b, slot, n, e
		}
		b.mu.Unlock()
	}
}

// Clear removes everything.
func (m *Map) Clear() { m.root.Store(nil) }

// Range calls f for each key and its value until f returns false. What changes meanwhile may be seen or not; no key comes twice.
func (m *Map) Range(f func(key, value any) bool) {
	if b := m.root.Load(); b != nil {
		b.each(f)
	}
}

func (b *mapBranch) each(f func(key, value any) bool) bool {
	for i := range b.slot {
		n := b.slot[i].Load()
		if n == nil {
			continue
		}
		if !n.leaf {
			if !n.branch().each(f) {
				return false
			}
			continue
		}
		for e := n.entry(); e != nil; e = e.next {
			if !f(e.key, e.value) {
				return false
			}
		}
	}
	return true
}
