/*
 * The module _codecs: the registry of error handlers, and what the codecs in C
 * are called.  All else of the module codecs is runtime/lib/codecs.py's.
 */
#include "runtime/codec_internal.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/string.h"

static bool check_string(struct Interpreter *vm, const char *function, Value v)
{
    if (is_string(vm, v))
        return true;
    raise_type_error(vm, "%s() argument must be str, not %T", function, v);
    return false;
}

static Value codecs_register_error(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!is_string(vm, args[0]))
        return raise_type_error(vm, "register_error() argument 1 must be str, not %T", args[0]);
    if (!object_is_callable(vm, args[1]))
        return raise_type_error(vm, "handler must be callable");
    if (is_empty(vm->codec_error_handlers))
        vm->codec_error_handlers = dict_new(vm);
    if (is_empty(vm->codec_error_handlers))
        return EMPTY;
    Value name = string_intern(vm, string_exact(vm, args[0]));
    bool done = !is_empty(name) && dict_set(vm, vm->codec_error_handlers, name, args[1]);
    release_maybe(vm, name);
    return done ? VALUE_NONE : EMPTY;
}

/* None: nobody registered the name. */
static Value codecs_registered_error(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!check_string(vm, "lookup_error", args[0]))
        return EMPTY;
    if (is_empty(vm->codec_error_handlers))
        return VALUE_NONE;
    Value handler = dict_get(vm, vm->codec_error_handlers, args[0]);
    return is_absent(handler) ? VALUE_NONE : handler;
}

/* The name under which messages know the codec in C; None: it has none. */
static Value codecs_canonical_name(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct Utf8View view;
    if (!check_string(vm, "lookup", args[0]) || !utf8_view(vm, args[0], &view))
        return EMPTY;
    enum Encoding encoding = encoding_from_name(view.text);
    utf8_release(vm, &view);
    if (encoding == ENCODING_UNKNOWN)
        return VALUE_NONE;
    return string_from_cstring(vm, encoding == ENCODING_UTF_8_SIG   ? "utf-8-sig"
                                   : encoding == ENCODING_LATIN_1 ? "iso8859-1"
                                                                  : encoding_name(encoding));
}

static const struct NativeMethod codecs_functions[] = {
    FUNCTION("register_error", codecs_register_error, 2, 2, "errors, handler, /",
             "Register the specified error handler under the name errors."),
    FUNCTION("_registered_error", codecs_registered_error, 1, 1, "name, /",
             "The handler registered under the name, or None."),
    FUNCTION("_canonical_name", codecs_canonical_name, 1, 1, "encoding, /",
             "The name of a codec in C, or None when there is no such codec."),
    METHODS_END,
};

const struct ModuleSpec _codecs_module_spec = {
    .name = "_codecs",
    .documentation = "The registry of error handlers, and the names of the codecs in C.",
    .functions = codecs_functions,
};
