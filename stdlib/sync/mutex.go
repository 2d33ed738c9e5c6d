// Package sync has locks and other ways for goroutines to wait for each other. Waiting goroutines sleep on semaphores of
// the runtime.
package sync

import "sync/atomic"

//go:linkname fatal runtime.fatal
func fatal(text string)

//go:linkname semacquireMutex internal/sync.runtime_SemacquireMutex
func semacquireMutex(s *uint32, lifo bool, skip int)

//go:linkname semrelease internal/sync.runtime_Semrelease
func semrelease(s *uint32, handoff bool, skip int)

//go:linkname nanotime runtime.nanotime
func nanotime() int64

// A Locker can be locked and unlocked.
type Locker interface {
	Lock()
	Unlock()
}

// state of a Mutex: three bits and the number of waiters
const (
	mutexLocked   = 1 << iota
	mutexWoken    // somebody was woken, or spins, and tries to lock
	mutexStarving // a waiter that waited for over a millisecond gets the lock from Unlock itself
	mutexWaiter   = 1 << iota
)

const starvationNs = 1e6

// A Mutex is a lock. Waiters queue up in order but compete with newcomers, unless one starves: then Unlock hands over.
type Mutex struct {
	state int32
	sema  uint32
}

func (m *Mutex) Lock() {
	if atomic.CompareAndSwapInt32(&m.state, 0, mutexLocked) {
		return
	}
	m.lockSlow()
}

func (m *Mutex) TryLock() bool {
	old := atomic.LoadInt32(&m.state)
	return old&(mutexLocked|mutexStarving) == 0 && atomic.CompareAndSwapInt32(&m.state, old, old|mutexLocked)
}

func (m *Mutex) lockSlow() {
	var since int64
	starving, awoke := false, false
	for {
		old := atomic.LoadInt32(&m.state)
		next := old
		if old&mutexStarving == 0 {
			next |= mutexLocked
		}
		if old&(mutexLocked|mutexStarving) != 0 {
			next += mutexWaiter
		}
		if starving && old&mutexLocked != 0 {
			next |= mutexStarving
		}
		if awoke {
			next &^= mutexWoken
		}
		if !atomic.CompareAndSwapInt32(&m.state, old, next) {
			continue
		}
		if old&(mutexLocked|mutexStarving) == 0 {
			return
		}
		again := since != 0
		if !again {
			since = nanotime()
		}
		semacquireMutex(&m.sema, again, 1)
		starving = starving || nanotime()-since > starvationNs
		if old = atomic.LoadInt32(&m.state); old&mutexStarving != 0 { // Unlock handed the lock to us
			delta := int32(mutexLocked - mutexWaiter)
			if !starving || old/mutexWaiter == 1 {
				delta -= mutexStarving
			}
			atomic.AddInt32(&m.state, delta)
			return
		}
		awoke = true
	}
}

func (m *Mutex) Unlock() {
	if left := atomic.AddInt32(&m.state, -mutexLocked); left != 0 {
		m.unlockSlow(left)
	}
}

func (m *Mutex) unlockSlow(left int32) {
	if (left+mutexLocked)&mutexLocked == 0 {
		fatal("sync: unlock of unlocked mutex")
	}
	if left&mutexStarving != 0 {
		semrelease(&m.sema, true, 1)
		return
	}
	for old := left; old/mutexWaiter != 0 && old&(mutexLocked|mutexWoken|mutexStarving) == 0; old = atomic.LoadInt32(&m.state) {
		if atomic.CompareAndSwapInt32(&m.state, old, (old-mutexWaiter)|mutexWoken) {
			semrelease(&m.sema, false, 1)
			return
		}
	}
}
