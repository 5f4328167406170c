/*
 * The attributes of the sys module that are no functions, and what the shell
 * sets: argv, path, options.
 *
 * Owner: the numbers (sys).
 */
#include <string.h>

#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/file.h"
#include "runtime/module.h"
#include "runtime/modules/sys.h"
#include "runtime/native.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/system.h"

/* Takes over value; EMPTY: making it failed. */
static bool set(struct Interpreter *vm, Value dict, const char *name, STEALS Value value)
{
    if (is_empty(value))
        return false;
    bool good = dict_set_cstring(vm, dict, name, value);
    release(vm, value);
    return good;
}

static bool set_text(struct Interpreter *vm, Value dict, const char *name, const char *text)
{
    return set(vm, dict, name, string_from_cstring(vm, text));
}

static bool fill_streams(struct Interpreter *vm, Value dict)
{
    static const char *const names[3][2] = {{"stdin", "__stdin__"}, {"stdout", "__stdout__"}, {"stderr", "__stderr__"}};
    for (int i = 0; i < 3; i++) {
        Value stream = file_standard_stream(vm, i);
        if (is_empty(stream))
            return false;
        if (!dict_set_cstring(vm, dict, names[i][1], stream)) {
            release(vm, stream);
            return false;
        }
        if (!set(vm, dict, names[i][0], stream))
            return false;
    }
    return true;
}

static OWNED Value builtin_module_names(struct Interpreter *vm)
{
    static const char *const names[] = {
#define MODULE(name) #name,
#include "runtime/modules.def"
#undef MODULE
    };
    Value list = list_new(vm, sizeof names / sizeof *names);
    for (size_t i = 0; !is_empty(list) && i < sizeof names / sizeof *names; i++) {
        Value name = string_from_cstring(vm, names[i]);
        if (is_empty(name) || !list_append(vm, list, name)) {
            release(vm, list);
            return EMPTY;
        }
    }
    if (is_empty(list) || !list_sort(vm, list, EMPTY, false)) {
        release_maybe(vm, list);
        return EMPTY;
    }
    Value tuple = list_to_tuple(vm, list);
    release(vm, list);
    return tuple;
}

#if defined(__x86_64__)
#define MULTIARCH "x86_64-linux-gnu"
#elif defined(__aarch64__)
#define MULTIARCH "aarch64-linux-gnu"
#else
#define MULTIARCH ""
#endif

static OWNED Value implementation(struct Interpreter *vm)
{
    enum { FIELDS = 5 };
    Value names, result = EMPTY;
    Value keys[FIELDS] = {string_intern_cstring(vm, "name"), string_intern_cstring(vm, "cache_tag"),
                     string_intern_cstring(vm, "version"), string_intern_cstring(vm, "hexversion"),
                          string_intern_cstring(vm, "_multiarch")};
    Value values[FIELDS] = {string_from_cstring(vm, "viv"), VALUE_NONE, system_version_info(vm),
                       value_from_small_int(PYTHON_HEXVERSION), string_from_cstring(vm, MULTIARCH)};
    bool good = true;
    for (int i = 0; i < FIELDS; i++)
        good = good && !is_empty(keys[i]) && !is_empty(values[i]);
    names = good ? tuple_new(vm, keys, FIELDS) : EMPTY;
    if (!is_empty(names))
        result = object_call(vm, value_from_object(builtin_type(vm, TYPE_namespace)), values, 0, names);
    release_maybe(vm, names);
    for (int i = 0; i < FIELDS; i++) {
        release_maybe(vm, keys[i]);
        release_maybe(vm, values[i]);
    }
    return result;
}

static bool fill_version(struct Interpreter *vm, Value dict)
{
    return set_text(vm, dict, "version", "3.13.0 (Vivarium)") && set(vm, dict, "version_info", system_version_info(vm)) &&
           set(vm, dict, "hexversion", value_from_small_int(PYTHON_HEXVERSION)) &&
           set(vm, dict, "api_version", value_from_small_int(1013)) &&
           set(vm, dict, "implementation", implementation(vm)) &&
           set_text(vm, dict, "copyright", "Copyright (c) the Vivarium developers. MIT licence.");
}

static bool fill_machine(struct Interpreter *vm, Value dict)
{
    return set(vm, dict, "maxsize", int_new(vm, INT64_MAX)) &&
           set(vm, dict, "maxunicode", value_from_small_int(0x10ffff)) && set_text(vm, dict, "byteorder", "little") &&
           set_text(vm, dict, "platform", "linux") && set_text(vm, dict, "platlibdir", "lib") &&
           set_text(vm, dict, "float_repr_style", "short") && set_text(vm, dict, "abiflags", "") &&
           set(vm, dict, "float_info", system_float_info(vm)) && set(vm, dict, "int_info", system_int_info(vm)) &&
           set(vm, dict, "hash_info", system_hash_info(vm)) && set(vm, dict, "thread_info", system_thread_info(vm)) &&
           set(vm, dict, "flags", system_flags(vm));
}

