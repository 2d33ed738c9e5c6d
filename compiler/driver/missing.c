/* missing.c - functions that other stages still lack, as weak symbols, so that what is there can be linked and tried.
 * TODO: remove when every stage is complete. */
#include "base/base.h"

#define MISSING(name) __attribute__((weak)) void name(void); __attribute__((weak)) void name(void) { fatal(#name " not implemented"); }
MISSING(type_has_pointers)
MISSING(type_by_linkname)
MISSING(build_method_wrapper)
MISSING(selector)
MISSING(mono_record)
MISSING(func_inst)
MISSING(build_pending)
MISSING(unused_imports)
MISSING(slice_expr)
MISSING(mono_check)
MISSING(init_order)
MISSING(index_expr)
MISSING(comp_lit)
MISSING(codegen_runtime_bitcode)
MISSING(call_expr)
MISSING(build_package)
MISSING(build_main_init)
MISSING(build_hash_func)
MISSING(build_equal_func)
MISSING(sym_for_func)
MISSING(build_body)
