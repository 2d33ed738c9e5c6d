package sync

import "sync/atomic"

//go:linkname procPin runtime.procpin
func procPin() int

//go:linkname procUnpin runtime.procunpin
func procUnpin()

//go:linkname poolsList runtime.poolslist
func poolsList(list **Pool) (procs int)

// A Pool keeps objects for reuse. Any of them may vanish at any time: those that were put in before the last collection can still be
// taken out, older ones are gone. Each P has its own, so that goroutines rarely meet.
type Pool struct {
	_ noCopy

	// The runtime knows these (pool.c). With the world stopped it makes local victim, and local empty.
	local, victim atomic.Pointer[[]poolLocal]
	next          *Pool
	listed        bool

	New func() any // makes an object when there is none
}

// poolLocal has the objects of one P, and is alone in its cache lines.
type poolLocal struct {
	private any    // the P's alone
	busy    uint32 // 1: somebody looks at items
	items   []any
	_       [128 - 16 - 8 - 24]byte
}

// ownerTries is how often the P that owns them tries to get at its items. They are held for a few instructions only, but the
// system may stop the thread just there.
const ownerTries = 100

var (
	pools   *Pool // those that may have something
	poolsMu Mutex
)

// Get takes an object out.
func (p *Pool) Get() any {
	l, id := p.pin()
	x := l.private
	l.private = nil
	if x == nil {
		x = l.pop(ownerTries)
	}
	if x == nil {
		x = p.steal(id)
	}
	procUnpin()
	if x == nil && p.New != nil {
		x = p.New()
	}
	return x
}

// Put gives an object to the pool, or to the collector when somebody else holds the P's items.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	l, _ := p.pin()
	if l.private == nil {
		l.private = x
	} else if l.hold(ownerTries) {
		l.items = append(l.items, x)
		l.release()
	}
	procUnpin()
}

// pin keeps the goroutine on its P until procUnpin.
func (p *Pool) pin() (l *poolLocal, id int) {
	for {
		id = procPin()
		if s := p.local.Load(); s != nil && id < len(*s) {
			return &(*s)[id], id
		}
		procUnpin()
		p.grow()
	}
}

// grow makes room for each P.
func (p *Pool) grow() {
	s := make([]poolLocal, poolsList(&pools))
	poolsMu.Lock()
	procPin() // no collection between these steps
	if old := p.local.Load(); old == nil || len(*old) < len(s) {
		p.local.Store(&s)
		if !p.listed {
			p.listed = true
			p.next = pools
			pools = p
		}
	}
	procUnpin()
	poolsMu.Unlock()
}

// steal looks at all Ps' objects, then at those of before the last collection.
func (p *Pool) steal(id int) any {
	if x := take(p.local.Load(), id); x != nil {
		return x
	}
	v := p.victim.Load()
	if v == nil {
		return nil
	}
	x := take(v, id)
	if x == nil {
		p.victim.Store(nil)
	}
	return x
}

// take takes an object for the P with this id.
func take(s *[]poolLocal, id int) (x any) {
	if id < len(*s) {
		l := &(*s)[id]
		x, l.private = l.private, nil
	}
	for i := 0; x == nil && i < len(*s); i++ {
		x = (*s)[(id+1+i)%len(*s)].pop(1)
	}
	return x
}

// hold keeps others from the items until release. False: somebody else has them.
func (l *poolLocal) hold(tries int) bool {
	for ; !atomic.CompareAndSwapUint32(&l.busy, 0, 1); tries-- {
		if tries == 0 {
			return false
		}
	}
	return true
}

func (l *poolLocal) release() { atomic.StoreUint32(&l.busy, 0) }

//go:noinline
func (l *poolLocal) pop(tries int) (x any) {
	if len(l.items) == 0 || !l.hold(tries) {
		return nil
	}
	if n := len(l.items); n > 0 {
		x = l.items[n-1]
		l.items[n-1] = nil
		l.items = l.items[:n-1]
	}
	l.release()
	return x
}