static bool fill_program(struct Interpreter *vm, Value dict)
{
    return set(vm, dict, "argv", list_new(vm, 0)) && set(vm, dict, "orig_argv", list_new(vm, 0)) &&
           set(vm, dict, "path", list_new(vm, 0)) && set(vm, dict, "modules", retain(vm->modules)) &&
           set(vm, dict, "meta_path", list_new(vm, 0)) && set(vm, dict, "path_hooks", list_new(vm, 0)) &&
           set(vm, dict, "path_importer_cache", dict_new(vm)) && set(vm, dict, "warnoptions", list_new(vm, 0)) &&
           set(vm, dict, "_xoptions", dict_new(vm)) && set_text(vm, dict, "executable", "") &&
           set_text(vm, dict, "prefix", "/usr") && set_text(vm, dict, "exec_prefix", "/usr") &&
           set_text(vm, dict, "base_prefix", "/usr") && set_text(vm, dict, "base_exec_prefix", "/usr") &&
           set(vm, dict, "pycache_prefix", VALUE_NONE) && set(vm, dict, "dont_write_bytecode", VALUE_TRUE) &&
           set(vm, dict, "builtin_module_names", builtin_module_names(vm));
}

static bool fill_hook_functions(struct Interpreter *vm, Value dict)
{
    Value name = string_intern_cstring(vm, "sys");
    bool good = !is_empty(name);
    for (const struct NativeMethod *function = system_hook_functions; good && function->name != NULL; function++)
        good = set(vm, dict, function->name, native_function_new(vm, function, EMPTY, name));
    release_maybe(vm, name);
    return good;
}

/* The hooks under the names that survive a script's own hooks. */
static bool fill_hooks(struct Interpreter *vm, Value dict)
{
    static const char *const names[][2] = {{"displayhook", "__displayhook__"},
                                           {"breakpointhook", "__breakpointhook__"},
                                           {"excepthook", "__excepthook__"},
                                           {"unraisablehook", "__unraisablehook__"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        Value name = string_intern_cstring(vm, names[i][0]);
        if (is_empty(name))
            return false;
        Value hook = dict_peek(vm, dict, name);
        release(vm, name);
        if (!is_absent(hook) && !dict_set_cstring(vm, dict, names[i][1], hook))
            return false;
    }
    return true;
}

bool system_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    return fill_hook_functions(vm, dict) && fill_version(vm, dict) && fill_machine(vm, dict) && fill_program(vm, dict) && fill_hooks(vm, dict) &&
           fill_streams(vm, dict);
}

/* ---- What the shell sets ----------------------------------------------------------------- */

static bool append_text(struct Interpreter *vm, Value list, const char *text)
{
    Value string = string_decode(vm, (const uint8_t *)text, strlen(text), "utf-8", "surrogateescape");
    return !is_empty(string) && list_append(vm, list, string);
}

bool system_set_arguments(struct Interpreter *vm, const char *program, const char *first, char *const *arguments,
                          int count)
{
    Value list = list_new(vm, (size_t)count + 1);
    bool good = !is_empty(list) && append_text(vm, list, first);
    for (int i = 0; good && i < count; i++)
        good = append_text(vm, list, arguments[i]);
    good = good && dict_set(vm, vm->sys_dict, NAME(vm, argv), list) &&
           set_text(vm, vm->sys_dict, "executable", program);
    release_maybe(vm, list);
    return good;
}

bool system_set_original_arguments(struct Interpreter *vm, char *const *arguments, int count)
{
    Value list = list_new(vm, (size_t)count);
    bool good = !is_empty(list);
    for (int i = 0; good && i < count; i++)
        good = append_text(vm, list, arguments[i]);
    good = good && dict_set_cstring(vm, vm->sys_dict, "orig_argv", list);
    release_maybe(vm, list);
    return good;
}

/* "name" or "name=value" */
static bool add_option(struct Interpreter *vm, Value dict, const char *option)
{
    const char *equals = strchr(option, '=');
    Value name = string_from_utf8(vm, option, equals ? (size_t)(equals - option) : strlen(option));
    Value value = equals ? string_from_cstring(vm, equals + 1) : VALUE_TRUE;
    bool good = !is_empty(name) && !is_empty(value) && dict_set(vm, dict, name, value);
    release_maybe(vm, name);
    release_maybe(vm, value);
    return good;
}

bool system_set_options(struct Interpreter *vm, const char *const *x_options, int x_count, const char *const *warnings,
                        int warning_count)
{
    Value dict = dict_new(vm), list = is_empty(dict) ? EMPTY : list_new(vm, (size_t)warning_count);
    bool good = !is_empty(list);
    for (int i = 0; good && i < x_count; i++)
        good = add_option(vm, dict, x_options[i]);
    for (int i = 0; good && i < warning_count; i++)
        good = append_text(vm, list, warnings[i]);
    good = good && dict_set_cstring(vm, vm->sys_dict, "_xoptions", dict) &&
           dict_set_cstring(vm, vm->sys_dict, "warnoptions", list);
    release_maybe(vm, dict);
    release_maybe(vm, list);
    return good;
}
