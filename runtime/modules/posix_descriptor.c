/*
 * posix: open files by their numbers.
 */
#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "runtime/buffer.h"
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/modules/posix.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/struct_sequence.h"
#include "runtime/string_internal.h"

static OWNED Value none_or_error(struct Interpreter *vm, int answer)
{
    return answer < 0 ? posix_error(vm, errno, NULL) : VALUE_NONE;
}

static OWNED Value number_or_error(struct Interpreter *vm, int64_t answer)
{
    return answer < 0 ? posix_error(vm, errno, NULL) : int_new(vm, answer);
}

/* open(path, flags, mode=0o777, *, dir_fd) */
Value posix_open(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath path;
    int flags = 0, mode = 0777, directory, descriptor = -1;
    (void)count;
    if (!posix_path_read(vm, args[0], "open", "path", 0, &path))
        return EMPTY;
    Value result = EMPTY;
    if (posix_int_argument(vm, args[1], &flags) && posix_int_argument(vm, args[2], &mode) &&
        posix_directory_argument(vm, args[3], &directory)) {
        do
            descriptor = openat(directory, path.text, flags | O_CLOEXEC, mode);
        while (descriptor < 0 && errno == EINTR && posix_continue(vm));
        result = descriptor < 0 ? posix_error(vm, errno, &path) : value_from_small_int(descriptor);
    }
    posix_path_release(vm, &path);
    return result;
}

Value posix_close(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1;
    (void)count;
    if (!posix_int_argument(vm, args[0], &descriptor))
        return EMPTY;
    int answer = close(descriptor);
    return answer < 0 && errno == EINTR ? VALUE_NONE : none_or_error(vm, answer);
}

Value posix_closerange(struct Interpreter *vm, const Value *args, size_t count)
{
    int low = 0, high = 0;
    (void)count;
    if (!posix_int_argument(vm, args[0], &low) || !posix_int_argument(vm, args[1], &high))
        return EMPTY;
    long most = sysconf(_SC_OPEN_MAX);
    if (most > 0 && high > most)
        high = (int)most;
    for (int descriptor = low < 0 ? 0 : low; descriptor < high; descriptor++)
        close(descriptor);
    return VALUE_NONE;
}

/* ---- Reading and writing ----------------------------------------------- */

/* offset < 0: from where the descriptor stands. */
static OWNED Value read_octets_of(struct Interpreter *vm, int descriptor, int64_t length, int64_t offset)
{
    if (length < 0)
        return raise_os_error(vm, EINVAL, EMPTY);
    Value octets = bytes_new(vm, NULL, (size_t)length);
    if (is_empty(octets))
        return EMPTY;
    ssize_t done;
    do {
        done = offset < 0 ? read(descriptor, as_bytes(octets)->data, (size_t)length)
                          : pread(descriptor, as_bytes(octets)->data, (size_t)length, offset);
    } while (done < 0 && errno == EINTR && posix_continue(vm));
    Value result = done < 0 ? posix_error(vm, errno, NULL)
                   : done == length ? retain(octets)
                                    : bytes_new(vm, as_bytes(octets)->data, (size_t)done);
    release(vm, octets);
    return result;
}

Value posix_read(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1;
    int64_t length;
    (void)count;
    if (!posix_int_argument(vm, args[0], &descriptor) || !read_size(vm, args[1], &length))
        return EMPTY;
    return read_octets_of(vm, descriptor, length, -1);
}

Value posix_pread(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1;
    int64_t length, offset;
    (void)count;
    if (!posix_int_argument(vm, args[0], &descriptor) || !read_size(vm, args[1], &length) ||
        !read_size(vm, args[2], &offset))
        return EMPTY;
    return offset < 0 ? raise_os_error(vm, EINVAL, EMPTY) : read_octets_of(vm, descriptor, length, offset);
}

static OWNED Value write_octets(struct Interpreter *vm, Value descriptor_value, Value v, int64_t offset)
{
    struct HeldBuffer held;
    int descriptor = -1;
    if (!posix_int_argument(vm, descriptor_value, &descriptor) || !buffer_acquire(vm, v, NULL, &held))
        return EMPTY;
    ssize_t done;
    do {
        done = offset < 0 ? write(descriptor, held.data, held.length)
                          : pwrite(descriptor, held.data, held.length, offset);
    } while (done < 0 && errno == EINTR && posix_continue(vm));
    int error_number = errno;
    buffer_release(vm, &held);
    return done < 0 ? posix_error(vm, error_number, NULL) : int_new(vm, done);
}

Value posix_write(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return write_octets(vm, args[0], args[1], -1);
}

Value posix_pwrite(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t offset;
    (void)count;
    if (!read_size(vm, args[2], &offset))
        return EMPTY;
    return offset < 0 ? raise_os_error(vm, EINVAL, EMPTY) : write_octets(vm, args[0], args[1], offset);
}

Value posix_lseek(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1, whence = 0;
    int64_t offset;
    (void)count;
    if (!posix_int_argument(vm, args[0], &descriptor) || !object_as_int64(vm, args[1], TYPE_OverflowError, &offset) ||
        !posix_int_argument(vm, args[2], &whence))
        return EMPTY;
    return number_or_error(vm, lseek(descriptor, offset, whence));
}

