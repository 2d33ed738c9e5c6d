/* abi.h - the data that generated code and the runtime share. Included by C on both sides and by assembly
 * (__ASSEMBLER__ sees only the numbers). A change here changes both sides; asm_offsets are asserted in runtime/check.c.
 *
 * Calling convention of Go functions (codegen/abi.c makes it, runtime C follows it):
 *   parameters   receiver, then parameters, each flattened to scalars in order: bool, intN, float, pointer one each;
 *                string ptr,len; slice ptr,len,cap; interface tab/type,data; complex re,im; func, map, chan, unsafe.Pointer one
 *                pointer; a small struct or [1]T its parts; zero-size types nothing. A type that is not "SSA-able" (more than
 *                4 scalars, or an array longer than 1 in it) is passed as one pointer to memory that the callee may only read.
 *                These scalars are then an LLVM (= C) argument list: integers zeroext/signext as clang does.
 *   results      all results flattened together: none: void; at most 3 integers/pointers and 2 floats: by value (one scalar,
 *                or an LLVM literal struct); otherwise a plain first parameter, a pointer to the result area: the results laid
 *                out as a struct of their types in order. C functions that return more than 2 words always take that pointer.
 *   func values  a pointer to { code, captures... }; nil is no function. Indirect calls pass that pointer as `nest` (r10, x18).
 *   g            amd64 %fs:8, arm64 x28. */
#ifndef MINIGO_ABI_H
#define MINIGO_ABI_H

/* stack budgets, bytes; see DESIGN 8 */
#define STACK_GUARD     1024    /* the guard stands this far above the segment's end */
#define STACK_SMALL     512     /* frames up to this are checked by the plain comparison */
#define STACK_UNCHECKED 256     /* functions with smaller frames and no calls need no check */
#define STACK_MIN       8192    /* first segment */
#define STACK_MAX       1000000000
#define STACK_FRAME_MAX (1 << 30)       /* larger frames are an error */
/* what the prologue passes to runtime.morestack in eax/w17: bytes of stack arguments (a multiple of 8), and for frames over
 * STACK_SMALL their size above them, rounded up: in KB, or with bit 0 set, in units of 64 KB */
#define MORESTACK_BIG(frame) ((frame) >= 64 << 20)
#define MORESTACK_UNITS(frame) (MORESTACK_BIG(frame) ? ((frame) + 65535) >> 16 : ((frame) + 1023) >> 10)
#define MORESTACK_ARG(argbytes, frame) \
	((argbytes) | ((frame) > STACK_SMALL ? MORESTACK_UNITS(frame) << 16 | MORESTACK_BIG(frame) : 0))
#define MORESTACK_FRAME(arg) ((unsigned long)((arg) >> 16) << ((arg) & 1 ? 16 : 10))
#define MORESTACK_ARGBYTES(arg) ((arg) & 0xfff8)

/* offsets in G that generated code and assembly use */
#define G_STACK_LO      0
#define G_STACK_HI      8
#define G_STACKGUARD    16
#define G_CRITICAL      24      /* int32: inside an inlined runtime fast path */
#define G_WBENABLED     28      /* int32: this thread of control must shade (copied at every stop) */
#define G_M             32
#define G_SCHED_SP      40
#define G_SCHED_PC      48
#define G_SCHED_BP      56
#define G_DEFER         64      /* class A defers: unused so far */
#define G_PANIC         72      /* innermost Panic */
#define G_SEGMENT       80      /* current stack segment header */
#define G_TRY           88      /* innermost TryRec */
#define M_G0            0
#define M_CURG          8

/* Kinds, as in reflect.Kind */
#define KIND_BOOL 1
#define KIND_INT 2
#define KIND_INT8 3
#define KIND_INT16 4
#define KIND_INT32 5
#define KIND_INT64 6
#define KIND_UINT 7
#define KIND_UINT8 8
#define KIND_UINT16 9
#define KIND_UINT32 10
#define KIND_UINT64 11
#define KIND_UINTPTR 12
#define KIND_FLOAT32 13
#define KIND_FLOAT64 14
#define KIND_COMPLEX64 15
#define KIND_COMPLEX128 16
#define KIND_ARRAY 17
#define KIND_CHAN 18
#define KIND_FUNC 19
#define KIND_INTERFACE 20
#define KIND_MAP 21
#define KIND_POINTER 22
#define KIND_SLICE 23
#define KIND_STRING 24
#define KIND_STRUCT 25
#define KIND_UNSAFEPTR 26

/* Type.tflag */
#define TFLAG_NAMED      1      /* has a name (defined or predeclared type) */
#define TFLAG_UNCOMMON   2      /* an Uncommon follows the kind's own struct */
#define TFLAG_REGULAR    4      /* equality is memory equality of size bytes */
#define TFLAG_DIRECT     8      /* pointer-shaped: an interface's data word is the value itself */
#define TFLAG_COMPARABLE 16     /* equal != 0 can still panic inside interfaces */

/* bounds check codes: runtime.panicBounds(x, signed, y, code); texts as gc's */
#define BOUNDS_INDEX 0          /* s[x], 0 <= x < len(s)=y */
#define BOUNDS_SLICE_ALEN 1     /* s[?:x], 0 <= x <= len(s)=y: arrays, strings */
#define BOUNDS_SLICE_ACAP 2     /* s[?:x], 0 <= x <= cap(s)=y */
#define BOUNDS_SLICE_B 3        /* s[x:y], 0 <= x <= y */
#define BOUNDS_SLICE3_ALEN 4    /* s[::x], 0 <= x <= len(s) */
#define BOUNDS_SLICE3_ACAP 5
#define BOUNDS_SLICE3_B 6       /* s[:x:y] */
#define BOUNDS_SLICE3_C 7       /* s[x:y:] */
#define BOUNDS_CONVERT 8        /* (*[x]T)(s), 0 <= x <= len(s)=y */

