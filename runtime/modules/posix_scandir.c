/*
 * posix: scandir() and the entries it yields.
 *
 * Owner: the iterator has the directory stream, until it is exhausted, closed
 * or dies; an entry keeps names and what it was asked about.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/modules/posix.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

struct DirectoryEntry {
    struct Object header;
    Value name, path;
    Value status, link_status; /* stat results, once asked for; EMPTY before */
    uint64_t inode;
    int descriptor;            /* scandir(fd): the directory that name is in; else -1 */
    unsigned char type;        /* of struct dirent */
};

struct ScanIterator {
    struct Object header;
    Value path;    /* str, bytes, or an int */
    DIR *stream;   /* NULL once closed */
    bool wants_bytes;
};

static struct DirectoryEntry *as_entry(Value v) { return (struct DirectoryEntry *)value_object(v); }

/* ---- Entries ----------------------------------------------------------- */

static OWNED Value join(struct Interpreter *vm, Value path, Value name)
{
    if (is_int(vm, path))
        return retain(name);
    if (is_string(vm, path)) {
        size_t length = string_length(path);
        bool slash = length == 0 || string_at(as_string(path), length - 1) == '/';
        return string_from_format(vm, slash ? "%V%V" : "%V/%V", path, name);
    }
    const struct Bytes *head = as_bytes(path), *tail = as_bytes(name);
    bool slash = head->length == 0 || head->data[head->length - 1] == '/';
    Value joined = bytes_new(vm, NULL, head->length + !slash + tail->length);
    if (!is_empty(joined)) {
        memcpy(as_bytes(joined)->data, head->data, head->length);
        if (!slash)
            as_bytes(joined)->data[head->length] = '/';
        memcpy(as_bytes(joined)->data + head->length + !slash, tail->data, tail->length);
    }
    return joined;
}

static OWNED Value entry_new(struct Interpreter *vm, const struct ScanIterator *iterator, const struct dirent *found)
{
    Value name = posix_text(vm, found->d_name, strlen(found->d_name), iterator->wants_bytes);
    Value path = is_empty(name) ? EMPTY : join(vm, iterator->path, name);
    struct DirectoryEntry *entry = NULL;
    if (!is_empty(path))
        entry = (struct DirectoryEntry *)object_allocate(vm, builtin_type(vm, TYPE_directory_entry), sizeof *entry);
    if (entry == NULL) {
        release_maybe(vm, path);
        release_maybe(vm, name);
        return EMPTY;
    }
    slot_init(vm, entry, &entry->name, name);
    slot_init(vm, entry, &entry->path, path);
    entry->inode = found->d_ino;
    entry->type = found->d_type;
    entry->descriptor = is_int(vm, iterator->path) ? (int)small_int(iterator->path) : -1; /* the caller keeps it open */
    return value_from_object(entry);
}

static OWNED Value fetch_status(struct Interpreter *vm, const struct DirectoryEntry *entry, bool follow)
{
    struct PosixPath path;
    struct stat status;
    if (!posix_path_read(vm, entry->path, "DirEntry", "path", 0, &path))
        return EMPTY;
    int directory = entry->descriptor >= 0 ? entry->descriptor : AT_FDCWD;
    int answer = fstatat(directory, path.text, &status, follow ? 0 : AT_SYMLINK_NOFOLLOW);
    Value result = answer < 0 ? posix_error(vm, errno, &path) : posix_stat_result(vm, &status);
    posix_path_release(vm, &path);
    return result;
}

/* BORROWED while the entry lives. */
static BORROWED Value entry_status(struct Interpreter *vm, struct DirectoryEntry *entry, bool follow)
{
    if (entry->type != DT_LNK && entry->type != DT_UNKNOWN)
        follow = false; /* there is nothing to follow */
    Value *slot = follow ? &entry->status : &entry->link_status;
    if (is_empty(*slot)) {
        Value status = fetch_status(vm, entry, follow);
        if (is_empty(status))
            return EMPTY;
        slot_set(vm, entry, slot, status);
    }
    return *slot;
}

static OWNED Value entry_stat(struct Interpreter *vm, const Value *args, size_t count)
{
    bool follow = true;
    (void)count;
    if (!posix_truth_argument(vm, args[1], &follow))
        return EMPTY;
    Value status = entry_status(vm, as_entry(args[0]), follow);
    return is_empty(status) ? EMPTY : retain(status);
}

