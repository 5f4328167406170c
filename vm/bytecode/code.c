/*
 * The code object: what the compiler hands over, kept for the machine, and
 * Python's view of it (the co_* attributes).
 *
 * Invariant: literals among the constants carry OBJECT_PINNED as long as the
 * code object lives; names do not, for they are interned apart from literals.
 */
#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/bytecode/code.h"
#include "runtime/tracking.h"
#include "vm/bytecode/effect.h"

/* ---- Making ------------------------------------------------------------ */

/* Whether a constant is a literal that sys.getrefcount must not count as held. */
static bool is_literal(struct Interpreter *vm, Value v)
{
    static const enum TypeIndex literal_types[] = {TYPE_str,     TYPE_bytes, TYPE_int,      TYPE_float,
                                                   TYPE_complex, TYPE_tuple, TYPE_frozenset};
    if (!is_object(v) || object_is_immortal(value_object(v)))
        return false;
    for (size_t i = 0; i < sizeof literal_types / sizeof *literal_types; i++)
        if (object_has_type(vm, v, literal_types[i]))
            return true;
    return false;
}

static void pin_literals(struct Interpreter *vm, Value constants, bool pinned)
{
    for (size_t i = 0; i < tuple_length(constants); i++) {
        Value v = as_tuple(constants)->items[i];
        if (is_empty(v) || !is_literal(vm, v))
            continue;
        if (pinned)
            value_object(v)->flags |= OBJECT_PINNED;
        else
            value_object(v)->flags &= ~(uint32_t)OBJECT_PINNED;
    }
}

static MUST_USE bool copy_array(struct Interpreter *vm, void **to, const void *from, size_t count, size_t size)
{
    if (count == 0)
        return true;
    *to = heap_allocate_array(vm, MEMORY_BYTES, count, size);
    if (!*to)
        return false;
    memcpy(*to, from, count * size);
    return true;
}

static void fill_names(struct Interpreter *vm, struct Code *code, const struct CodeParts *parts)
{
    slot_init(vm, code, &code->name, retain(parts->name));
    slot_init(vm, code, &code->qualified_name, retain(parts->qualified_name));
    slot_init(vm, code, &code->filename, retain(parts->filename));
    slot_init(vm, code, &code->names, retain(parts->names));
    slot_init(vm, code, &code->variable_names, retain(parts->variable_names));
    slot_init(vm, code, &code->cell_names, retain(parts->cell_names));
    slot_init(vm, code, &code->free_names, retain(parts->free_names));
    slot_init(vm, code, &code->constants, retain(parts->constants));
    pin_literals(vm, code->constants, true);
}

static void fill_counts(struct Code *code, const struct CodeParts *parts)
{
    code->argument_count = parts->argument_count;
    code->positional_only_count = parts->positional_only_count;
    code->keyword_only_count = parts->keyword_only_count;
    code->flags = parts->flags;
    code->stack_size = parts->stack_size;
    code->first_line = parts->first_line;
    code->local_count = (uint32_t)(tuple_length(parts->variable_names) + tuple_length(parts->cell_names) +
                                   tuple_length(parts->free_names));
    bool only_positional = !(parts->flags & (CODE_VARARGS | CODE_VARKEYWORDS)) && parts->keyword_only_count == 0;
    code->simple = only_positional ? parts->argument_count + 1 : 0;
}

Value code_new(struct Interpreter *vm, const struct CodeParts *parts)
{
    struct Code *code = (struct Code *)object_allocate(vm, builtin_type(vm, TYPE_code), sizeof(struct Code));
    if (!code)
        return EMPTY;
    void *words = NULL, *spans = NULL, *exceptions = NULL;
    bool copied = copy_array(vm, &words, parts->words, parts->word_count, sizeof(Instruction)) &&
                  copy_array(vm, &spans, parts->spans, parts->span_count, sizeof(struct SpanEntry)) &&
                  copy_array(vm, &exceptions, parts->exceptions, parts->exception_count, sizeof(struct ExceptionEntry));
    code->words = words;
    code->word_count = words ? parts->word_count : 0;
    code->spans = spans;
    code->span_count = spans ? parts->span_count : 0;
    code->exceptions = exceptions;
    code->exception_count = exceptions ? parts->exception_count : 0;
    if (!copied) {
        object_release(vm, code);
        return EMPTY;
    }
    fill_names(vm, code, parts);
    fill_counts(code, parts);
    return value_from_object(code);
}

