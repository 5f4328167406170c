/*
 * The narrator listens to the heap's events and keeps a story of lines.  It
 * watches objects that a name of the script came to hold; the rest of the
 * interpreter's business is not its story.
 *
 * It must not disturb what it watches: it allocates nothing on the heap, runs
 * no Python code, and its own memory comes from malloc, outside the books.
 * The heap's observer has room for one listener without an argument, so the
 * narrator is found through vm->narrator.
 */
#include "vm/stepper/narrator.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "runtime/dict.h"
#include "runtime/module.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/machine/frame.h"
#include "vm/machine/function.h"

enum { TEXT_SIZE = 72 };

/* An object that a name has held. Addresses are used again, numbers are not. */
struct Known {
    const struct Object *object;
    uint64_t number;
    char text[TEXT_SIZE];
};

struct Narrator {
    struct Object *namespace; /* borrowed: an address to compare with */
    char *filename;
    struct Known *known;
    size_t known_count, known_capacity;
    char *story;
    size_t story_length, story_capacity;
    char cause[2 * TEXT_SIZE];/* what is happening on cause_line: "rebinding `message`" */
    int32_t cause_line;
    char deleted[TEXT_SIZE];  /* the name whose entry is being taken out of the namespace */
    int32_t last_line;        /* 0: the script has not begun */
    bool ended;
};

/* ---- The story */

static void tell(struct Narrator *narrator, const char *format, ...) FORMAT_LIKE_PRINTF(2, 3);

static void tell(struct Narrator *narrator, const char *format, ...)
{
    char line[768];
    int start = narrator->ended ? snprintf(line, sizeof line, "  at exit: ")
                                : snprintf(line, sizeof line, "  line %d: ", (int)narrator->last_line);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line + start, sizeof line - (size_t)start - 1, format, arguments);
    va_end(arguments);
    strcat(line, "\n");
    size_t length = strlen(line);
    if (narrator->story_length + length + 1 > narrator->story_capacity) {
        size_t capacity = 2 * narrator->story_capacity + length + 1024;
        char *larger = realloc(narrator->story, capacity);
        if (larger == NULL)
            return;
        narrator->story = larger;
        narrator->story_capacity = capacity;
    }
    memcpy(narrator->story + narrator->story_length, line, length + 1);
    narrator->story_length += length;
}

/* ---- Objects in words */

static void describe_string(char *text, size_t size, const struct String *s)
{
    size_t at = (size_t)snprintf(text, size, "str \"");
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = string_at(s, i);
        if (at + 12 >= size) {
            at += (size_t)snprintf(text + at, size - at, "...");
            break;
        }
        if (c < ' ' || c == '"' || c == 0x7f)
            at += (size_t)snprintf(text + at, size - at, "\\x%02x", (unsigned)c);
        else if (c < 0x80)
            text[at++] = (char)c;
        else
            at += (size_t)snprintf(text + at, size - at, "\\u%04x", (unsigned)c);
    }
    snprintf(text + at, size - at, "\"");
}

static void describe(struct Interpreter *vm, char *text, size_t size, Value v)
{
    if (is_none(v))
        snprintf(text, size, "None");
    else if (is_bool(v))
        snprintf(text, size, is_true(v) ? "True" : "False");
    else if (is_small_int(v))
        snprintf(text, size, "the int %lld", (long long)small_int(v));
    else if (is_small_float(v))
        snprintf(text, size, "the float %.12g", small_float(v));
    else if (!is_object(v))
        snprintf(text, size, "a constant");
    else if (is_exact_string(vm, v))
        describe_string(text, size, as_string(v));
    else if (is_function(vm, v))
        snprintf(text, size, "function %s", (const char *)as_string(function_name(as_function(v)))->data);
    else if (object_has_type(vm, v, TYPE_module)) {
        Value name = dict_peek(vm, module_dict(v), NAME(vm, __name__));
        snprintf(text, size, "module %.50s", is_absent(name) ? "?" : (const char *)as_string(name)->data);
    } else if (value_object(v)->type->flags & TYPE_SUBCLASS_TYPE)
        snprintf(text, size, "class %.40s", type_name((struct Type *)value_object(v)));
    else
        snprintf(text, size, "%.40s object", type_name(value_object(v)->type));
}

/* What a learner can point at: the count without the code object's pin and without the operand stack, from which
 * the Value is just being stored. */
static int references(struct Interpreter *vm, const struct Object *object)
{
    int count = object->count - ((object->flags & OBJECT_PINNED) != 0);
    struct Frame *frame = vm->frame;
    if (frame != NULL)
        for (Value *v = frame_stack(frame); v < frame->sp; v++)
            count -= value_same(*v, value_from_object(object));
    return count;
}