Value posix_ftruncate(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1;
    int64_t length;
    (void)count;
    if (!posix_int_argument(vm, args[0], &descriptor) || !object_as_int64(vm, args[1], TYPE_OverflowError, &length))
        return EMPTY;
    return none_or_error(vm, ftruncate(descriptor, length));
}

Value posix_fsync(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1;
    (void)count;
    return posix_descriptor_argument(vm, args[0], &descriptor) ? none_or_error(vm, fsync(descriptor)) : EMPTY;
}

/* ---- More and other descriptors ---------------------------------------- */

Value posix_pipe(struct Interpreter *vm, const Value *args, size_t count)
{
    int ends[2];
    (void)args, (void)count;
    if (pipe2(ends, O_CLOEXEC) < 0)
        return posix_error(vm, errno, NULL);
    return tuple_pack(vm, 2, value_from_small_int(ends[0]), value_from_small_int(ends[1]));
}

Value posix_dup(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1;
    (void)count;
    if (!posix_int_argument(vm, args[0], &descriptor))
        return EMPTY;
    return number_or_error(vm, fcntl(descriptor, F_DUPFD_CLOEXEC, 0));
}

/* dup2(fd, fd2, inheritable=True) */
Value posix_dup2(struct Interpreter *vm, const Value *args, size_t count)
{
    int from = -1, to = -1;
    bool inheritable = true;
    (void)count;
    if (!posix_int_argument(vm, args[0], &from) || !posix_int_argument(vm, args[1], &to) ||
        !posix_truth_argument(vm, args[2], &inheritable))
        return EMPTY;
    return number_or_error(vm, inheritable || from == to ? dup2(from, to) : dup3(from, to, O_CLOEXEC));
}

Value posix_isatty(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1;
    (void)count;
    return posix_int_argument(vm, args[0], &descriptor) ? value_from_bool(isatty(descriptor)) : EMPTY;
}

/* A flag of F_GETFD or F_GETFL; -1: raised. */
static int get_flags(struct Interpreter *vm, Value v, int *descriptor, int command)
{
    if (!posix_int_argument(vm, v, descriptor))
        return -1;
    int flags = fcntl(*descriptor, command);
    if (flags < 0)
        posix_error(vm, errno, NULL);
    return flags;
}

Value posix_get_inheritable(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1, flags = get_flags(vm, args[0], &descriptor, F_GETFD);
    (void)count;
    return flags < 0 ? EMPTY : value_from_bool(!(flags & FD_CLOEXEC));
}

Value posix_set_inheritable(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1, flags = get_flags(vm, args[0], &descriptor, F_GETFD);
    bool wanted = false;
    (void)count;
    if (flags < 0 || !posix_truth_argument(vm, args[1], &wanted))
        return EMPTY;
    return none_or_error(vm, fcntl(descriptor, F_SETFD, wanted ? flags & ~FD_CLOEXEC : flags | FD_CLOEXEC));
}

Value posix_get_blocking(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1, flags = get_flags(vm, args[0], &descriptor, F_GETFL);
    (void)count;
    return flags < 0 ? EMPTY : value_from_bool(!(flags & O_NONBLOCK));
}

Value posix_set_blocking(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1, flags = get_flags(vm, args[0], &descriptor, F_GETFL);
    bool wanted = false;
    (void)count;
    if (flags < 0 || !posix_truth_argument(vm, args[1], &wanted))
        return EMPTY;
    return none_or_error(vm, fcntl(descriptor, F_SETFL, wanted ? flags & ~O_NONBLOCK : flags | O_NONBLOCK));
}

Value posix_device_encoding(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1;
    (void)count;
    if (!posix_int_argument(vm, args[0], &descriptor))
        return EMPTY;
    return isatty(descriptor) ? string_from_cstring(vm, "utf-8") : VALUE_NONE;
}

static const struct NativeAttribute terminal_size_fields[] = {
    MEMBERS_FOLLOW,
    STRUCT_FIELD(0, "columns", "width of the terminal window in characters"),
    STRUCT_FIELD(1, "lines", "height of the terminal window in characters"),
    ATTRIBUTES_END,
};
STRUCT_SEQUENCE(terminal_size, "os.terminal_size", "A tuple of (columns, lines) for holding terminal window size",
                terminal_size_fields, 0);

Value posix_get_terminal_size(struct Interpreter *vm, const Value *args, size_t count)
{
    struct winsize size;
    int descriptor = STDOUT_FILENO;
    if (count > 0 && !posix_int_argument(vm, args[0], &descriptor))
        return EMPTY;
    if (ioctl(descriptor, TIOCGWINSZ, &size) < 0)
        return posix_error(vm, errno, NULL);
    Value items[] = {value_from_small_int(size.ws_col), value_from_small_int(size.ws_row)};
    return struct_sequence_new(vm, builtin_type(vm, TYPE_terminal_size), items, 2);
}
