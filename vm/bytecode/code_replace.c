/*
 * Code objects compared with each other, and copied with other fields.
 *
 * The machine specialises words in place and keeps caches behind them; both
 * are undone here first: a specialised opcode's name begins with the name of
 * the one it stands for.
 */
#include <string.h>

#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/bytecode/code.h"
#include "vm/bytecode/effect.h"

/* ---- Words without specialisation */

static enum Opcode plain_opcode(enum Opcode opcode)
{
    if (!(opcode_table[opcode].flags & OPCODE_SPECIALIZED))
        return opcode;
    const char *name = opcode_table[opcode].name;
    if (strncmp(name, "FOR_", 4) == 0)
        return OP_FOR_ITERATOR;
    size_t longest = 0;
    enum Opcode found = opcode;
    for (int i = 0; i < OPCODE_COUNT; i++) {
        size_t length = strlen(opcode_table[i].name);
        if (!(opcode_table[i].flags & OPCODE_SPECIALIZED) && length > longest &&
            strncmp(name, opcode_table[i].name, length) == 0 && name[length] == '_') {
            longest = length;
            found = (enum Opcode)i;
        }
    }
    return found;
}

void code_plain_words(const struct Code *code, void *words)
{
    Instruction *to = words;
    for (uint32_t i = 0; i < code->word_count;) {
        enum Opcode opcode = plain_opcode(instruction_opcode(code->words[i]));
        Instruction plain = instruction_make(opcode, instruction_argument(code->words[i]));
        memcpy(&to[i], &plain, sizeof plain);
        uint32_t width = opcode_width(opcode);
        memset(&to[i + 1], 0, (width - 1) * sizeof *to);
        i += width;
    }
}

/* ---- Comparison */

static bool same_words(const struct Code *a, const struct Code *b)
{
    if (a->word_count != b->word_count)
        return false;
    for (uint32_t i = 0; i < a->word_count;) {
        enum Opcode opcode = plain_opcode(instruction_opcode(a->words[i]));
        if (opcode != plain_opcode(instruction_opcode(b->words[i])) ||
            instruction_argument(a->words[i]) != instruction_argument(b->words[i]))
            return false;
        i += opcode_width(opcode);
    }
    return true;
}

static bool same_numbers(const struct Code *a, const struct Code *b)
{
    return a->argument_count == b->argument_count && a->positional_only_count == b->positional_only_count &&
           a->keyword_only_count == b->keyword_only_count && a->flags == b->flags && a->first_line == b->first_line &&
           a->span_count == b->span_count && a->exception_count == b->exception_count;
}

static bool same_tables(const struct Code *a, const struct Code *b)
{
    /* Tables without rows are NULL, which memcmp() must not see. */
    return (a->span_count == 0 || memcmp(a->spans, b->spans, a->span_count * sizeof *a->spans) == 0) &&
           (a->exception_count == 0 ||
            memcmp(a->exceptions, b->exceptions, a->exception_count * sizeof *a->exceptions) == 0);
}

/* Constants are the same when their types are, too: 1 is not True here. */
static int same_constants(struct Interpreter *vm, Value a, Value b)
{
    if (tuple_length(a) != tuple_length(b))
        return 0;
    for (size_t i = 0; i < tuple_length(a); i++) {
        Value x = as_tuple(a)->items[i], y = as_tuple(b)->items[i];
        if (value_type(vm, x) != value_type(vm, y))
            return 0;
        int same = object_equals(vm, x, y);
        if (same <= 0)
            return same;
    }
    return 1;
}

static int same_code(struct Interpreter *vm, const struct Code *a, const struct Code *b)
{
    if (!same_numbers(a, b) || !same_tables(a, b) || !same_words(a, b))
        return 0;
    const Value pairs[][2] = {{a->name, b->name}, {a->names, b->names}, {a->variable_names, b->variable_names},
                              {a->cell_names, b->cell_names}, {a->free_names, b->free_names}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        int same = object_equals(vm, pairs[i][0], pairs[i][1]);
        if (same <= 0)
            return same;
    }
    if (!vm_enter_recursion(vm, " in comparison"))
        return -1;
    int same = same_constants(vm, a->constants, b->constants);
    vm_leave_recursion(vm);
    return same;
}

Value code_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if ((operation != COMPARE_EQ && operation != COMPARE_NE) || !object_has_type(vm, other, TYPE_code))
        return VALUE_NOT_IMPLEMENTED;
    int same = value_same(self, other) ? 1 : same_code(vm, as_code(self), as_code(other));
    return same < 0 ? EMPTY : value_from_bool(same == (operation == COMPARE_EQ));
}

bool code_hash(struct Interpreter *vm, Value self, int64_t *hash)
{
    const struct Code *code = as_code(self);
    if (!object_hash(vm, code->name, hash))
        return false;
    uint64_t mixed = (uint64_t)*hash;
    const uint32_t numbers[] = {code->argument_count, code->keyword_only_count, code->flags, code->word_count,
                                (uint32_t)code->first_line};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        mixed = (mixed ^ numbers[i]) * UINT64_C(1000003);
    *hash = (int64_t)(mixed >> 1);
    return true;
}

