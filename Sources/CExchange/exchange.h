#ifndef KLARPLAN_EXCHANGE_H
#define KLARPLAN_EXCHANGE_H

// The two system calls that Swift's own modules do not show: two folders change places in one step, and what kind of file
// system a folder lies on. What they need is declared here rather than included, so that no type of the system seems to come from
// this module.

#if defined(__linux__)
#include <asm/unistd.h>

extern long syscall(long number, ...);

/// Returns 0, or -1 where the file system cannot (renameat2(2), RENAME_EXCHANGE).
static inline int klarplan_exchange(const char *left, const char *right) {
    const int current_folder = -100; // AT_FDCWD
    return (int)syscall(__NR_renameat2, current_folder, left, current_folder, right, 2u);
}

/// Whether a folder lies on a disk of this machine (statfs(2)): 0 where it may be another's, or nobody knows.
static inline int klarplan_is_local(const char *folder) {
#if defined(__x86_64__) || defined(__aarch64__)
    // NFS, the three kinds of SMB, what a program shows (a virtual machine's host, too), 9P, AFS, Ceph.
    static const unsigned int elsewhere[] = {
        0x6969, 0x517B, 0xFF534D42, 0xFE534D42, 0x65735546, 0x01021997, 0x5346414F, 0x00C36400,
    };
    // Wider than the kernel's structure, whose first word is the kind.
    long info[64] = {0};
    if (syscall(__NR_statfs, folder, info) != 0) return 0;
    for (unsigned i = 0; i < sizeof elsewhere / sizeof elsewhere[0]; i++)
        if ((unsigned int)info[0] == elsewhere[i]) return 0;
    return 1;
#else
    return 0;
#endif
}
#elif defined(__APPLE__)
extern int renamex_np(const char *from, const char *to, unsigned int flags);

/// Returns 0, or -1 where the file system cannot (renamex_np(2), RENAME_SWAP).
static inline int klarplan_exchange(const char *left, const char *right) {
    return renamex_np(left, right, 2u);
}
#else
static inline int klarplan_exchange(const char *left, const char *right) { return -1; }
static inline int klarplan_is_local(const char *folder) { return 0; }
#endif

#endif