static struct Known *find_known(struct Narrator *narrator, const struct Object *object)
{
    for (size_t i = narrator->known_count; i-- > 0;)
        if (narrator->known[i].object == object)
            return &narrator->known[i];
    return NULL;
}

static struct Known *meet(struct Interpreter *vm, struct Narrator *narrator, Value v)
{
    struct Known *known = find_known(narrator, value_object(v));
    if (known != NULL)
        return known;
    if (narrator->known_count == narrator->known_capacity) {
        size_t capacity = 2 * narrator->known_capacity + 64;
        known = realloc(narrator->known, capacity * sizeof *known);
        if (known == NULL)
            return NULL;
        narrator->known = known;
        narrator->known_capacity = capacity;
    }
    known = &narrator->known[narrator->known_count++];
    known->object = value_object(v);
    known->number = object_birth_number(vm, value_object(v));
    describe(vm, known->text, sizeof known->text, v);
    return known;
}

static bool is_shared(Value v)
{
    return !is_empty(v) && is_object(v) && !object_is_immortal(value_object(v));
}

/* ---- Where we are */

/* Line of the innermost frame that runs the script's own code. */
static void note_line(struct Narrator *narrator, struct Frame *frame)
{
    for (; frame != NULL && !narrator->ended; frame = frame->previous)
        if (string_equals_cstring(frame->code->filename, narrator->filename)) {
            narrator->last_line = frame_line(frame);
            return;
        }
}

static const char *text_of(Value name)
{
    return is_object(name) && !is_empty(name) ? (const char *)as_string(name)->data : "?";
}

/* ---- Events */

static void set_cause(struct Narrator *narrator, const char *format, const char *name)
{
    snprintf(narrator->cause, sizeof narrator->cause, format, name);
    narrator->cause_line = narrator->ended ? 0 : narrator->last_line;
}

static void on_bind(struct Interpreter *vm, struct Narrator *narrator, const char *name, Value before, Value after)
{
    char text[TEXT_SIZE];
    if (is_shared(after)) {
        struct Known *known = meet(vm, narrator, after);
        int count = references(vm, value_object(after));
        if (known != NULL)
            tell(narrator, "the name `%s` now holds %s (object #%llu, %d reference%s).", name, known->text,
                 (unsigned long long)known->number, count, count == 1 ? "" : "s");
    } else {
        describe(vm, text, sizeof text, after);
        tell(narrator, "the name `%s` now holds %s.", name, text);
    }
    if (is_empty(before))
        return;
    set_cause(narrator, is_none(after) ? "assigning None to `%.60s`" : "rebinding `%.60s`", name);
    struct Known *old = is_shared(before) ? find_known(narrator, value_object(before)) : NULL;
    int count = old != NULL ? references(vm, value_object(before)) : 0;
    if (old != NULL && value_object(before)->count > 1)
        tell(narrator, "`%s` let go of %s (object #%llu): its count went from %d to %d.", name, old->text,
             (unsigned long long)old->number, count, count - 1);
}

static void on_unbind(struct Interpreter *vm, struct Narrator *narrator, const char *name, Value before)
{
    if (!narrator->ended)
        set_cause(narrator, "deleting the name `%.60s`", name);
    struct Known *old = is_shared(before) ? find_known(narrator, value_object(before)) : NULL;
    if (old == NULL || value_object(before)->count <= 1 || narrator->ended)
        return;
    int count = references(vm, value_object(before));
    tell(narrator, "the name `%s` is gone; the count of %s (object #%llu) went from %d to %d.", name, old->text,
         (unsigned long long)old->number, count, count - 1);
}

static void on_death(struct Narrator *narrator, struct Object *object)
{
    struct Known *known = find_known(narrator, object);
    if (known == NULL)
        return;
    tell(narrator, "%s dropped the last reference to %s (object #%llu): its count went from 1 to 0 and it was freed.",
         narrator->cause_line == (narrator->ended ? 0 : narrator->last_line) ? narrator->cause
         : narrator->ended                                                    ? "the end of the program"
                                                                              : "this line", known->text, (unsigned long long)known->number);
    *known = narrator->known[--narrator->known_count];
}

static bool is_class_body(const struct Frame *frame)
{
    return (frame->code->flags & CODE_OPTIMIZED) == 0;
}

static void on_frame_enter(struct Interpreter *vm, struct Narrator *narrator)
{
    struct Frame *frame = vm->frame;
    if (frame->previous == NULL || !string_equals_cstring(frame->code->filename, narrator->filename))
        return;
    if (is_class_body(frame))
        tell(narrator, "the body of class %s runs in a frame of its own (now %u frames).", text_of(frame->code->name),
             frame->depth);
    else
        tell(narrator, "calling %s() put a new frame on the call stack (now %u frames).", text_of(frame->code->name),
             frame->depth);
}