/* ---- Literals ---------------------------------------------------------- */

static OWNED Value literal_copy(struct Interpreter *vm, Value v);

static OWNED Value tuple_copy(struct Interpreter *vm, Value v)
{
    size_t count = tuple_length(v);
    if (count == 0)
        return retain(v);
    if (!vm_enter_recursion(vm, " while copying a literal"))
        return EMPTY;
    Value copy = tuple_new_empty(vm, count);
    for (size_t i = 0; i < count && !is_empty(copy); i++) {
        Value item = literal_copy(vm, as_tuple(v)->items[i]);
        if (is_empty(item)) {
            release(vm, copy);
            copy = EMPTY;
        } else {
            slot_init(vm, as_tuple(copy), &as_tuple(copy)->items[i], item);
        }
    }
    vm_leave_recursion(vm);
    return copy;
}

/* Negated twice: a number equal to v that is an object of its own. */
static OWNED Value number_copy(struct Interpreter *vm, Value v)
{
    Value negative = object_unary(vm, UNARY_NEGATIVE, v);
    if (is_empty(negative))
        return EMPTY;
    Value copy = object_unary(vm, UNARY_NEGATIVE, negative);
    release(vm, negative);
    return copy;
}

static OWNED Value literal_copy(struct Interpreter *vm, Value v)
{
    if (!is_literal(vm, v))
        return retain(v);
    if (is_exact_string(vm, v)) {
        struct String *s = as_string(v);
        return string_from_units(vm, s->data, string_width(s), s->length);
    }
    if (object_has_type(vm, v, TYPE_bytes))
        return bytes_new(vm, as_bytes(v)->data, as_bytes(v)->length);
    if (is_exact_tuple(vm, v))
        return tuple_copy(vm, v);
    if (object_has_type(vm, v, TYPE_float))
        return float_new(vm, float_value(v));
    if (object_has_type(vm, v, TYPE_frozenset))
        return retain(v);
    return number_copy(vm, v);
}

Value code_literal(struct Interpreter *vm, const struct Code *code, uint32_t index)
{
    return literal_copy(vm, as_tuple(code->constants)->items[index]);
}

/* ---- Looking up -------------------------------------------------------- */

/* Index of the first row that starts behind word. */
static uint32_t span_behind(const struct Code *code, uint32_t word)
{
    uint32_t low = 0, high = code->span_count;
    while (low < high) { /* the last entry whose start is not beyond word */
        uint32_t middle = low + (high - low) / 2;
        if (code->spans[middle].start <= word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct SourceSpan code_span(const struct Code *code, uint32_t word)
{
    uint32_t behind = span_behind(code, word);
    if (behind == 0)
        return (struct SourceSpan){code->first_line, code->first_line, -1, -1};
    return code->spans[behind - 1].span;
}

int32_t code_line(const struct Code *code, uint32_t word)
{
    for (uint32_t behind = span_behind(code, word); behind > 0; behind--)
        if (code->spans[behind - 1].span.line > 0)
            return code->spans[behind - 1].span.line;
    return code->first_line;
}

uint32_t code_rows_at(const struct Code *code, uint32_t word, uint32_t *first)
{
    uint32_t behind = span_behind(code, word);
    *first = behind;
    while (*first > 0 && code->spans[*first - 1].start == word)
        --*first;
    return behind - *first;
}

const struct ExceptionEntry *code_handler(const struct Code *code, uint32_t word)
{
    uint32_t low = 0, high = code->exception_count; /* the ranges are disjoint and ordered */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (code->exceptions[middle].end <= word)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < code->exception_count && code->exceptions[low].start <= word)
        return &code->exceptions[low];
    return NULL;
}

Value code_local_name(const struct Code *code, uint32_t slot)
{
    const Value tables[] = {code->variable_names, code->cell_names, code->free_names};
    for (size_t i = 0; i < 3; i++) {
        if (slot < tuple_length(tables[i]))
            return as_tuple(tables[i])->items[slot];
        slot -= (uint32_t)tuple_length(tables[i]);
    }
    return EMPTY;
}

/* ---- The type ---------------------------------------------------------- */

enum { HELD_COUNT = 8 };

static Value *held_slot(struct Code *code, size_t i)
{
    Value *const slots[HELD_COUNT] = {&code->constants,      &code->names,      &code->variable_names,
                                      &code->cell_names,     &code->free_names, &code->filename,
                                      &code->qualified_name, &code->name};
    return slots[i];
}

static void code_traverse(struct Object *self, VisitFunction visit, void *context)
{
    for (size_t i = 0; i < HELD_COUNT; i++)
        visit(*held_slot((struct Code *)self, i), context);
}

static OWNED Value code_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct Code *code = (struct Code *)self;
    while (*cursor < HELD_COUNT) {
        Value *slot = held_slot(code, (*cursor)++);
        if (is_empty(*slot))
            continue;
        if (slot == &code->constants)
            pin_literals(vm, code->constants, false);
        return slot_take(vm, code, slot);
    }
    return VALUE_END;
}

static void code_destroy(struct Interpreter *vm, struct Object *self)
{
    struct Code *code = (struct Code *)self;
    heap_free(vm, MEMORY_BYTES, code->words, code->word_count * sizeof(Instruction));
    heap_free(vm, MEMORY_BYTES, code->spans, code->span_count * sizeof(struct SpanEntry));
    heap_free(vm, MEMORY_BYTES, code->exceptions, code->exception_count * sizeof(struct ExceptionEntry));
    code->words = NULL;
    code->spans = NULL;
    code->exceptions = NULL;
}

static OWNED Value code_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                  Value names)
{
    (void)type, (void)args, (void)names;
    if (positional < 16)
        return raise_type_error(vm, "code expected at least 16 arguments, got %zu", positional);
    if (positional > 18)
        return raise_type_error(vm, "code expected at most 18 arguments, got %zu", positional);
    return raise_not_supported(vm, "making code objects from parts");
}

