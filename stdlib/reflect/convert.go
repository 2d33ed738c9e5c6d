package reflect

import (
	"internal/abi"
	"unsafe"
)

// Convert returns v converted to type t; it panics when the language has no such conversion.
func (v Value) Convert(t Type) Value {
	op := converter(t.common(), v.typ)
	if op == nil {
		panic("reflect.Value.Convert: value of type " + v.typ.Str + " cannot be converted to type " + t.String())
	}
	return op(v, t.common())
}

// CanConvert reports whether Convert does not panic.
func (v Value) CanConvert(t Type) bool {
	if !v.Type().ConvertibleTo(t) {
		return false
	}
	if v.Kind() == Slice {
		switch {
		case t.Kind() == Array:
			return v.Len() >= t.Len()
		case t.Kind() == Pointer && t.Elem().Kind() == Array:
			return v.Len() >= t.Elem().Len()
		}
	}
	return true
}

func isInt(k abi.Kind) bool     { return abi.Int <= k && k <= abi.Int64 }
func isUint(k abi.Kind) bool    { return abi.Uint <= k && k <= abi.Uintptr }
func isFloat(k abi.Kind) bool   { return k == abi.Float32 || k == abi.Float64 }
func isComplex(k abi.Kind) bool { return k == abi.Complex64 || k == abi.Complex128 }

// converter returns the function for a conversion from src to dst, nil when there is none.
func converter(dst, src *abi.Type) func(Value, *abi.Type) Value {
	d, s := dst.Kind, src.Kind
	switch {
	case isInt(s) && (isInt(d) || isUint(d)), isUint(s) && (isInt(d) || isUint(d)):
		return func(v Value, t *abi.Type) Value { return makeInt(v, t, v.bits()) }
	case isInt(s) && isFloat(d):
		return func(v Value, t *abi.Type) Value { return makeFloat(v, t, float64(v.Int())) }
	case isUint(s) && isFloat(d):
		return func(v Value, t *abi.Type) Value { return makeFloat(v, t, float64(v.Uint())) }
	case isFloat(s) && isInt(d):
		return func(v Value, t *abi.Type) Value { return makeInt(v, t, uint64(int64(v.Float()))) }
	case isFloat(s) && isUint(d):
		return func(v Value, t *abi.Type) Value { return makeInt(v, t, uint64(v.Float())) }
	case isFloat(s) && isFloat(d):
		return func(v Value, t *abi.Type) Value { return makeFloat(v, t, v.Float()) }
	case isComplex(s) && isComplex(d):
		return func(v Value, t *abi.Type) Value {
			out := fresh(v, t)
			if t.Size == 8 {
				*(*complex64)(out.ptr) = complex64(v.Complex())
			} else {
				*(*complex128)(out.ptr) = v.Complex()
			}
			return out
		}
	case isInt(s) && d == abi.String:
		return func(v Value, t *abi.Type) Value {
			x := v.Int()
			if int64(rune(x)) != x {
				x = -1
			}
			return makeString(v, t, string(rune(x)))
		}
	case isUint(s) && d == abi.String:
		return func(v Value, t *abi.Type) Value {
			x := v.Uint()
			if uint64(rune(x)) != x {
				return makeString(v, t, "\uFFFD")
			}
			return makeString(v, t, string(rune(x)))
		}
	case s == abi.String && d == abi.Slice && dst.Elem().Kind == abi.Uint8 && pkgPath(dst.Elem()) == "":
		return func(v Value, t *abi.Type) Value {
			out := fresh(v, t)
			*(*[]byte)(out.ptr) = []byte(v.String())
			return out
		}
	case s == abi.String && d == abi.Slice && dst.Elem().Kind == abi.Int32 && pkgPath(dst.Elem()) == "":
		return func(v Value, t *abi.Type) Value {
			out := fresh(v, t)
			*(*[]rune)(out.ptr) = []rune(v.String())
			return out
		}
	case s == abi.Slice && d == abi.String && src.Elem().Kind == abi.Uint8 && pkgPath(src.Elem()) == "":
		return func(v Value, t *abi.Type) Value { return makeString(v, t, string(*(*[]byte)(v.ptr))) }
	case s == abi.Slice && d == abi.String && src.Elem().Kind == abi.Int32 && pkgPath(src.Elem()) == "":
		return func(v Value, t *abi.Type) Value { return makeString(v, t, string(*(*[]rune)(v.ptr))) }
	case s == abi.Slice && d == abi.Pointer && dst.Elem().Kind == abi.Array && src.Elem() == dst.Elem().Elem():
		return func(v Value, t *abi.Type) Value {
			return Value{t, sliceStart(v, t.Elem()), v.flag.ro() | flag(Pointer)}
		}
	case s == abi.Slice && d == abi.Array && src.Elem() == dst.Elem():
		return func(v Value, t *abi.Type) Value { return copyOf(t, v.flag.ro(), sliceStart(v, t)) }
	case sameUnderlying(dst, src, false),
		d == abi.Pointer && dst.TFlag&abi.TFlagNamed == 0 && s == abi.Pointer && src.TFlag&abi.TFlagNamed == 0 &&
			sameUnderlying(dst.Elem(), src.Elem(), false), directlyAssignable(dst, src):
		return func(v Value, t *abi.Type) Value {
			if v.flag&flagAddr != 0 {
				v = copyOf(v.typ, v.flag.ro(), v.ptr)
			}
			return Value{t, v.ptr, v.flag&flagIndir | v.flag.ro() | flag(t.Kind)}
		}
	case implements(dst, src):
		return func(v Value, t *abi.Type) Value {
			if v.Kind() == Interface && v.IsNil() {
				return Zero(toRType(t))
			}
			return toInterface(v, t)
		}
	}
	return nil
}

func pkgPath(t *abi.Type) string { return toRType(t).PkgPath() }

func sliceStart(v Value, array *abi.Type) unsafe.Pointer {
	n := int((*abi.ArrayType)(unsafe.Pointer(array)).Len)
	if n > v.Len() {
		panic("reflect: cannot convert slice with length " + itoa(v.Len()) + " to array or pointer to array with length " + itoa(n))
	}
	return (*sliceHeader)(v.ptr).data
}

func itoa(n int) string {
	if n >= 10 {
		return itoa(n/10) + string(rune('0'+n%10))
	}
	return string(rune('0' + n))
}

// fresh gives a new variable of type t.
func fresh(v Value, t *abi.Type) Value {
	return Value{t, newobject(t), v.flag.ro() | flagIndir | flag(t.Kind)}
}

func (v Value) bits() uint64 {
	if v.CanInt() {
		return uint64(v.Int())
	}
	return v.Uint()
}

func makeInt(v Value, t *abi.Type, bits uint64) Value {
	out := fresh(v, t)
	switch t.Size {
	case 1:
		*(*uint8)(out.ptr) = uint8(bits)
	case 2:
		*(*uint16)(out.ptr) = uint16(bits)
	case 4:
		*(*uint32)(out.ptr) = uint32(bits)
	case 8:
		*(*uint64)(out.ptr) = bits
	}
	return out
}

func makeFloat(v Value, t *abi.Type, x float64) Value {
	out := fresh(v, t)
	if t.Size == 4 {
		*(*float32)(out.ptr) = float32(x)
	} else {
		*(*float64)(out.ptr) = x
	}
	return out
}

func makeString(v Value, t *abi.Type, s string) Value {
	out := fresh(v, t)
	*(*string)(out.ptr) = s
	return out
}
