package sync

// A Pool keeps objects for reuse. Any of them may vanish at any time.
type Pool struct {
	_     noCopy
	m     Mutex
	items []any
	New   func() any // makes an object when there is none
}

// most is how many objects a Pool keeps.
const most = 64

// Get takes an object out.
func (p *Pool) Get() any {
	p.m.Lock()
	if n := len(p.items); n > 0 {
		x := p.items[n-1]
		p.items[n-1] = nil
		p.items = p.items[:n-1]
		p.m.Unlock()
		return x
	}
	p.m.Unlock()
	if p.New != nil {
		return p.New()
	}
	return nil
}

// Put gives an object to the pool.
func (p *Pool) Put(x any) {
	if x == nil {
		return
	}
	p.m.Lock()
	if len(p.items) < most {
		p.items = append(p.items, x)
	}
	p.m.Unlock()
}