/* ---- replace() */

struct Replacement {
    struct Interpreter *vm;
    const struct Code *code;
    struct CodeParts parts;
    Value made[2]; /* tuples made on the way: constants, names */
};

static bool take_text(struct Replacement *r, const char *field, Value given, Value *place)
{
    if (!is_string(r->vm, given)) {
        raise_type_error(r->vm, "replace() argument '%s' must be str, not %T", field, given);
        return false;
    }
    *place = given;
    return true;
}

static bool take_count(struct Replacement *r, const char *field, Value given, uint32_t *place)
{
    int64_t number;
    if (!object_as_int64(r->vm, given, TYPE_OverflowError, &number))
        return false;
    if (number < 0 || number > INT32_MAX) {
        raise_value_error(r->vm, "%s must be a positive integer", field);
        return false;
    }
    *place = (uint32_t)number;
    return true;
}

/* A tuple of str, as many as there were: the words count on their places. */
static bool take_names(struct Replacement *r, const char *field, Value given, Value *place)
{
    struct Interpreter *vm = r->vm;
    if (!is_tuple(vm, given)) {
        raise_type_error(vm, "replace() argument '%s' must be tuple, not %T", field, given);
        return false;
    }
    for (size_t i = 0; i < tuple_length(given); i++)
        if (!is_string(vm, as_tuple(given)->items[i])) {
            raise_type_error(vm, "name tuples must contain only strings, not '%T'", as_tuple(given)->items[i]);
            return false;
        }
    if (tuple_length(given) != tuple_length(*place)) {
        if (strcmp(field, "co_varnames") == 0)
            raise_value_error(vm, "code: co_nlocals != len(co_varnames)");
        else
            raise_not_supported(vm, "another number of names in a code object");
        return false;
    }
    *place = given;
    return true;
}

static bool take_interned(struct Replacement *r, Value given)
{
    struct Interpreter *vm = r->vm;
    if (!take_names(r, "co_names", given, &r->parts.names))
        return false;
    size_t count = tuple_length(given);
    Value names = tuple_new_empty(vm, count);
    if (is_empty(names))
        return false;
    r->made[1] = names;
    for (size_t i = 0; i < count; i++) {
        Value name = string_intern(vm, retain(as_tuple(given)->items[i]));
        if (is_empty(name))
            return false;
        slot_init(vm, as_tuple(names), &as_tuple(names)->items[i], name);
    }
    r->parts.names = names;
    return true;
}

/* Puts `new` in the place of `old`; false: the instructions themselves hold that one. */
static bool exchange(struct Interpreter *vm, Value constants, Value old, Value new)
{
    for (size_t i = 0; i < tuple_length(constants); i++)
        if (value_same(as_tuple(constants)->items[i], old)) {
            slot_set(vm, as_tuple(constants), &as_tuple(constants)->items[i], retain(new));
            return true;
        }
    return false;
}

static bool take_constants(struct Replacement *r, Value given)
{
    struct Interpreter *vm = r->vm;
    if (!is_tuple(vm, given)) {
        raise_type_error(vm, "replace() argument 'co_consts' must be tuple, not %T", given);
        return false;
    }
    Value shown = code_constants(vm, value_from_object((struct Code *)(uintptr_t)r->code));
    if (is_empty(shown))
        return false;
    const struct Tuple *own = as_tuple(r->code->constants);
    Value constants = r->made[0] = tuple_new(vm, own->items, own->length);
    bool taken = !is_empty(constants);
    for (size_t i = 0; taken && i < tuple_length(shown); i++) {
        Value old = as_tuple(shown)->items[i];
        Value new = i < tuple_length(given) ? as_tuple(given)->items[i] : VALUE_NONE;
        taken = value_same(old, new) || exchange(vm, constants, old, new);
        if (!taken)
            raise_not_supported(vm, "replacing this constant of a code object");
    }
    release(vm, shown);
    r->parts.constants = constants;
    return taken;
}

/* What can only be given as it is. */
static bool take_same(struct Replacement *r, const char *field, Value given)
{
    struct Interpreter *vm = r->vm;
    Value self = value_from_object((struct Code *)(uintptr_t)r->code);
    Value now = object_get_attribute_cstring(vm, self, field);
    int same = is_empty(now) ? -1 : object_equals(vm, now, given);
    release_maybe(vm, now);
    if (same == 0)
        raise_not_supported(vm, "replacing the instructions of a code object");
    return same > 0;
}

static bool take_line(struct Replacement *r, Value given)
{
    uint32_t line;
    if (!take_count(r, "co_firstlineno", given, &line))
        return false;
    r->parts.first_line = (int32_t)line;
    return true;
}

static bool take_flags(struct Replacement *r, Value given)
{
    uint32_t flags, hidden = r->code->flags & (uint32_t)CODE_HAS_DOCSTRING;
    if (!take_count(r, "co_flags", given, &flags))
        return false;
    r->parts.flags = flags | hidden;
    return true;
}

