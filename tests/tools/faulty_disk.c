/* A disk that fails: preloaded before the C library, it counts every call on files below one folder and makes the n-th one fail.
   Built by the tests with: cc -shared -fPIC -o faulty_disk.so faulty_disk.c -ldl */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FILES 65536

enum way { ONCE = 0, GONE = 1, FULL = 2 };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static char below[4096], except[4096];
static int nth, number, is_gone, is_paused, calls;
static enum way way;
static char failed[512];
static unsigned char is_ours[MOST_FILES];

/* The n-th call below a folder will fail with an error number, once the pause is over; 0 lets all through and goes on counting. */
void faulty_disk_arm(const char *folder, const char *spared, int call, int error, int how) {
  pthread_mutex_lock(&turn);
  snprintf(below, sizeof below, "%s", folder);
  snprintf(except, sizeof except, "%s", spared);
  nth = call, number = error, way = (enum way)how, is_gone = calls = 0, is_paused = 1, failed[0] = 0;
  pthread_mutex_unlock(&turn);
}

void faulty_disk_heal(void) { is_gone = 0; }
void faulty_disk_pause(int paused) { is_paused = paused; }
int faulty_disk_calls(void) { return calls; }
const char *faulty_disk_failed(void) { return failed; }

static int is_below(const char *path) { return path && below[0] && strncmp(path, below, strlen(below)) == 0 && !(except[0] && strstr(path, except)); }

/* Whether this call is to fail. Only what takes room fails on a disk that is full. */
static int fails(const char *what, const char *path, int takes_room) {
  int hit = 0;
  if (is_paused || (way == FULL && !takes_room)) return 0;
  pthread_mutex_lock(&turn);
  if (is_gone) hit = 1;
  else if (++calls == nth) {
    hit = 1;
    is_gone = way != ONCE;
    snprintf(failed, sizeof failed, "%s %s", what, path ? path + strlen(below) : "");
  }
  pthread_mutex_unlock(&turn);
  if (hit) errno = number;
  return hit;
}

#define REAL(type, name, ...) static type (*real)(__VA_ARGS__); if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, #name)
#define REFUSE(what, path, room) if (is_below(path) && fails(what, path, room)) return -1

static int opened(int file, const char *path) {
  if (file >= 0 && file < MOST_FILES) is_ours[file] = is_below(path) ? 1 : 0;
  return file;
}

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    REAL(int, name, const char *, int, ...); \
    va_list rest; va_start(rest, flags); mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0; va_end(rest); \
    REFUSE("open", path, flags & O_CREAT); \
    return opened(real(path, flags, mode), path); \
  }
OPEN(open)
OPEN(open64) /* what .NET calls; likewise below */

#define ON_FILE(what, file, room) if ((file) >= 0 && (file) < MOST_FILES && is_ours[file] && fails(what, NULL, room)) return -1
ssize_t read(int file, void *to, size_t count) { REAL(ssize_t, read, int, void *, size_t); ON_FILE("read", file, 0); return real(file, to, count); }
ssize_t pread(int file, void *to, size_t count, off_t at) { REAL(ssize_t, pread, int, void *, size_t, off_t); ON_FILE("read", file, 0); return real(file, to, count, at); }
ssize_t pread64(int file, void *to, size_t count, off64_t at) { REAL(ssize_t, pread64, int, void *, size_t, off64_t); ON_FILE("read", file, 0); return real(file, to, count, at); }
ssize_t write(int file, const void *from, size_t count) { REAL(ssize_t, write, int, const void *, size_t); ON_FILE("write", file, 1); return real(file, from, count); }
ssize_t pwrite(int file, const void *from, size_t count, off_t at) { REAL(ssize_t, pwrite, int, const void *, size_t, off_t); ON_FILE("write", file, 1); return real(file, from, count, at); }
ssize_t pwrite64(int file, const void *from, size_t count, off64_t at) { REAL(ssize_t, pwrite64, int, const void *, size_t, off64_t); ON_FILE("write", file, 1); return real(file, from, count, at); }
ssize_t preadv64(int file, const struct iovec *to, int count, off64_t at) { REAL(ssize_t, preadv64, int, const struct iovec *, int, off64_t); ON_FILE("read", file, 0); return real(file, to, count, at); }
ssize_t pwritev64(int file, const struct iovec *from, int count, off64_t at) { REAL(ssize_t, pwritev64, int, const struct iovec *, int, off64_t); ON_FILE("write", file, 1); return real(file, from, count, at); }
int ftruncate64(int file, off64_t length) { REAL(int, ftruncate64, int, off64_t); ON_FILE("resize", file, 1); return real(file, length); }
int fsync(int file) { REAL(int, fsync, int); ON_FILE("flush", file, 1); return real(file); }
int close(int file) { REAL(int, close, int); if (file >= 0 && file < MOST_FILES) is_ours[file] = 0; return real(file); }

int rename(const char *from, const char *to) { REAL(int, rename, const char *, const char *); REFUSE("rename", to, 1); return real(from, to); }
int link(const char *from, const char *to) { REAL(int, link, const char *, const char *); REFUSE("link", to, 1); return real(from, to); }
int unlink(const char *path) { REAL(int, unlink, const char *); REFUSE("delete", path, 0); return real(path); }
int rmdir(const char *path) { REAL(int, rmdir, const char *); REFUSE("delete", path, 0); return real(path); }
int mkdir(const char *path, mode_t mode) { REAL(int, mkdir, const char *, mode_t); REFUSE("make folder", path, 1); return real(path, mode); }
int stat(const char *path, struct stat *to) { REAL(int, stat, const char *, struct stat *); REFUSE("look", path, 0); return real(path, to); }
int stat64(const char *path, struct stat64 *to) { REAL(int, stat64, const char *, struct stat64 *); REFUSE("look", path, 0); return real(path, to); }
int __xstat64(int version, const char *path, struct stat64 *to) { REAL(int, __xstat64, int, const char *, struct stat64 *); REFUSE("look", path, 0); return real(version, path, to); }
int __lxstat64(int version, const char *path, struct stat64 *to) { REAL(int, __lxstat64, int, const char *, struct stat64 *); REFUSE("look", path, 0); return real(version, path, to); }
DIR *opendir(const char *path) { REAL(DIR *, opendir, const char *); if (is_below(path) && fails("list", path, 0)) return NULL; return real(path); }
