package poll

import "sync/atomic"

// fdMutex counts the users of a descriptor and lets one read and one write at a time. Its state:
//
//	bit 0      closed: nobody gets in any more
//	bit 1, 2   somebody reads, writes
//	bits 3..   users (20 bits)
//	bits 23..  who waits to read, to write (20 bits each)
//
// When it is closed all who wait are woken, to find it closed; the last user after that destroys the descriptor.
type fdMutex struct {
	state        atomic.Uint64
	rsema, wsema uint32
}

const (
	fdClosed  = 1
	fdReads   = 2
	fdWrites  = 4
	fdUser    = 1 << 3
	fdUsers   = (1<<20 - 1) << 3
	fdReader  = 1 << 23
	fdReaders = (1<<20 - 1) << 23
	fdWriter  = 1 << 43
	fdWriters = (1<<20 - 1) << 43
)

//go:linkname semacquire sync.runtime_Semacquire
func semacquire(sema *uint32)

//go:linkname semrelease sync.runtime_Semrelease
func semrelease(sema *uint32, handoff bool, skip int)

const tooMany = "too many concurrent operations on a single file or socket (max 1048575)"

// use adds a user; false: closed.
func (m *fdMutex) use() bool {
	for {
		old := m.state.Load()
		if old&fdClosed != 0 {
			return false
		}
		if old&fdUsers == fdUsers {
			panic(tooMany)
		}
		if m.state.CompareAndSwap(old, old+fdUser) {
			return true
		}
	}
}

// leave is the opposite of use; true: it was the last user of something closed.
func (m *fdMutex) leave() bool {
	for {
		old := m.state.Load()
		if old&fdUsers == 0 {
			panic("inconsistent poll.fdMutex")
		}
		if m.state.CompareAndSwap(old, old-fdUser) {
			return (old-fdUser)&(fdClosed|fdUsers) == fdClosed
		}
	}
}

// close closes it and adds a user; false: it was closed.
func (m *fdMutex) close() bool {
	for {
		old := m.state.Load()
		if old&fdClosed != 0 {
			return false
		}
		if old&fdUsers == fdUsers {
			panic(tooMany)
		}
		if !m.state.CompareAndSwap(old, ((old|fdClosed)+fdUser)&^(fdReaders|fdWriters)) {
			continue
		}
		for ; old&fdReaders != 0; old -= fdReader {
			semrelease(&m.rsema, false, 0)
		}
		for ; old&fdWriters != 0; old -= fdWriter {
			semrelease(&m.wsema, false, 0)
		}
		return true
	}
}

func side(m *fdMutex, read bool) (bit, waiter, waiters uint64, sema *uint32) {
	if read {
		return fdReads, fdReader, fdReaders, &m.rsema
	}
	return fdWrites, fdWriter, fdWriters, &m.wsema
}

// lock adds a user who reads (writes), when nobody else does; false: closed.
func (m *fdMutex) lock(read bool) bool {
	bit, waiter, waiters, sema := side(m, read)
	for {
		old := m.state.Load()
		if old&fdClosed != 0 {
			return false
		}
		wait := old&bit != 0
		next := (old | bit) + fdUser
		if wait {
			next = old + waiter
		}
		if wait && old&waiters == waiters || !wait && old&fdUsers == fdUsers {
			panic(tooMany)
		}
		if !m.state.CompareAndSwap(old, next) {
			continue
		}
		if !wait {
			return true
		}
		semacquire(sema)
	}
}

// unlock is the opposite of lock; true: it was the last user of something closed.
func (m *fdMutex) unlock(read bool) bool {
	bit, waiter, waiters, sema := side(m, read)
	for {
		old := m.state.Load()
		if old&bit == 0 || old&fdUsers == 0 {
			panic("inconsistent poll.fdMutex")
		}
		next := old&^bit - fdUser
		wake := old&waiters != 0
		if wake {
			next -= waiter
		}
		if !m.state.CompareAndSwap(old, next) {
			continue
		}
		if wake {
			semrelease(sema, false, 0)
		}
		return next&(fdClosed|fdUsers) == fdClosed
	}
}
