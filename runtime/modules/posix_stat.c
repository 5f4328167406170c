/*
 * posix: what the system knows of a file, and changing it.
 */
#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "runtime/error.h"
#include "runtime/modules/posix.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/struct_sequence.h"

/* ---- stat_result ------------------------------------------------------- */

enum { NANOSECONDS = 10 };

/* The seconds of time `number` (0 access, 1 modification, 2 change) as a float; the whole ones where there are no
 * nanoseconds, as in a record that Python code made. */
static OWNED Value seconds_of(struct Interpreter *vm, Value self, size_t number)
{
    const struct Tuple *record = as_tuple(self);
    Value nanoseconds = record->items[NANOSECONDS + number];
    int64_t count;
    if (is_empty(nanoseconds) || !is_int(vm, nanoseconds) || !int_fits_int64(nanoseconds, &count))
        return retain(record->items[7 + number]);
    int64_t seconds = count / 1000000000, rest = count % 1000000000;
    if (rest < 0) {
        rest += 1000000000;
        seconds--;
    }
    return float_new(vm, (double)seconds + 1e-9 * (double)rest);
}

static OWNED Value get_atime(struct Interpreter *vm, Value self) { return seconds_of(vm, self, 0); }
static OWNED Value get_mtime(struct Interpreter *vm, Value self) { return seconds_of(vm, self, 1); }
static OWNED Value get_ctime(struct Interpreter *vm, Value self) { return seconds_of(vm, self, 2); }

static const struct NativeAttribute stat_fields[] = {
    MEMBERS_FOLLOW,
    STRUCT_FIELD(0, "st_mode", "protection bits"),
    STRUCT_FIELD(1, "st_ino", "inode"),
    STRUCT_FIELD(2, "st_dev", "device"),
    STRUCT_FIELD(3, "st_nlink", "number of hard links"),
    STRUCT_FIELD(4, "st_uid", "user ID of owner"),
    STRUCT_FIELD(5, "st_gid", "group ID of owner"),
    STRUCT_FIELD(6, "st_size", "total size, in bytes"),
    {"st_atime", get_atime, NULL, "time of last access"},
    {"st_mtime", get_mtime, NULL, "time of last modification"},
    {"st_ctime", get_ctime, NULL, "time of last change"},
    HIDDEN_FIELDS_FOLLOW,
    STRUCT_FIELD(10, "st_atime_ns", "time of last access in nanoseconds"),
    STRUCT_FIELD(11, "st_mtime_ns", "time of last modification in nanoseconds"),
    STRUCT_FIELD(12, "st_ctime_ns", "time of last change in nanoseconds"),
    STRUCT_FIELD(13, "st_blksize", "blocksize for filesystem I/O"),
    STRUCT_FIELD(14, "st_blocks", "number of blocks allocated"),
    STRUCT_FIELD(15, "st_rdev", "device type (if inode device)"),
    ATTRIBUTES_END,
};
STRUCT_SEQUENCE(stat_result, "os.stat_result", "stat_result: Result from stat, fstat, or lstat.", stat_fields, 0);

static OWNED Value nanoseconds_of(struct Interpreter *vm, const struct timespec *time)
{
    return int_new(vm, (int64_t)time->tv_sec * 1000000000 + time->tv_nsec);
}

Value posix_stat_result(struct Interpreter *vm, const struct stat *status)
{
    Value items[] = {
        int_from_uint64(vm, status->st_mode), int_from_uint64(vm, status->st_ino), int_from_uint64(vm, status->st_dev),
        int_from_uint64(vm, status->st_nlink), int_from_uint64(vm, status->st_uid),
        int_from_uint64(vm, status->st_gid), int_new(vm, status->st_size), int_new(vm, status->st_atim.tv_sec),
        int_new(vm, status->st_mtim.tv_sec), int_new(vm, status->st_ctim.tv_sec),
        nanoseconds_of(vm, &status->st_atim), nanoseconds_of(vm, &status->st_mtim),
        nanoseconds_of(vm, &status->st_ctim), int_new(vm, status->st_blksize), int_new(vm, status->st_blocks),
        int_from_uint64(vm, status->st_rdev),
    };
    return struct_sequence_new(vm, builtin_type(vm, TYPE_stat_result), items, 10);
}

