#ifndef KLARPLAN_PARSE_MEMORY_H
#define KLARPLAN_PARSE_MEMORY_H

// Memory for one parse at a time on each thread: what libcmark asks for piece by piece lies in a row and is given back at
// once. libcmark's own arena is one for all threads. Its allocators are given no pointer of the caller's, so that the
// stretch in use has to be a variable of the thread, which Swift has no word for.

#include <stddef.h>

struct klarplan_stretch;

/// Where the memory of a parse begins.
typedef struct {
    struct klarplan_stretch *stretch;
    size_t used;
} klarplan_mark;

klarplan_mark klarplan_begin(void);

/// Gives back all that was asked for on this thread since a mark.
void klarplan_end(klarplan_mark mark);

void *klarplan_calloc(size_t count, size_t size);
void *klarplan_realloc(void *piece, size_t size);

/// Gives back the last piece alone: the others go when the parse does.
void klarplan_free(void *piece);

#endif
