// Package abi mirrors runtime/abi/abi.h: the type descriptors that the link step emits, for reflect and its like.
package abi

import "unsafe"

type Kind uint8

const (
	Invalid Kind = iota
	Bool
	Int
	Int8
	Int16
	Int32
	Int64
	Uint
	Uint8
	Uint16
	Uint32
	Uint64
	Uintptr
	Float32
	Float64
	Complex64
	Complex128
	Array
	Chan
	Func
	Interface
	Map
	Pointer
	Slice
	String
	Struct
	UnsafePointer
)

const (
	TFlagNamed      = 1
	TFlagUncommon   = 2
	TFlagRegular    = 4
	TFlagDirect     = 8
	TFlagComparable = 16
)

// Type is what all descriptors start with; identity is address.
type Type struct {
	Size       uintptr
	PtrData    uintptr
	Hash       uint32
	TFlag      uint8
	Align      uint8
	FieldAlign uint8
	Kind       Kind
	Equal      unsafe.Pointer // code, not a func value
	HashFn     unsafe.Pointer
	GCData     *byte
	Str        string
	PtrTo      *Type
}

type Method struct {
	Name, PkgPath string
	Type          *Type
	Ifn, Tfn      unsafe.Pointer // code
}

type Uncommon struct {
	PkgPath, Name string
	NMethods      int
	Methods       *Method
	NExported     int
}

type Imethod struct {
	Name, PkgPath string
	Type          *Type
}

type StructField struct {
	Name, PkgPath string
	Type          *Type
	Tag           string
	Offset        uintptr
	Embedded      bool
}

type ArrayType struct {
	Type
	Elem, Slice *Type
	Len         uintptr
}

type ChanType struct {
	Type
	Elem *Type
	Dir  int
}

type FuncType struct {
	Type
	NIn, NOut  int
	Variadic   bool
	ResultSize uint32 // bytes of memory for the results of a call, its address is the first argument; 0: they are in registers
	InOut      **Type
}

type InterfaceType struct {
	Type
	PkgPath  string
	NMethods int
	Methods  *Imethod
}

type MapType struct {
	Type
	Key, Elem         *Type
	SlotSize, ElemOff uintptr
	GroupSize         uintptr
	Flags             uint32
}

type PtrType struct {
	Type
	Elem *Type
}

type SliceType struct {
	Type
	Elem *Type
}

type StructType struct {
	Type
	PkgPath string
	NFields int
	Fields  *StructField
}

type Itab struct {
	Inter *InterfaceType
	Type  *Type
	Hash  uint32
	Fun   [1]unsafe.Pointer
}

// Eface and Iface are the two words of an interface value.
type Eface struct {
	Type *Type
	Data unsafe.Pointer
}

type Iface struct {
	Tab  *Itab
	Data unsafe.Pointer
}

// TypeOf returns the dynamic type of a, nil for a nil interface.
func TypeOf(a any) *Type { return (*Eface)(unsafe.Pointer(&a)).Type }

// Direct reports whether an interface holds values of t themselves in its data word.
func (t *Type) Direct() bool { return t.TFlag&TFlagDirect != 0 }

// Uncommon returns the part with methods and names, or nil. It follows the kind's own struct.
func (t *Type) Uncommon() *Uncommon {
	if t.TFlag&TFlagUncommon == 0 {
		return nil
	}
	size := unsafe.Sizeof(Type{})
	switch t.Kind {
	case Array:
		size = unsafe.Sizeof(ArrayType{})
	case Chan:
		size = unsafe.Sizeof(ChanType{})
	case Func:
		size = unsafe.Sizeof(FuncType{})
	case Interface:
		size = unsafe.Sizeof(InterfaceType{})
	case Map:
		size = unsafe.Sizeof(MapType{})
	case Pointer:
		size = unsafe.Sizeof(PtrType{})
	case Slice:
		size = unsafe.Sizeof(SliceType{})
	case Struct:
		size = unsafe.Sizeof(StructType{})
	}
	return (*Uncommon)(unsafe.Add(unsafe.Pointer(t), size))
}

// MethodList returns all methods that were kept, sorted by name.
func (u *Uncommon) MethodList() []Method { return unsafe.Slice(u.Methods, u.NMethods) }

// FieldList returns the fields.
func (t *StructType) FieldList() []StructField { return unsafe.Slice(t.Fields, t.NFields) }

// MethodList returns the methods, sorted by name.
func (t *InterfaceType) MethodList() []Imethod { return unsafe.Slice(t.Methods, t.NMethods) }

// In and Out return the types of parameters and results. The link step looks for them by name: without, these are not described.
//
//go:noinline
func (t *FuncType) In() []*Type { return unsafe.Slice(t.InOut, t.NIn) }

//go:noinline
func (t *FuncType) Out() []*Type {
	return unsafe.Slice((**Type)(unsafe.Add(unsafe.Pointer(t.InOut), uintptr(t.NIn)*8)), t.NOut)
}

// Elem returns the element type of the kinds that have one, else nil.
func (t *Type) Elem() *Type {
	switch t.Kind {
	case Array:
		return (*ArrayType)(unsafe.Pointer(t)).Elem
	case Chan:
		return (*ChanType)(unsafe.Pointer(t)).Elem
	case Map:
		return (*MapType)(unsafe.Pointer(t)).Elem
	case Pointer:
		return (*PtrType)(unsafe.Pointer(t)).Elem
	case Slice:
		return (*SliceType)(unsafe.Pointer(t)).Elem
	}
	return nil
}
