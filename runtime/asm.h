/* asm.h - offsets for assembly beyond those of abi.h; check.c asserts them. */
#include "abi/abi.h"
#define G_FN 96
#define G_RESUMESEG 104
#define M_GSIGNAL 16
#define M_TLS 32
#define SEG_PREV 0
#define SEG_NEXT 8
#define SEG_LO 16
#define SEG_OLDSP 24
#define TRY_SP 8
#define TRY_REGS 24
#define TRY_DEFERS 184
#define TRY_SEGMENT 192
