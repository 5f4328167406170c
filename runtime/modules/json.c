/* The module _json: what json is made of, in C. */
#include "runtime/modules/json.h"

#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

static Value encode_string(struct Interpreter *vm, Value v, bool ascii)
{
    struct StringBuilder builder;
    if (!is_string(vm, v))
        return raise_type_error(vm, "first argument must be a string, not %T", v);
    builder_open(&builder, vm);
    if (json_add_string(&builder, v, ascii))
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

static Value json_encode_basestring_ascii(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return encode_string(vm, args[0], true);
}

static Value json_encode_basestring(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return encode_string(vm, args[0], false);
}

static Value json_scanstring(struct Interpreter *vm, const Value *args, size_t count)
{
    struct JsonText text;
    int64_t start;
    size_t end;
    int strict = count > 2 ? object_truth(vm, args[2]) : 1;
    if (strict < 0 || !object_as_int64(vm, args[1], TYPE_OverflowError, &start))
        return EMPTY;
    if (!is_string(vm, args[0]))
        return raise_type_error(vm, "first argument must be a string, not %T", args[0]);
    json_text_open(&text, vm, args[0]);
    if (start < 0 || (size_t)start > text.length)
        return raise_value_error(vm, "end is out of bounds");
    Value string = json_scan_string(&text, (size_t)start, strict > 0, &end);
    if (is_empty(string))
        return EMPTY;
    Value pair = tuple_pack(vm, (size_t)2, string, value_from_small_int((int64_t)end));
    release(vm, string);
    return pair;
}

/* The index of the first character at or after `start` that is no space of JSON's. */
static Value json_skip_space(struct Interpreter *vm, const Value *args, size_t count)
{
    struct JsonText text;
    int64_t start;
    (void)count;
    if (!object_as_int64(vm, args[1], TYPE_OverflowError, &start))
        return EMPTY;
    if (!is_string(vm, args[0]))
        return raise_type_error(vm, "first argument must be a string, not %T", args[0]);
    json_text_open(&text, vm, args[0]);
    size_t i = start < 0 ? 0 : (size_t)start;
    while (i < text.length) {
        uint32_t c = json_at(&text, i);
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            break;
        i++;
    }
    return value_from_small_int((int64_t)i);
}

static bool json_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    return dict_set_cstring(vm, dict, "make_scanner", value_from_object(builtin_type(vm, TYPE_json_scanner)));
}

static const struct NativeMethod json_functions[] = {
    FUNCTION("encode_basestring_ascii", json_encode_basestring_ascii, 1, 1, "string, /",
             "Return an ASCII-only JSON representation of a Python string"),
    FUNCTION("encode_basestring", json_encode_basestring, 1, 1, "string, /",
             "Return a JSON representation of a Python string"),
    FUNCTION("scanstring", json_scanstring, 2, 3, "string, end, strict=True, /",
             "Scan the string s for a JSON string. End is the index of the character after the quote that started the "
             "JSON string."),
    FUNCTION("skip_space", json_skip_space, 2, 2, "string, start, /", "The end of the white space at start."),
    FUNCTION("encode", json_encode, 10, 10, NULL, "A value as JSON text."),
    METHODS_END,
};

const struct ModuleSpec _json_module_spec = {
    .name = "_json",
    .documentation = "json speedups",
    .functions = json_functions,
    .fill = json_fill,
};
