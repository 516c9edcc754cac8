// Tells ThreadSanitizer of Swift's Mutex on Linux, which is a word and a futex. Taking it and leaving it at once happens
// in instrumented code and is seen. Waiting for it, and waking who waits, happens within the library: without this each
// time would be called a race.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>

#define LOCK_SLOW "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK_SLOW "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

// Swift passes the lock itself in the context register.
#define LOCK __attribute__((swift_context)) void *lock

typedef __attribute__((swiftcall)) void LockSlow(uint32_t thread, LOCK);
typedef __attribute__((swiftcall)) void UnlockSlow(LOCK);

__attribute__((weak)) void __tsan_acquire(void *address);
__attribute__((weak)) void __tsan_release(void *address);

static void *library(const char *name) {
    void *function = dlsym(RTLD_NEXT, name);
    if (!function) abort();
    return function;
}

__attribute__((swiftcall)) void lock_slow(uint32_t thread, LOCK) __asm__(LOCK_SLOW);
__attribute__((swiftcall)) void unlock_slow(LOCK) __asm__(UNLOCK_SLOW);

__attribute__((swiftcall)) void lock_slow(uint32_t thread, LOCK) {
    ((LockSlow *)library(LOCK_SLOW))(thread, lock);
    if (__tsan_acquire) __tsan_acquire(lock);
}

__attribute__((swiftcall)) void unlock_slow(LOCK) {
    if (__tsan_release) __tsan_release(lock);
    ((UnlockSlow *)library(UNLOCK_SLOW))(lock);
}
