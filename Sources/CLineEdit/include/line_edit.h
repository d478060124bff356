#ifndef ABACUS_LINE_EDIT_H
#define ABACUS_LINE_EDIT_H

/* libedit's own header; what takes varying arguments, which Swift can't call, has functions below. */
#include <histedit.h>

/* The version of libedit that this was built with: major * 1000 + minor. */
int line_edit_version(void);

#endif
