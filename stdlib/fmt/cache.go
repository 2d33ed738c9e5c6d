package fmt

import (
	"reflect"
	"sync"
)

var printers = sync.Pool{New: func() any { return new(printer) }}

func newPrinter() *printer {
	p := printers.Get().(*printer)
	p.panicking, p.erroring, p.wrapErrs = false, false, false
	p.flags = flags{}
	return p
}

// free keeps the printer for the next call, unless its buffer has grown large.
func (p *printer) free() {
	if cap(p.buf) > 64<<10 {
		p.buf = nil
	}
	p.buf = p.buf[:0]
	p.wrapped = p.wrapped[:0]
	p.arg = nil
	p.value = reflect.Value{}
	printers.Put(p)
}
