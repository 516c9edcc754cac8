#ifndef KLARPLAN_EXCHANGE_H
#define KLARPLAN_EXCHANGE_H

// The one system call that Swift's own modules do not show: two folders change places in one step.

#if defined(__linux__)
#include <errno.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Returns 0, or -1 where the file system cannot (renameat2(2), RENAME_EXCHANGE).
static inline int klarplan_exchange(const char *left, const char *right) {
    return (int)syscall(SYS_renameat2, AT_FDCWD, left, AT_FDCWD, right, 2u);
}
#elif defined(__APPLE__)
#include <stdio.h>

/// Returns 0, or -1 where the file system cannot (renamex_np(2), RENAME_SWAP).
static inline int klarplan_exchange(const char *left, const char *right) {
    return renamex_np(left, right, RENAME_SWAP);
}
#else
static inline int klarplan_exchange(const char *left, const char *right) { return -1; }
#endif

#endif