static bool take_size(struct Replacement *r, const char *field, Value given, size_t least)
{
    uint32_t number;
    if (!take_count(r, field, given, &number))
        return false;
    if (strcmp(field, "co_nlocals") == 0 && number != least) {
        raise_value_error(r->vm, "code: co_nlocals != len(co_varnames)");
        return false;
    }
    if (strcmp(field, "co_stacksize") == 0 && number > r->parts.stack_size)
        r->parts.stack_size = number;
    return true;
}

static bool take_field(struct Replacement *r, const char *field, Value given)
{
    struct CodeParts *parts = &r->parts;
    static const char *const fixed[] = {"co_code", "co_linetable", "co_exceptiontable"};
    const struct {
        const char *name;
        Value *place;
    } texts[] = {{"co_name", &parts->name}, {"co_qualname", &parts->qualified_name}, {"co_filename", &parts->filename}},
      names[] = {{"co_varnames", &parts->variable_names}, {"co_freevars", &parts->free_names},
                 {"co_cellvars", &parts->cell_names}};
    const struct {
        const char *name;
        uint32_t *place;
    } counts[] = {{"co_argcount", &parts->argument_count}, {"co_posonlyargcount", &parts->positional_only_count},
                  {"co_kwonlyargcount", &parts->keyword_only_count}};
    for (size_t i = 0; i < 3; i++) {
        if (strcmp(field, texts[i].name) == 0)
            return take_text(r, field, given, texts[i].place);
        if (strcmp(field, names[i].name) == 0)
            return take_names(r, field, given, names[i].place);
        if (strcmp(field, counts[i].name) == 0)
            return take_count(r, field, given, counts[i].place);
        if (strcmp(field, fixed[i]) == 0)
            return take_same(r, field, given);
    }
    if (strcmp(field, "co_flags") == 0)
        return take_flags(r, given);
    if (strcmp(field, "co_firstlineno") == 0)
        return take_line(r, given);
    if (strcmp(field, "co_names") == 0)
        return take_interned(r, given);
    if (strcmp(field, "co_consts") == 0)
        return take_constants(r, given);
    if (strcmp(field, "co_nlocals") == 0 || strcmp(field, "co_stacksize") == 0)
        return take_size(r, field, given, tuple_length(parts->variable_names));
    raise_type_error(r->vm, "replace() got an unexpected keyword argument '%s'", field);
    return false;
}

static struct CodeParts parts_of(const struct Code *code)
{
    return (struct CodeParts){
        .name = code->name, .qualified_name = code->qualified_name, .filename = code->filename,
        .constants = code->constants, .names = code->names, .variable_names = code->variable_names,
        .cell_names = code->cell_names, .free_names = code->free_names, .argument_count = code->argument_count,
        .positional_only_count = code->positional_only_count, .keyword_only_count = code->keyword_only_count,
        .flags = code->flags, .stack_size = code->stack_size, .first_line = code->first_line, .words = code->words,
        .word_count = code->word_count, .spans = code->spans, .span_count = code->span_count,
        .exceptions = code->exceptions, .exception_count = code->exception_count,
    };
}

static bool take_fields(struct Replacement *r, const Value *values, Value names)
{
    for (size_t i = 0; !is_empty(names) && i < tuple_length(names); i++) {
        struct Utf8View field;
        if (!utf8_view(r->vm, as_tuple(names)->items[i], &field))
            return false;
        bool taken = take_field(r, field.text, values[i]);
        utf8_release(r->vm, &field);
        if (!taken)
            return false;
    }
    return true;
}

static bool counts_fit(struct Replacement *r)
{
    const struct CodeParts *parts = &r->parts;
    size_t parameters = parts->argument_count + parts->keyword_only_count + ((parts->flags & CODE_VARARGS) != 0) +
                        ((parts->flags & CODE_VARKEYWORDS) != 0);
    if (parts->positional_only_count <= parts->argument_count && parameters <= tuple_length(parts->variable_names))
        return true;
    raise_value_error(r->vm, "code: varnames is too small");
    return false;
}

/* Lines are counted from the first one. */
static void move_lines(struct Code *code, int32_t distance)
{
    for (uint32_t i = 0; distance != 0 && i < code->span_count; i++)
        if (code->spans[i].span.line > 0) {
            code->spans[i].span.line += distance;
            code->spans[i].span.end_line += distance;
        }
}

Value code_replace(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    if (positional > 1)
        return raise_type_error(vm, "replace() takes no positional arguments");
    const struct Code *code = as_code(args[0]);
    struct Replacement r = {.vm = vm, .code = code, .parts = parts_of(code), .made = {EMPTY, EMPTY}};
    Value words = EMPTY, result = EMPTY;
    if (take_fields(&r, args + 1, names) && counts_fit(&r) && !is_empty(words = code_bytes(vm, args[0]))) {
        r.parts.words = (const Instruction *)(const void *)as_bytes(words)->data;
        result = code_new(vm, &r.parts);
    }
    if (!is_empty(result))
        move_lines(as_code(result), r.parts.first_line - code->first_line);
    release_maybe(vm, words);
    release_maybe(vm, r.made[0]);
    release_maybe(vm, r.made[1]);
    return result;
}