/* args: path, dir_fd, follow_symlinks */
static OWNED Value do_stat(struct Interpreter *vm, const Value *args, const char *function, bool follow)
{
    struct PosixPath path;
    struct stat status;
    int directory;
    if (!posix_path_read(vm, args[0], function, "path", strcmp(function, "stat") == 0 ? PATH_DESCRIPTOR : 0, &path))
        return EMPTY;
    Value result = EMPTY;
    if (posix_directory_argument(vm, args[1], &directory)) {
        int answer = path.text == NULL ? fstat(path.descriptor, &status)
                                       : fstatat(directory, path.text, &status, follow ? 0 : AT_SYMLINK_NOFOLLOW);
        result = answer < 0 ? posix_error(vm, errno, &path) : posix_stat_result(vm, &status);
    }
    posix_path_release(vm, &path);
    return result;
}

Value posix_stat(struct Interpreter *vm, const Value *args, size_t count)
{
    bool follow = true;
    (void)count;
    return posix_truth_argument(vm, args[2], &follow) ? do_stat(vm, args, "stat", follow) : EMPTY;
}

Value posix_lstat(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return do_stat(vm, args, "lstat", false);
}

Value posix_fstat(struct Interpreter *vm, const Value *args, size_t count)
{
    struct stat status;
    int descriptor = -1;
    (void)count;
    if (!posix_int_argument(vm, args[0], &descriptor))
        return EMPTY;
    return fstat(descriptor, &status) < 0 ? posix_error(vm, errno, NULL) : posix_stat_result(vm, &status);
}

/* ---- Permissions ------------------------------------------------------- */

/* access(path, mode, *, dir_fd, effective_ids, follow_symlinks) */
Value posix_access(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath path;
    int mode = 0, directory;
    bool effective = false, follow = true;
    (void)count;
    if (!posix_path_read(vm, args[0], "access", "path", 0, &path))
        return EMPTY;
    Value result = EMPTY;
    if (posix_int_argument(vm, args[1], &mode) && posix_directory_argument(vm, args[2], &directory) &&
        posix_truth_argument(vm, args[3], &effective) && posix_truth_argument(vm, args[4], &follow)) {
        int flags = (effective ? AT_EACCESS : 0) | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
        result = value_from_bool(faccessat(directory, path.text, mode, flags) == 0);
    }
    posix_path_release(vm, &path);
    return result;
}

/* chmod(path, mode, *, dir_fd, follow_symlinks) */
Value posix_chmod(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath path;
    int mode = 0, directory;
    bool follow = true;
    (void)count;
    if (!posix_path_read(vm, args[0], "chmod", "path", PATH_DESCRIPTOR, &path))
        return EMPTY;
    if (!posix_int_argument(vm, args[1], &mode) || !posix_directory_argument(vm, args[2], &directory) ||
        !posix_truth_argument(vm, args[3], &follow)) {
        posix_path_release(vm, &path);
        return EMPTY;
    }
    int answer = path.text == NULL ? fchmod(path.descriptor, (mode_t)mode)
                                   : fchmodat(directory, path.text, (mode_t)mode, follow ? 0 : AT_SYMLINK_NOFOLLOW);
    return posix_finish(vm, answer, &path);
}

Value posix_fchmod(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1, mode = 0;
    (void)count;
    if (!posix_descriptor_argument(vm, args[0], &descriptor) || !posix_int_argument(vm, args[1], &mode))
        return EMPTY;
    return fchmod(descriptor, (mode_t)mode) < 0 ? posix_error(vm, errno, NULL) : VALUE_NONE;
}

/* chown(path, uid, gid, *, dir_fd, follow_symlinks) */
Value posix_chown(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath path;
    int user = -1, group = -1, directory;
    bool follow = true;
    (void)count;
    if (!posix_path_read(vm, args[0], "chown", "path", PATH_DESCRIPTOR, &path))
        return EMPTY;
    if (!posix_int_argument(vm, args[1], &user) || !posix_int_argument(vm, args[2], &group) ||
        !posix_directory_argument(vm, args[3], &directory) || !posix_truth_argument(vm, args[4], &follow)) {
        posix_path_release(vm, &path);
        return EMPTY;
    }
    int answer = path.text == NULL ? fchown(path.descriptor, (uid_t)user, (gid_t)group)
                                   : fchownat(directory, path.text, (uid_t)user, (gid_t)group,
                                              follow ? 0 : AT_SYMLINK_NOFOLLOW);
    return posix_finish(vm, answer, &path);
}

Value posix_umask(struct Interpreter *vm, const Value *args, size_t count)
{
    int mask = 0;
    (void)count;
    return posix_int_argument(vm, args[0], &mask) ? value_from_small_int(umask((mode_t)mask)) : EMPTY;
}