/* Whether the entry is of the kind that S_IF… and DT_… name; a link to nothing is nothing. */
static OWNED Value entry_is(struct Interpreter *vm, struct DirectoryEntry *entry, bool follow, mode_t kind,
                            unsigned char type)
{
    int64_t mode;
    if (entry->type != DT_UNKNOWN && !(follow && entry->type == DT_LNK))
        return value_from_bool(entry->type == type);
    Value status = entry_status(vm, entry, follow);
    if (is_empty(status) && error_matches(vm, TYPE_FileNotFoundError)) {
        error_clear(vm);
        return VALUE_FALSE;
    }
    if (is_empty(status) || !object_as_int64(vm, as_tuple(status)->items[0], TYPE_OverflowError, &mode))
        return EMPTY;
    return value_from_bool(((mode_t)mode & S_IFMT) == kind);
}

static OWNED Value entry_is_dir(struct Interpreter *vm, const Value *args, size_t count)
{
    bool follow = true;
    (void)count;
    return posix_truth_argument(vm, args[1], &follow) ? entry_is(vm, as_entry(args[0]), follow, S_IFDIR, DT_DIR)
                                                      : EMPTY;
}

static OWNED Value entry_is_file(struct Interpreter *vm, const Value *args, size_t count)
{
    bool follow = true;
    (void)count;
    return posix_truth_argument(vm, args[1], &follow) ? entry_is(vm, as_entry(args[0]), follow, S_IFREG, DT_REG)
                                                      : EMPTY;
}

static OWNED Value entry_is_symlink(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return entry_is(vm, as_entry(args[0]), false, S_IFLNK, DT_LNK);
}

static OWNED Value entry_is_junction(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)args, (void)count;
    return VALUE_FALSE;
}

static OWNED Value entry_inode(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return int_from_uint64(vm, as_entry(args[0])->inode);
}

static OWNED Value entry_fspath(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return retain(as_entry(args[0])->path);
}

static OWNED Value entry_repr(struct Interpreter *vm, Value self)
{
    return string_from_format(vm, "<DirEntry %R>", as_entry(self)->name);
}

static OWNED Value get_name(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_entry(self)->name);
}

static OWNED Value get_path(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_entry(self)->path);
}

static void entry_traverse(struct Object *self, VisitFunction visit, void *context)
{
    const struct DirectoryEntry *entry = (struct DirectoryEntry *)self;
    visit(entry->name, context);
    visit(entry->path, context);
    visit(entry->status, context);
    visit(entry->link_status, context);
}

static OWNED Value entry_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct DirectoryEntry *entry = (struct DirectoryEntry *)self;
    Value *slots[] = {&entry->name, &entry->path, &entry->status, &entry->link_status};
    while (*cursor < 4) {
        Value *slot = slots[(*cursor)++];
        if (!is_empty(*slot))
            return slot_take(vm, self, slot);
    }
    return VALUE_END;
}

static const struct NativeMethod entry_methods[] = {
    METHOD_NAMED("is_dir", entry_is_dir, "*, follow_symlinks=True", "Return True if the entry is a directory."),
    METHOD_NAMED("is_file", entry_is_file, "*, follow_symlinks=True", "Return True if the entry is a file."),
    METHOD("is_symlink", entry_is_symlink, 0, 0, "", "Return True if the entry is a symbolic link."),
    METHOD("is_junction", entry_is_junction, 0, 0, "", "Return True if the entry is a junction."),
    METHOD_NAMED("stat", entry_stat, "*, follow_symlinks=True", "Return stat_result object for the entry."),
    METHOD("inode", entry_inode, 0, 0, "", "Return inode of the entry."),
    METHOD("__fspath__", entry_fspath, 0, 0, "", "Return the path for the entry."),
    CLASS_METHOD("__class_getitem__", generic_alias_class_getitem, 1, 1, "object, /", "See PEP 585"),
    METHODS_END,
};

static const struct NativeAttribute entry_attributes[] = {
    {"name", get_name, NULL, "the entry's base filename, relative to scandir() \"path\" argument"},
    {"path", get_path, NULL, "the entry's full path name"},
    ATTRIBUTES_END,
};