static OWNED Value code_repr(struct Interpreter *vm, Value self)
{
    struct Code *code = as_code(self);
    return string_from_format(vm, "<code object %V at 0x%zx, file \"%V\", line %d>", code->name,
                              (size_t)value_identity(self), code->filename, (int)code->first_line);
}

#define HELD_ATTRIBUTE(function, field)                                        \
    static OWNED Value function(struct Interpreter *vm, Value self)           \
    {                                                                          \
        (void)vm;                                                              \
        return retain(as_code(self)->field);                                   \
    }
#define COUNT_ATTRIBUTE(function, expression)                                  \
    static OWNED Value function(struct Interpreter *vm, Value self)           \
    {                                                                          \
        struct Code *code = as_code(self);                                     \
        return int_new(vm, (int64_t)(expression));                             \
    }

HELD_ATTRIBUTE(get_name, name)
HELD_ATTRIBUTE(get_qualified_name, qualified_name)
HELD_ATTRIBUTE(get_filename, filename)
HELD_ATTRIBUTE(get_names, names)
HELD_ATTRIBUTE(get_variable_names, variable_names)
HELD_ATTRIBUTE(get_cell_names, cell_names)
HELD_ATTRIBUTE(get_free_names, free_names)
COUNT_ATTRIBUTE(get_argument_count, code->argument_count)
COUNT_ATTRIBUTE(get_positional_only_count, code->positional_only_count)
COUNT_ATTRIBUTE(get_keyword_only_count, code->keyword_only_count)
COUNT_ATTRIBUTE(get_local_count, tuple_length(code->variable_names))
COUNT_ATTRIBUTE(get_stack_size, code->stack_size)
COUNT_ATTRIBUTE(get_flags, code->flags & ~(uint32_t)(CODE_RUNS_ONCE | CODE_HIDDEN | CODE_HAS_DOCSTRING))
COUNT_ATTRIBUTE(get_first_line, code->first_line)

/* Appends a constant that is not in the list yet; equal objects are one in the table already. */
static bool add_constant(struct Interpreter *vm, Value list, Value v)
{
    for (size_t i = 0; i < as_list(list)->length; i++)
        if (value_same(as_list(list)->items[i], v))
            return true;
    return list_append(vm, list, retain(v));
}

