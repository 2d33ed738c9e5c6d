/* host.h - included before everything else in a unit test for the host (../host.sh): the C library's headers, then other names for
 * what the runtime calls as the library does, and the functions that the files beside this one have in the runtime's place (weak
 * there: calls within the runtime's file go to ours as well). */
#include <pthread.h>
#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define exit rt_exit
#define write rt_write
#define munmap rt_munmap
#define madvise rt_madvise
#define clone rt_clone
#define usleep rt_usleep
#define sigaction rt_sigaction
#define sigaltstack rt_sigaltstack
#define memcpy rt_memcpy
#define memmove rt_memmove
#define memset rt_memset
#define memcmp rt_memcmp
#define bcmp rt_bcmp

#include "malloc.h"
#ifndef HOSTSHIM
#pragma weak sudog_get
#pragma weak sudog_put
#pragma weak persistentalloc
#pragma weak persistentalloc_locked
#pragma weak pagealloc_locked
#ifdef HOSTARENA
#pragma weak runtime_memclr
#endif
#endif
