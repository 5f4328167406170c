/*
 * The io module: names for the file types, and UnsupportedOperation.
 *
 * Owner: the numbers (files).
 */
#include "runtime/dict.h"
#include "runtime/file.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static bool io_fill(struct Interpreter *vm, Value module, Value dict)
{
    static const struct {
        const char *name;
        enum TypeIndex type;
    } types[] = {
        {"_IOBase", TYPE_io_base},
        {"_RawIOBase", TYPE_raw_io_base},
        {"_BufferedIOBase", TYPE_buffered_io_base},
        {"_TextIOBase", TYPE_text_io_base},
        {"FileIO", TYPE_file_io},
        {"BufferedReader", TYPE_buffered_reader},
        {"BufferedWriter", TYPE_buffered_writer},
        {"BufferedRandom", TYPE_buffered_random},
        {"TextIOWrapper", TYPE_text_io_wrapper},
        {"StringIO", TYPE_string_io},
        {"BytesIO", TYPE_bytes_io},
        {"BlockingIOError", TYPE_BlockingIOError},
    };
    (void)module;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (!dict_set_cstring(vm, dict, types[i].name, value_from_object(builtin_type(vm, types[i].type))))
            return false;
    bool good = module_add_exception(vm, dict, "io", "UnsupportedOperation", builtin_type(vm, TYPE_OSError),
                                     builtin_type(vm, TYPE_ValueError));
    Value open = good ? native_function_new(vm, &file_open_method, EMPTY, EMPTY) : EMPTY;
    good = !is_empty(open) && dict_set_cstring(vm, dict, "open", open);
    release_maybe(vm, open);
    return good && dict_set_cstring(vm, dict, "DEFAULT_BUFFER_SIZE", value_from_small_int(8192));
}

static const struct NativeMethod io_functions[] = {METHODS_END};

const struct ModuleSpec _io_module_spec = {
    .name = "_io",
    .documentation = "The io module provides the Python interfaces to stream handling.",
    .functions = io_functions,
    .fill = io_fill,
};