/* The constant that an instruction loads, or ABSENT. */
static BORROWED Value loaded_constant(const struct Code *code, Instruction instruction)
{
    const struct OpcodeInfo *info = &opcode_table[instruction_opcode(instruction)];
    uint32_t argument = instruction_argument(instruction);
    if (info->operand == OPERAND_CONSTANT)
        return as_tuple(code->constants)->items[argument];
    if (strncmp(info->name, "LOAD_SMALL_INT", strlen("LOAD_SMALL_INT")) == 0)
        return value_from_small_int(argument);
    return strncmp(info->name, "LOAD_NONE", strlen("LOAD_NONE")) == 0 ? VALUE_NONE : VALUE_ABSENT;
}

static bool list_constants(struct Interpreter *vm, const struct Code *code, Value list)
{
    if (code->flags & CODE_OPTIMIZED) { /* a function's first constant is its docstring or None */
        bool documented = (code->flags & CODE_HAS_DOCSTRING) && tuple_length(code->constants) > 0;
        if (!add_constant(vm, list, documented ? as_tuple(code->constants)->items[0] : VALUE_NONE))
            return false;
    }
    for (uint32_t word = 0; word < code->word_count; word += opcode_width(instruction_opcode(code->words[word]))) {
        Value v = loaded_constant(code, code->words[word]);
        if (!is_absent(v) && !add_constant(vm, list, v))
            return false;
    }
    return true;
}

/* As CPython shows them: with those that our instructions carry themselves, in order of use. */
OWNED Value code_constants(struct Interpreter *vm, Value self)
{
    Value list = list_new(vm, 0), constants = EMPTY;
    if (is_empty(list))
        return EMPTY;
    if (list_constants(vm, as_code(self), list))
        constants = list_to_tuple(vm, list);
    release(vm, list);
    return constants;
}

/* As the compiler wrote it, whatever the machine has made of it meanwhile. */
OWNED Value code_bytes(struct Interpreter *vm, Value self)
{
    struct Code *code = as_code(self);
    Value bytes = bytes_new(vm, code->words, code->word_count * sizeof(Instruction));
    if (!is_empty(bytes))
        code_plain_words(code, as_bytes(bytes)->data);
    return bytes;
}

/* The tables of lines and of protected ranges, in a form of our own. */
static OWNED Value get_line_table(struct Interpreter *vm, Value self)
{
    struct Code *code = as_code(self);
    return bytes_new(vm, code->spans, code->span_count * sizeof *code->spans);
}

static OWNED Value get_exception_table(struct Interpreter *vm, Value self)
{
    struct Code *code = as_code(self);
    return bytes_new(vm, code->exceptions, code->exception_count * sizeof *code->exceptions);
}

static OWNED Value variable_name(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int64_t slot;
    const struct Code *code = as_code(args[0]);
    if (!object_as_int64(vm, args[1], TYPE_OverflowError, &slot))
        return EMPTY;
    if (slot < 0 || slot >= (int64_t)code->local_count)
        return raise_error(vm, TYPE_IndexError, "tuple index out of range");
    return retain(code_local_name(code, (uint32_t)slot));
}

static OWNED Value optional_number(struct Interpreter *vm, int32_t number, int32_t least)
{
    return number < least ? VALUE_NONE : int_new(vm, number);
}

/* An iterator over the items of a list, which is consumed. */
static OWNED Value list_iterator_of(struct Interpreter *vm, STEALS Value list)
{
    if (is_empty(list))
        return EMPTY;
    Value iterator = object_iterate(vm, list);
    release(vm, list);
    return iterator;
}

/* Where a row begins, in co_code: of a word at which a line without instructions begins, too, that line has the first
 * half. */
static int64_t line_offset(const struct Code *code, uint32_t row)
{
    if (row >= code->span_count)
        return (int64_t)(code->word_count * sizeof(Instruction));
    bool second = row > 0 && code->spans[row - 1].start == code->spans[row].start &&
                  (row + 1 == code->span_count || code->spans[row + 1].start != code->spans[row].start);
    return (int64_t)(code->spans[row].start * sizeof(Instruction)) + (second ? (int64_t)sizeof(Instruction) / 2 : 0);
}

int64_t code_last_instruction(const struct Code *code, uint32_t word)
{
    uint32_t first, rows = code_rows_at(code, word, &first);
    return (int64_t)(word * sizeof(Instruction)) + (rows > 1 ? (int64_t)sizeof(Instruction) / 2 : 0);
}

