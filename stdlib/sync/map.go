package sync

// A Map is a map[any]any for many goroutines.
type Map struct {
	_ noCopy
	m RWMutex
	e map[any]any
}

func (m *Map) Load(key any) (value any, ok bool) {
	m.m.RLock()
	value, ok = m.e[key]
	m.m.RUnlock()
	return value, ok
}

func (m *Map) set(key, value any) {
	if m.e == nil {
		m.e = make(map[any]any)
	}
	m.e[key] = value
}

func (m *Map) Store(key, value any) { m.Swap(key, value) }

func (m *Map) Clear() {
	m.m.Lock()
	clear(m.e)
	m.m.Unlock()
}

func (m *Map) LoadOrStore(key, value any) (actual any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if actual, loaded = m.e[key]; loaded {
		return actual, true
	}
	m.set(key, value)
	return value, false
}

func (m *Map) LoadAndDelete(key any) (value any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	value, loaded = m.e[key]
	delete(m.e, key)
	return value, loaded
}

func (m *Map) Delete(key any) { m.LoadAndDelete(key) }

func (m *Map) Swap(key, value any) (previous any, loaded bool) {
	m.m.Lock()
	defer m.m.Unlock()
	previous, loaded = m.e[key]
	m.set(key, value)
	return previous, loaded
}

func (m *Map) CompareAndSwap(key, old, new any) (swapped bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if v, ok := m.e[key]; ok && v == old {
		m.e[key] = new
		return true
	}
	return false
}

func (m *Map) CompareAndDelete(key, old any) (deleted bool) {
	m.m.Lock()
	defer m.m.Unlock()
	if v, ok := m.e[key]; ok && v == old {
		delete(m.e, key)
		return true
	}
	return false
}

// Range calls f for the entries that were there when it began, unless they are deleted meanwhile, until f returns false.
func (m *Map) Range(f func(key, value any) bool) {
	m.m.RLock()
	keys := make([]any, 0, len(m.e))
	for k := range m.e {
		keys = append(keys, k)
	}
	m.m.RUnlock()
	for _, k := range keys {
		if v, ok := m.Load(k); ok && !f(k, v) {
			return
		}
	}
}
