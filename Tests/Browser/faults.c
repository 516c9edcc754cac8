// Makes calls of the system fail on purpose, for tests: put before the program's own library with LD_PRELOAD.
//
// KLARPLAN_FAULTS is a list "kinds:number:errno:how", parted by commas. The kinds of calls that are counted are letters of
// "wolmrtux": write to a file, open a new file, link, mkdir, rename of a file, rename of a folder, unlink or rmdir,
// exchange. From the call of that number on all fail ("on"), or that one alone does ("once"). KLARPLAN_FAULTS_COUNT names a
// file for how many of each entry's kinds there were, in decimal, one a line.
#define _GNU_SOURCE
#include <asm/unistd.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct fault {
    char kinds[16];
    long number;
    int error;
    int is_once;
    atomic_long count;
};

enum { most = 8 };

static struct fault faults[most];
static int fault_count;

__attribute__((constructor)) static void read_faults(void) {
    const char *text = getenv("KLARPLAN_FAULTS");
    while (text && *text && fault_count < most) {
        struct fault *fault = &faults[fault_count];
        char how[8] = "";
        if (sscanf(text, "%15[a-z]:%ld:%d:%7[a-z]", fault->kinds, &fault->number, &fault->error, how) != 4) abort();
        fault->is_once = strcmp(how, "once") == 0;
        fault_count++;
        text = strchr(text, ',');
        if (text) text++;
    }
}

__attribute__((destructor)) static void write_count(void) {
    const char *path = getenv("KLARPLAN_FAULTS_COUNT");
    FILE *file = path ? fopen(path, "w") : NULL;
    if (!file) return;
    for (int index = 0; index < fault_count; index++) fprintf(file, "%ld\n", atomic_load(&faults[index].count));
    fclose(file);
}

/// Whether a call of a kind is to fail; errno is set then.
static int fails(char kind) {
    int error = 0;
    for (int index = 0; index < fault_count; index++) {
        struct fault *fault = &faults[index];
        if (!strchr(fault->kinds, kind)) continue;
        long number = atomic_fetch_add(&fault->count, 1) + 1;
        if (fault->is_once ? number == fault->number : number >= fault->number) error = fault->error;
    }
    if (error) errno = error;
    return error != 0;
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int descriptor, const void *bytes, size_t count) {
    struct stat info;
    if (descriptor > 2 && fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode) && fails('w')) return -1;
    return NEXT(write)(descriptor, bytes, count);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
    if (fails('w')) return -1;
    return NEXT(pwrite)(descriptor, bytes, count, offset);
}

int open(const char *path, int flags, ...) {
    va_list more;
    va_start(more, flags);
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
    va_end(more);
    // A file that is there already needs no room; those of the system are no files.
    if (flags & O_CREAT && strncmp(path, "/dev/", 5) != 0 && access(path, F_OK) != 0 && fails('o')) return -1;
    return NEXT(open)(path, flags, mode);
}

int link(const char *from, const char *to) { return fails('l') ? -1 : NEXT(link)(from, to); }

int mkdir(const char *path, mode_t mode) { return fails('m') ? -1 : NEXT(mkdir)(path, mode); }

int rename(const char *from, const char *to) {
    struct stat info;
    const int is_folder = lstat(from, &info) == 0 && S_ISDIR(info.st_mode);
    return fails(is_folder ? 't' : 'r') ? -1 : NEXT(rename)(from, to);
}

int unlink(const char *path) { return fails('u') ? -1 : NEXT(unlink)(path); }

int rmdir(const char *path) { return fails('u') ? -1 : NEXT(rmdir)(path); }

long syscall(long number, ...) {
    va_list more;
    va_start(more, number);
    long a = va_arg(more, long), b = va_arg(more, long), c = va_arg(more, long);
    long d = va_arg(more, long), e = va_arg(more, long), f = va_arg(more, long);
    va_end(more);
    if (number == __NR_renameat2 && fails('x')) return -1;
    return NEXT(syscall)(number, a, b, c, d, e, f);
}