static void on_frame_leave(struct Interpreter *vm, struct Narrator *narrator)
{
    struct Frame *frame = vm->frame;
    if (frame->previous == NULL || !string_equals_cstring(frame->code->filename, narrator->filename))
        return;
    const char *function = text_of(frame->code->name);
    tell(narrator, "%s%s ended and its frame left the call stack (now %u frame%s).", function,
         is_class_body(frame) ? "'s body" : "()", frame->depth - 1, frame->depth == 2 ? "" : "s");
    if (is_class_body(frame))
        return;
    set_cause(narrator, "the end of %.60s()", function);
    for (uint32_t i = 0; i < frame->code->local_count; i++) {
        Value v = frame->locals[i];
        if (!is_shared(v))
            continue;
        struct Known *known = meet(vm, narrator, v);
        int count = references(vm, value_object(v));
        if (known == NULL || value_object(v)->count <= 1)
            continue;
        tell(narrator, "its variable `%s` let go of %s (object #%llu): its count went from %d to %d%s.",
             text_of(code_local_name(frame->code, i)), known->text, (unsigned long long)known->number, count, count - 1,
             count == 1 ? "; as a literal of the function it stays in the function's code" : "");
    }
}

static void on_collection(struct Narrator *narrator, int64_t generation, int64_t found)
{
    if (narrator->ended)
        return;
    tell(narrator, "the cycle collector ran (generation %lld) and found %lld unreachable object%s%s.",
         (long long)generation, (long long)found, found == 1 ? "" : "s",
         found == 0 ? ": reference counting had left nothing to it" : "");
}

static void observe(struct Interpreter *vm, enum SlotEvent event, struct Object *owner, Value *slot, Value before,
                    Value after)
{
    struct Narrator *narrator = vm->narrator;
    note_line(narrator, event == FRAME_ENTERS && vm->frame != NULL ? vm->frame->previous : vm->frame);
    if (narrator->last_line == 0)
        return;
    switch (event) {
    case SLOT_INIT:
    case SLOT_SET:
    case SLOT_CLEAR:
        /* The namespace's entries are key, value, hash: the key stands before the slot. Keys are slots as well. */
        if (owner != narrator->namespace || ((struct Dict *)(void *)owner)->entries == NULL) /* NULL: being cleared */
            return;
        if (!dict_slot_is_value(owner, slot)) {
            if (event == SLOT_CLEAR) /* a key goes right before its value */
                snprintf(narrator->deleted, sizeof narrator->deleted, "%.60s", text_of(before));
            return;
        }
        if (event == SLOT_CLEAR)
            on_unbind(vm, narrator, is_empty(slot[-1]) ? narrator->deleted : text_of(slot[-1]), before);
        else
            on_bind(vm, narrator, text_of(slot[-1]), before, after);
        return;
    case OBJECT_DIES:
        on_death(narrator, owner);
        return;
    case COLLECTION_BEGINS:
        set_cause(narrator, "breaking its cycle, the collector%s", "");
        return;
    case COLLECTION_ENDS:
        narrator->cause_line = -1;
        on_collection(narrator, small_int(before), small_int(after));
        return;
    case FRAME_ENTERS:
        on_frame_enter(vm, narrator);
        return;
    case FRAME_LEAVES:
        on_frame_leave(vm, narrator);
        return;
    case SLOT_MOVE:
        return;
    }
}

/* ---- Opening and closing */

struct Narrator *narrator_open(struct Interpreter *vm, Value namespace, const char *filename)
{
    struct Narrator *narrator = calloc(1, sizeof *narrator);
    if (narrator == NULL || (narrator->filename = strdup(filename)) == NULL) {
        free(narrator);
        return NULL;
    }
    narrator->namespace = value_object(namespace);
    vm->narrator = narrator;
    heap_of(vm)->observer = observe;
    return narrator;
}

void narrator_script_ended(struct Narrator *narrator)
{
    narrator->ended = true;
    narrator->cause_line = -1;
}

void narrator_close(struct Narrator *narrator, struct Interpreter *vm, FILE *out)
{
    if (vm != NULL) {
        heap_of(vm)->observer = NULL;
        vm->narrator = NULL;
    }
    fputs("In memory:\n", out);
    fputs(narrator->story_length > 0 ? narrator->story : "  nothing that a name could see.\n", out);
    free(narrator->story);
    free(narrator->known);
    free(narrator->filename);
    free(narrator);
}