/* MapType.flags */
#define MAP_INDIRECT_KEY 1
#define MAP_INDIRECT_ELEM 2
#define MAP_NEED_KEY_UPDATE 4   /* floats, strings, interfaces: assignment overwrites the key */
#define MAP_HASH_MIGHT_PANIC 8  /* interface in the key */
/* Itab, defined below */
#define ITAB_TYPE_OFF 8
#define ITAB_HASH_OFF 16
#define ITAB_FUN_OFF 24

#if !defined(__ASSEMBLER__) && !defined(ABI_NUMBERS)   /* the compiler, whose Type is another, defines ABI_NUMBERS */
#include <stdint.h>
#include <stdbool.h>

typedef struct GoString { const uint8_t *p; int64_t n; } GoString;
typedef struct GoSlice { void *p; int64_t len, cap; } GoSlice;
typedef struct FuncVal { void *fn; } FuncVal;                    /* captures follow */

/* A type descriptor. The link step emits one for every type that is reachable as a dynamic type; identity is address.
 * After Type come the kind's own fields (below), then Uncommon when TFLAG_UNCOMMON. */
typedef struct Type {
	uint64_t size;
	uint64_t ptrdata;               /* bytes in the prefix that can hold pointers */
	uint32_t hash;
	uint8_t tflag, align, field_align, kind;
	bool (*equal)(const void *, const void *);                   /* 0: not comparable */
	uint64_t (*hashfn)(const void *p, uint64_t seed);            /* 0 when equal is 0 */
	const uint8_t *gcdata;          /* bit i: word i is a pointer, ptrdata/8 bits; 0 when ptrdata is 0 */
	GoString str;                   /* as %T prints it: main.T, []int, struct { X int } */
	struct Type *ptr_to;            /* *T when that is emitted too, else 0 */
} Type;

typedef struct Method { GoString name; GoString pkgpath; Type *mtyp; void *ifn, *tfn; } Method;
        /* sorted by name, then pkgpath ("" when exported). mtyp: func type without receiver. ifn: code taking the interface
	 * data word as receiver; tfn: code taking the receiver by its own convention. Methods that reachability dropped are absent. */
typedef struct Uncommon { GoString pkgpath; GoString name; int64_t nmethods; Method *methods; int64_t nexported; } Uncommon;
	/* name: the type's name without package, with type arguments; 'int' for predeclared */
typedef struct Imethod { GoString name; GoString pkgpath; Type *typ; } Imethod;
typedef struct StructField { GoString name; GoString pkgpath; Type *typ; GoString tag; uint64_t offset; bool embedded; } StructField;

typedef struct ArrayType { Type t; Type *elem, *slice; uint64_t len; } ArrayType;
typedef struct ChanType { Type t; Type *elem; int64_t dir; } ChanType;          /* dir as reflect: 1 recv, 2 send, 3 both */
typedef struct FuncType { Type t; int64_t nin, nout; bool variadic; uint32_t result_size; Type **in_out; } FuncType;
	/* result_size: bytes of memory for the results of a call, which gets their address; 0: they are in registers */
typedef struct InterfaceType { Type t; GoString pkgpath; int64_t nmethods; Imethod *methods; } InterfaceType;   /* sorted as Method */
typedef struct MapType { Type t; Type *key, *elem; uint64_t slot_size, elem_off; uint64_t group_size; uint32_t flags; } MapType;
	/* a group: 8 control bytes, then 8 slots of slot_size: key at 0, elem at elem_off. Keys or elems over 128 bytes are held
	 * by pointer (flags). */
typedef struct PtrType { Type t; Type *elem; } PtrType;
typedef struct SliceType { Type t; Type *elem; } SliceType;
typedef struct StructType { Type t; GoString pkgpath; int64_t nfields; StructField *fields; } StructType;

typedef struct Itab { InterfaceType *inter; Type *type; uint32_t hash, pad; void *fun[1]; } Itab;   /* fun: by the interface's sorted methods */
typedef struct Eface { Type *type; void *data; } Eface;
typedef struct Iface { Itab *tab; void *data; } Iface;

/* Map header: the compiler only reads count for len(m). */
typedef struct MapHeader { int64_t count; } MapHeader;           /* runtime/map.c has the rest behind it */
/* Iterator on the caller's frame: the compiler reads key and elem; key 0 ends the loop. */
typedef struct MapIter { void *key, *elem; uint64_t state[14]; } MapIter;
/* Channel header: len and cap for the compiler. */
typedef struct ChanHeader { int64_t count, dataqsiz; } ChanHeader;

/* defer: `defer f(args)` makes a closure without parameters; its record lies in the frame (or, in loops, on the heap). */
typedef struct DeferRec { struct DeferRec *link; FuncVal *fn; void *frame; uint64_t flags; } DeferRec;
/* A function with defers runs its body under runtime.trycall(body, ctx, rec); rec lies in the outer frame. */
typedef struct TryRec { struct TryRec *link; void *sp; void *pc; uint64_t regs[20]; DeferRec *defers; void *segment; uint64_t pad[4]; } TryRec;

/* select: cases as an array in the frame; runtime.selectgo permutes its own order array. */
typedef struct Scase { void *c; void *elem; } Scase;             /* sends first, then receives */

/* type switch and interface conversions may cache; the compiler passes a zeroed static of this type per site */
typedef struct IfaceCache { void *type, *tab; } IfaceCache;
#endif
#endif
