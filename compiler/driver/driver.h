/* driver.h - the command line, packages, the cache and the link. */
#ifndef MINIGO_DRIVER_H
#define MINIGO_DRIVER_H

#include "base/base.h"

#define GO_LEVEL "go1.26"                    /* the language level */

/* env.c */
const char *target_arch(void);               /* GOARCH */

/* main.c */
int usage(void);
#endif
