#include "parse_memory.h"

#include <stdlib.h>
#include <string.h>

/// A stretch of memory; its pieces follow, each behind sixteen bytes that hold its size.
struct klarplan_stretch {
    struct klarplan_stretch *below;
    size_t size, used;
    size_t unused; // the pieces begin at a multiple of sixteen
};

typedef struct klarplan_stretch stretch;

static _Thread_local stretch *top;

enum { header = 16, common_size = 1 << 18 };

static char *pieces(stretch *of) { return (char *)(of + 1); }

static size_t rounded(size_t size) { return (size + 15) & ~(size_t)15; }

static size_t size_of(void *piece) { return *(size_t *)((char *)piece - header); }

static void *take(size_t size) {
    const size_t need = rounded(size) + header;
    if (need < size) abort();
    if (!top || top->size - top->used < need) {
        const size_t room = need > common_size ? need : common_size;
        stretch *next = malloc(sizeof(stretch) + room);
        if (!next) abort(); // as libcmark's own allocator does
        next->below = top;
        next->size = room;
        next->used = 0;
        top = next;
    }
    char *piece = pieces(top) + top->used;
    top->used += need;
    *(size_t *)piece = rounded(size);
    return piece + header;
}

void *klarplan_calloc(size_t count, size_t size) {
    size_t all;
    if (__builtin_mul_overflow(count, size, &all)) abort();
    return memset(take(all), 0, all);
}

void *klarplan_realloc(void *piece, size_t size) {
    if (!piece) return take(size);
    const size_t before = size_of(piece);
    if (size <= before) return piece;
    return memcpy(take(size), piece, before);
}

void klarplan_free(void *piece) {
    if (!piece || !top) return;
    if ((char *)piece + size_of(piece) == pieces(top) + top->used)
        top->used = (size_t)((char *)piece - header - pieces(top));
}

klarplan_mark klarplan_begin(void) {
    klarplan_mark mark = {top, top ? top->used : 0};
    return mark;
}

void klarplan_end(klarplan_mark mark) {
    while (top && top != mark.stretch) {
        // One stretch of common size stays for the thread's next parse.
        if (!mark.stretch && !top->below && top->size == common_size) break;
        stretch *below = top->below;
        free(top);
        top = below;
    }
    if (top) top->used = mark.stretch ? mark.used : 0;
}
