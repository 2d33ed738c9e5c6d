package fmt

import "errors"

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf makes an error of formatted text. The operands of %w, which must be errors, are what it wraps.
func Errorf(format string, a ...any) error {
	p := newPrinter()
	p.wrapErrs = true
	p.printf(format, a)
	s := string(p.buf)
	var err error
	switch len(p.wrapped) {
	case 0:
		err = errors.New(s)
	case 1:
		w := &wrapError{msg: s}
		w.err, _ = a[p.wrapped[0]].(error)
		err = w
	default:
		err = &wrapErrors{s, wrappedErrors(p.wrapped, a)}
	}
	p.free()
	return err
}

// wrappedErrors gives the operands of %w in the order of arguments, each once.
func wrappedErrors(indices []int, a []any) []error {
	var errs []error
	for i, arg := range a {
		for _, j := range indices {
			if i == j {
				if e, ok := arg.(error); ok {
					errs = append(errs, e)
				}
				break
			}
		}
	}
	return errs
}