/* ---- Times and sizes --------------------------------------------------- */

static MUST_USE bool time_from_seconds(struct Interpreter *vm, Value v, struct timespec *time)
{
    int64_t whole;
    double number;
    if (!is_float(vm, v)) {
        if (!object_as_int64(vm, v, TYPE_OverflowError, &whole))
            return false;
        *time = (struct timespec){.tv_sec = whole};
        return true;
    }
    number = float_value(v);
    double seconds = floor(number);
    if (!(fabs(seconds) < 9e18)) {
        if (isnan(number))
            raise_value_error(vm, "Invalid value NaN (not a number)");
        else
            raise_error(vm, TYPE_OverflowError, "timestamp out of range for platform time_t");
        return false;
    }
    *time = (struct timespec){.tv_sec = (time_t)seconds, .tv_nsec = (long)floor((number - seconds) * 1e9)};
    return true;
}

static MUST_USE bool time_from_nanoseconds(struct Interpreter *vm, Value v, struct timespec *time)
{
    int64_t count;
    if (!object_as_int64(vm, v, TYPE_OverflowError, &count))
        return false;
    int64_t rest = count % 1000000000;
    if (rest < 0)
        rest += 1000000000;
    *time = (struct timespec){.tv_sec = (count - rest) / 1000000000, .tv_nsec = rest};
    return true;
}

static MUST_USE bool read_times(struct Interpreter *vm, Value times, Value nanoseconds, struct timespec pair[2])
{
    bool has_times = !is_absent(times) && !is_none(times), has_nanoseconds = !is_absent(nanoseconds);
    if (has_times && has_nanoseconds) {
        raise_value_error(vm, "utime: you may specify either 'times' or 'ns' but not both");
        return false;
    }
    pair[0] = pair[1] = (struct timespec){.tv_nsec = UTIME_NOW};
    if (!has_times && !has_nanoseconds)
        return true;
    Value given = has_times ? times : nanoseconds;
    if (!is_tuple(vm, given) || tuple_length(given) != 2) {
        raise_type_error(vm, has_times ? "utime: 'times' must be either a tuple of two ints or None"
                                       : "utime: 'ns' must be a tuple of two ints");
        return false;
    }
    for (size_t i = 0; i < 2; i++) {
        Value item = as_tuple(given)->items[i];
        if (!(has_times ? time_from_seconds(vm, item, &pair[i]) : time_from_nanoseconds(vm, item, &pair[i])))
            return false;
    }
    return true;
}

/* utime(path, times=None, *, ns, dir_fd, follow_symlinks) */
Value posix_utime(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath path;
    struct timespec times[2];
    int directory;
    bool follow = true;
    (void)count;
    if (!posix_path_read(vm, args[0], "utime", "path", PATH_DESCRIPTOR, &path))
        return EMPTY;
    if (!read_times(vm, args[1], args[2], times) || !posix_directory_argument(vm, args[3], &directory) ||
        !posix_truth_argument(vm, args[4], &follow)) {
        posix_path_release(vm, &path);
        return EMPTY;
    }
    int answer = path.text == NULL ? futimens(path.descriptor, times)
                                   : utimensat(directory, path.text, times, follow ? 0 : AT_SYMLINK_NOFOLLOW);
    return posix_finish(vm, answer, &path);
}

Value posix_truncate(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath path;
    int64_t length;
    (void)count;
    if (!posix_path_read(vm, args[0], "truncate", "path", PATH_DESCRIPTOR, &path))
        return EMPTY;
    if (!object_as_int64(vm, args[1], TYPE_OverflowError, &length)) {
        posix_path_release(vm, &path);
        return EMPTY;
    }
    return posix_finish(vm, path.text == NULL ? ftruncate(path.descriptor, length) : truncate(path.text, length),
                        &path);
}

/* mkfifo(path, mode=0o666, *, dir_fd) */
Value posix_mkfifo(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath path;
    int mode = 0666, directory;
    (void)count;
    if (!posix_path_read(vm, args[0], "mkfifo", "path", 0, &path))
        return EMPTY;
    if (!posix_int_argument(vm, args[1], &mode) || !posix_directory_argument(vm, args[2], &directory)) {
        posix_path_release(vm, &path);
        return EMPTY;
    }
    return posix_finish(vm, mkfifoat(directory, path.text, (mode_t)mode), &path);
}