static OWNED Value code_lines(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct Code *code = as_code(args[0]);
    Value list = list_new(vm, code->span_count);
    for (uint32_t i = 0; i < code->span_count && !is_empty(list);) {
        uint32_t first = i;
        while (i < code->span_count && code->spans[i].span.line == code->spans[first].span.line)
            i++;
        if (i < code->span_count && i - first == 1 && code->spans[i].start == code->spans[first].start &&
            i + 1 < code->span_count && code->spans[i + 1].start == code->spans[i].start)
            continue; /* of several lines without instructions the last one is shown */
        int64_t start = line_offset(code, first), end = line_offset(code, i);
        Value row = tuple_pack(vm, 3, int_new(vm, start), int_new(vm, end),
                               optional_number(vm, code->spans[first].span.line, 1));
        if (is_empty(row) || !list_append(vm, list, row)) {
            release(vm, list);
            list = EMPTY;
        }
    }
    return list_iterator_of(vm, list);
}

static OWNED Value code_positions(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct Code *code = as_code(args[0]);
    /* A word counts as two of CPython's code units, so that f_lasti // 2 is an index here as there. */
    uint32_t units = code->word_count * 2;
    Value list = list_new(vm, units);
    for (uint32_t i = 0; i < units && !is_empty(list); i++) {
        uint32_t first, rows = code_rows_at(code, i / 2, &first);
        struct SourceSpan span = rows > 1 && i % 2 == 0 ? code->spans[first + rows - 2].span : code_span(code, i / 2);
        Value row = tuple_pack(vm, 4, optional_number(vm, span.line, 1), optional_number(vm, span.end_line, 1),
                               optional_number(vm, span.column, 0), optional_number(vm, span.end_column, 0));
        if (is_empty(row) || !list_append(vm, list, row)) {
            release(vm, list);
            list = EMPTY;
        }
    }
    return list_iterator_of(vm, list);
}

static const struct NativeMethod code_methods[] = {
    {"replace", {.raw = code_replace}, 0, 0, NATIVE_RAW, NULL,
     "Return a copy of the code object with new values for the specified fields."},
    METHOD("co_lines", code_lines, 0, 0, "", NULL),
    METHOD("_varname_from_oparg", variable_name, 1, 1, "oparg", NULL),
    METHOD("co_positions", code_positions, 0, 0, "", NULL),
    METHODS_END,
};

static const struct NativeAttribute code_attributes[] = {
    {"co_varnames", get_variable_names, NULL, NULL},
    {"co_cellvars", get_cell_names, NULL, NULL},
    {"co_freevars", get_free_names, NULL, NULL},
    {"co_code", code_bytes, NULL, NULL},
    {"co_linetable", get_line_table, NULL, NULL},
    {"co_exceptiontable", get_exception_table, NULL, NULL},
    MEMBERS_FOLLOW,
    {"co_name", get_name, NULL, NULL},
    {"co_qualname", get_qualified_name, NULL, NULL},
    {"co_filename", get_filename, NULL, NULL},
    {"co_consts", code_constants, NULL, NULL},
    {"co_names", get_names, NULL, NULL},
    {"co_argcount", get_argument_count, NULL, NULL},
    {"co_posonlyargcount", get_positional_only_count, NULL, NULL},
    {"co_kwonlyargcount", get_keyword_only_count, NULL, NULL},
    {"co_nlocals", get_local_count, NULL, NULL},
    {"co_stacksize", get_stack_size, NULL, NULL},
    {"co_flags", get_flags, NULL, NULL},
    {"co_firstlineno", get_first_line, NULL, NULL},
    ATTRIBUTES_END,
};

const struct TypeSpec code_type_spec = {
    .name = "code",
    .documentation = "Create a code object.  Not for mere mortals.",
    .instance_size = sizeof(struct Code),
    .memory = {.traverse = code_traverse,
               .take = code_take,
               .destroy = code_destroy,
               .weigh = no_weight,
               .kind = OBJECT_CONTAINER},
    .operations = {.construct = code_construct, .repr = code_repr, .hash = code_hash, .compare = code_compare},
    .methods = code_methods,
    .attributes = code_attributes,
};