const struct TypeSpec directory_entry_type_spec = {
    .name = "posix.DirEntry",
    .instance_size = sizeof(struct DirectoryEntry),
    .flags = TYPE_IMMUTABLE | TYPE_NO_INSTANCES,
    .memory = {.kind = OBJECT_CONTAINER, .traverse = entry_traverse, .take = entry_take},
    .operations = {.repr = entry_repr},
    .methods = entry_methods,
    .attributes = entry_attributes,
};

/* ---- The iterator ------------------------------------------------------ */

static void close_stream(struct ScanIterator *iterator)
{
    if (iterator->stream != NULL)
        closedir(iterator->stream);
    iterator->stream = NULL;
}

static DIR *open_stream(const struct PosixPath *path)
{
    if (path->text != NULL)
        return opendir(path->text);
    int copy = dup(path->descriptor);
    DIR *stream = copy < 0 ? NULL : fdopendir(copy);
    if (stream != NULL)
        rewinddir(stream);
    return stream;
}

Value posix_scandir(struct Interpreter *vm, const Value *args, size_t count)
{
    struct PosixPath path;
    (void)count;
    if (!posix_path_read(vm, args[0], "scandir", "path", PATH_DESCRIPTOR | PATH_NONE, &path))
        return EMPTY;
    Value shown = path.text == NULL ? value_from_small_int(path.descriptor)
                  : is_absent(path.object) ? string_from_cstring(vm, ".")
                                           : retain(path.object);
    struct ScanIterator *iterator = NULL;
    if (!is_empty(shown))
        iterator = (struct ScanIterator *)object_allocate(vm, builtin_type(vm, TYPE_scandir_iterator),
                                                          sizeof *iterator);
    if (iterator == NULL) {
        release_maybe(vm, shown);
        posix_path_release(vm, &path);
        return EMPTY;
    }
    slot_init(vm, iterator, &iterator->path, shown);
    iterator->wants_bytes = path.wants_bytes;
    iterator->stream = open_stream(&path);
    if (iterator->stream == NULL) {
        posix_error(vm, errno, &path);
        object_release(vm, iterator);
        iterator = NULL;
    }
    posix_path_release(vm, &path);
    return iterator == NULL ? EMPTY : value_from_object(iterator);
}

static OWNED Value scan_next(struct Interpreter *vm, Value self)
{
    struct ScanIterator *iterator = (struct ScanIterator *)value_object(self);
    while (iterator->stream != NULL) {
        errno = 0;
        const struct dirent *found = readdir(iterator->stream);
        if (found == NULL) {
            int error_number = errno;
            close_stream(iterator);
            return error_number == 0 ? VALUE_END : raise_os_error(vm, error_number, iterator->path);
        }
        if (strcmp(found->d_name, ".") != 0 && strcmp(found->d_name, "..") != 0)
            return entry_new(vm, iterator, found);
    }
    return VALUE_END;
}

static OWNED Value scan_self(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(self);
}

static OWNED Value scan_enter(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return retain(args[0]);
}

static OWNED Value scan_close(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    close_stream((struct ScanIterator *)value_object(args[0]));
    return VALUE_NONE;
}

static void scan_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct ScanIterator *)self)->path, context);
}

static OWNED Value scan_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    Value *slot = &((struct ScanIterator *)self)->path;
    return (*cursor)++ > 0 || is_empty(*slot) ? VALUE_END : slot_take(vm, self, slot);
}

static void scan_destroy(struct Interpreter *vm, struct Object *self)
{
    (void)vm;
    close_stream((struct ScanIterator *)self);
}

static const struct NativeMethod scan_methods[] = {
    METHOD("__enter__", scan_enter, 0, 0, NULL, NULL),
    METHOD("__exit__", scan_close, 0, NATIVE_VARIADIC, NULL, NULL),
    METHOD("close", scan_close, 0, 0, "", NULL),
    METHODS_END,
};

const struct TypeSpec scandir_iterator_type_spec = {
    .name = "posix.ScandirIterator",
    .instance_size = sizeof(struct ScanIterator),
    .flags = TYPE_IMMUTABLE | TYPE_NO_INSTANCES,
    .memory = {.kind = OBJECT_CONTAINER, .traverse = scan_traverse, .take = scan_take, .destroy = scan_destroy},
    .operations = {.iterate = scan_self, .next = scan_next},
    .methods = scan_methods,
};
