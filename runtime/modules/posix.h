/*
 * The posix module's parts: paths and errors (posix_path.c), files and their
 * records (posix_stat.c), directories (posix_directory.c, posix_scandir.c),
 * descriptors (posix_descriptor.c), the process (posix_process.c), the table
 * (posix.c).
 */
#ifndef VIV_RUNTIME_MODULES_POSIX_H
#define VIV_RUNTIME_MODULES_POSIX_H

#include <sys/stat.h>

#include "runtime/interpreter.h"

enum PosixPathFlag { PATH_DESCRIPTOR = 1, PATH_NONE = 2 };

/* A path argument: text for the system, or a descriptor. */
struct PosixPath {
    Value object;    /* OWNED: str, bytes or int, for messages; ABSENT for None */
    Value octets;    /* OWNED bytes that `text` lies in, or ABSENT */
    const char *text; /* NULL: descriptor */
    int descriptor;  /* -1: text; AT_FDCWD's "." for None is text */
    bool wants_bytes;
};

/* function and argument begin the messages ("stat: path should be string, bytes, os.PathLike or integer, not list"). */
MUST_USE bool posix_path_read(struct Interpreter *vm, Value v, const char *function, const char *argument,
                              unsigned flags, struct PosixPath *path);
void posix_path_release(struct Interpreter *vm, struct PosixPath *path);
/* OSError of errno's number; path's object is its file name. */
Value posix_error(struct Interpreter *vm, int error_number, const struct PosixPath *path);
Value posix_error_2(struct Interpreter *vm, int error_number, const struct PosixPath *path,
                    const struct PosixPath *other);
/* What a path function returns: releases the path, gives None or the error. */
OWNED Value posix_finish(struct Interpreter *vm, int result, struct PosixPath *path);
/* dir_fd=: AT_FDCWD for None and absence. */
MUST_USE bool posix_directory_argument(struct Interpreter *vm, Value v, int *directory);
MUST_USE bool posix_descriptor_argument(struct Interpreter *vm, Value v, int *descriptor);
/* v as a C int ("Python int too large to convert to C int"); absence leaves *number alone. */
MUST_USE bool posix_int_argument(struct Interpreter *vm, Value v, int *number);
MUST_USE bool posix_truth_argument(struct Interpreter *vm, Value v, bool *truth);
/* After EINTR: handlers run; true to try again, false when one of them raised. */
MUST_USE bool posix_continue(struct Interpreter *vm);
/* Text of the system as str (surrogateescape) or bytes. */
OWNED MUST_USE Value posix_text(struct Interpreter *vm, const char *text, size_t length, bool wants_bytes);
OWNED MUST_USE Value posix_fspath(struct Interpreter *vm, Value path);
OWNED MUST_USE Value posix_stat_result(struct Interpreter *vm, const struct stat *status);

typedef Value PosixFunction(struct Interpreter *vm, const Value *args, size_t count);
PosixFunction posix_method_fspath, posix_stat, posix_lstat, posix_fstat, posix_access, posix_chmod, posix_fchmod,
    posix_chown, posix_utime, posix_truncate, posix_umask, posix_mkfifo, posix_listdir, posix_mkdir, posix_rmdir,
    posix_rename, posix_link, posix_symlink, posix_readlink, posix_unlink, posix_remove, posix_getcwd, posix_getcwdb, posix_chdir,
    posix_fchdir, posix_scandir, posix_open, posix_close, posix_closerange, posix_read, posix_write, posix_pread,
    posix_pwrite, posix_lseek, posix_pipe, posix_dup, posix_dup2, posix_fsync, posix_ftruncate, posix_isatty,
    posix_get_inheritable, posix_set_inheritable, posix_get_blocking, posix_set_blocking, posix_get_terminal_size,
    posix_device_encoding, posix_getpid, posix_getppid, posix_getuid, posix_geteuid, posix_getgid, posix_getegid,
    posix_putenv, posix_unsetenv, posix_system, posix_urandom, posix_strerror, posix_times, posix_uname, posix_kill,
    posix_exit, posix_abort, posix_cpu_count, posix_getloadavg, posix_waitstatus, posix_waitpid,
    posix_was_exited, posix_was_signaled, posix_was_stopped, posix_exit_status, posix_end_signal, posix_stop_signal,
    posix_affinity;

OWNED MUST_USE Value posix_environment(struct Interpreter *vm); /* dict of bytes */

#endif
