/*
 * posix: directories, and the names in them.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "runtime/error.h"
#include "runtime/modules/posix.h"
#include "runtime/object.h"
#include "runtime/sequence.h"

static bool is_dot(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static DIR *open_directory(const struct PosixPath *path)
{
    if (path->text != NULL)
        return opendir(path->text);
    int copy = dup(path->descriptor); /* closedir closes what it was given */
    DIR *stream = copy < 0 ? NULL : fdopendir(copy);
    if (stream == NULL && copy >= 0) {
        int error_number = errno;
        close(copy);
        errno = error_number;
    }
    if (stream != NULL)
        rewinddir(stream);
    return stream;
}

static OWNED Value read_names(struct Interpreter *vm, DIR *stream, const struct PosixPath *path)
{
    Value names = list_new(vm, 0);
    while (!is_empty(names)) {
        errno = 0;
        const struct dirent *entry = readdir(stream);
        if (entry == NULL && errno == 0)
            return names;
        if (entry != NULL && is_dot(entry->d_name))
            continue;
        Value name = entry == NULL ? posix_error(vm, errno, path)
                                   : posix_text(vm, entry->d_name, strlen(entry->d_name), path->wants_bytes);
        if (is_empty(name) || !list_append(vm, names, name)) {
            release(vm, names);
            return EMPTY;
        }
    }
    return names;
}

Value posix_listdir(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath path;
    (void)count;
    if (!posix_path_read(vm, args[0], "listdir", "path", PATH_DESCRIPTOR | PATH_NONE, &path))
        return EMPTY;
    DIR *stream = open_directory(&path);
    Value names = stream == NULL ? posix_error(vm, errno, &path) : read_names(vm, stream, &path);
    if (stream != NULL)
        closedir(stream);
    posix_path_release(vm, &path);
    return names;
}

/* mkdir(path, mode=0o777, *, dir_fd) */
Value posix_mkdir(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath path;
    int mode = 0777, directory;
    (void)count;
    if (!posix_path_read(vm, args[0], "mkdir", "path", 0, &path))
        return EMPTY;
    if (!posix_int_argument(vm, args[1], &mode) || !posix_directory_argument(vm, args[2], &directory)) {
        posix_path_release(vm, &path);
        return EMPTY;
    }
    return posix_finish(vm, mkdirat(directory, path.text, (mode_t)mode), &path);
}

static OWNED Value unlink_with(struct Interpreter *vm, const Value *args, const char *function, int flags)
{
    struct PosixPath path;
    int directory;
    if (!posix_path_read(vm, args[0], function, "path", 0, &path))
        return EMPTY;
    if (!posix_directory_argument(vm, args[1], &directory)) {
        posix_path_release(vm, &path);
        return EMPTY;
    }
    return posix_finish(vm, unlinkat(directory, path.text, flags), &path);
}

Value posix_rmdir(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return unlink_with(vm, args, "rmdir", AT_REMOVEDIR);
}

Value posix_unlink(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return unlink_with(vm, args, "unlink", 0);
}

Value posix_remove(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return unlink_with(vm, args, "remove", 0);
}

/* ---- Two names --------------------------------------------------------- */

struct TwoPaths {
    struct PosixPath source, target;
    int source_directory, target_directory;
};

static void release_two(struct Interpreter *vm, struct TwoPaths *paths)
{
    posix_path_release(vm, &paths->source);
    posix_path_release(vm, &paths->target);
}

/* args: src, dst, and the two dir_fd's. */
static MUST_USE bool read_two(struct Interpreter *vm, const Value *args, const char *function, struct TwoPaths *paths)
{
    if (!posix_path_read(vm, args[0], function, "src", 0, &paths->source))
        return false;
    if (!posix_path_read(vm, args[1], function, "dst", 0, &paths->target)) {
        posix_path_release(vm, &paths->source);
        return false;
    }
    if (posix_directory_argument(vm, args[2], &paths->source_directory) &&
        posix_directory_argument(vm, args[3], &paths->target_directory))
        return true;
    release_two(vm, paths);
    return false;
}

static OWNED Value finish_two(struct Interpreter *vm, int answer, struct TwoPaths *paths)
{
    Value result = answer < 0 ? posix_error_2(vm, errno, &paths->source, &paths->target) : VALUE_NONE;
    release_two(vm, paths);
    return result;
}

Value posix_rename(struct Interpreter *vm, const Value *args, size_t count)
{
    struct TwoPaths paths;
    (void)count;
    if (!read_two(vm, args, "rename", &paths))
        return EMPTY;
    return finish_two(vm, renameat(paths.source_directory, paths.source.text, paths.target_directory,
                                   paths.target.text), &paths);
}

/* link(src, dst, *, src_dir_fd, dst_dir_fd, follow_symlinks) */
Value posix_link(struct Interpreter *vm, const Value *args, size_t count)
{
    struct TwoPaths paths;
    bool follow = true;
    (void)count;
    if (!posix_truth_argument(vm, args[4], &follow) || !read_two(vm, args, "link", &paths))
        return EMPTY;
    int flags = !is_absent(args[4]) && follow ? AT_SYMLINK_FOLLOW : 0;
    return finish_two(vm, linkat(paths.source_directory, paths.source.text, paths.target_directory,
                                 paths.target.text, flags), &paths);
}

/* symlink(src, dst, target_is_directory=False, *, dir_fd) */
Value posix_symlink(struct Interpreter *vm, const Value *args, size_t count)
{
    struct TwoPaths paths;
    const Value reordered[] = {args[0], args[1], VALUE_ABSENT, args[3]};
    (void)count;
    if (!read_two(vm, reordered, "symlink", &paths))
        return EMPTY;
    return finish_two(vm, symlinkat(paths.source.text, paths.target_directory, paths.target.text), &paths);
}

Value posix_readlink(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath path;
    char text[PATH_MAX + 1];
    int directory;
    (void)count;
    if (!posix_path_read(vm, args[0], "readlink", "path", 0, &path))
        return EMPTY;
    Value result = EMPTY;
    if (posix_directory_argument(vm, args[1], &directory)) {
        ssize_t length = readlinkat(directory, path.text, text, sizeof text);
        result = length < 0 ? posix_error(vm, errno, &path) : posix_text(vm, text, (size_t)length, path.wants_bytes);
    }
    posix_path_release(vm, &path);
    return result;
}

/* ---- The current directory --------------------------------------------- */

static OWNED Value current_directory(struct Interpreter *vm, bool wants_bytes)
{
    char *text = getcwd(NULL, 0);
    if (text == NULL)
        return posix_error(vm, errno, NULL);
    Value result = posix_text(vm, text, strlen(text), wants_bytes);
    free(text); /* the C library's */
    return result;
}

Value posix_getcwd(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return current_directory(vm, false);
}

Value posix_getcwdb(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return current_directory(vm, true);
}

Value posix_chdir(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath path;
    (void)count;
    if (!posix_path_read(vm, args[0], "chdir", "path", PATH_DESCRIPTOR, &path))
        return EMPTY;
    return posix_finish(vm, path.text == NULL ? fchdir(path.descriptor) : chdir(path.text), &path);
}

Value posix_fchdir(struct Interpreter *vm, const Value *args, size_t count)
{
    int descriptor = -1;
    (void)count;
    if (!posix_descriptor_argument(vm, args[0], &descriptor))
        return EMPTY;
    return fchdir(descriptor) < 0 ? posix_error(vm, errno, NULL) : VALUE_NONE;
}
