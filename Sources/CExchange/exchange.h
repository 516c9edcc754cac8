#ifndef KLARPLAN_EXCHANGE_H
#define KLARPLAN_EXCHANGE_H

// The one system call that Swift's own modules do not show: two folders change places in one step.
// What it needs is declared here rather than included, so that no type of the system seems to come from this module.

#if defined(__linux__)
#include <asm/unistd.h>

extern long syscall(long number, ...);

/// Returns 0, or -1 where the file system cannot (renameat2(2), RENAME_EXCHANGE).
static inline int klarplan_exchange(const char *left, const char *right) {
    const int current_folder = -100; // AT_FDCWD
    return (int)syscall(__NR_renameat2, current_folder, left, current_folder, right, 2u);
}
#elif defined(__APPLE__)
extern int renamex_np(const char *from, const char *to, unsigned int flags);

/// Returns 0, or -1 where the file system cannot (renamex_np(2), RENAME_SWAP).
static inline int klarplan_exchange(const char *left, const char *right) {
    return renamex_np(left, right, 2u);
}
#else
static inline int klarplan_exchange(const char *left, const char *right) { return -1; }
#endif

#endif
