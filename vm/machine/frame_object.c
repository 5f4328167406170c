/*
 * Frame objects and tracebacks.
 *
 * A frame object is made when somebody asks for it.  While the activation
 * lives, both point at each other and neither counts the other; when the
 * activation ends, the locals move into the frame object, as they do in
 * CPython: that is what keeps an exception's locals alive.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/exception.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "vm/machine/machine.h"

static struct FrameObject *as_frame_object(Value v) { return (struct FrameObject *)value_object(v); }

Value frame_object(struct Interpreter *vm, struct Frame *frame)
{
    if (frame->flags & FRAME_HAS_OBJECT)
        return value_from_object(object_retain(frame->object));
    uint32_t count = frame->code->local_count;
    struct FrameObject *object = (struct FrameObject *)object_allocate(
        vm, builtin_type(vm, TYPE_frame), sizeof(struct FrameObject) + count * sizeof(Value));
    if (object == NULL)
        return EMPTY;
    object->frame = frame;
    object->count = count;
    object->trace_lines = true;
    slot_init(vm, object, &object->code, value_from_object(object_retain(frame->code)));
    slot_init(vm, object, &object->function, retain(value_from_object(frame->function)));
    frame->object = object;
    frame->flags |= FRAME_HAS_OBJECT;
    return value_from_object(object);
}

void frame_object_hold(struct Interpreter *vm, struct FrameObject *object)
{
    (void)vm;
    if (object->frame == NULL || (object->frame->flags & FRAME_HOLDS_OBJECT))
        return;
    object->frame->flags |= FRAME_HOLDS_OBJECT;
    object_retain(object);
}

/* A frame object that outlives its activation keeps the caller's alive too. */
void frame_object_detach(struct Interpreter *vm, struct Frame *frame)
{
    struct FrameObject *object = frame->object;
    bool held = (frame->flags & FRAME_HOLDS_OBJECT) != 0;
    frame->flags &= ~(uint32_t)(FRAME_HAS_OBJECT | FRAME_HOLDS_OBJECT);
    object->word = frame_word(frame);
    object->frame = NULL;
    for (uint32_t i = 0; i < object->count; i++) {
        if (!is_unbound(frame->locals[i]))
            slot_init(vm, object, &object->values[i], frame->locals[i]);
        frame->locals[i] = VALUE_UNBOUND;
    }
    if (frame->flags & FRAME_HAS_NAMESPACE) {
        frame->flags &= ~(uint32_t)FRAME_HAS_NAMESPACE;
        slot_init(vm, object, &object->namespace, frame->namespace);
    }
    if (frame->previous != NULL) {
        Value pending = error_take(vm);
        Value back = frame_object(vm, frame->previous);
        if (is_empty(back))
            error_clear(vm);
        else
            slot_init(vm, object, &object->back, back);
        if (!is_empty(pending))
            error_restore(vm, pending);
    }
    if (held)
        object_release(vm, object);
}

/* ---- Attributes of frames */

static struct Code *frame_object_code(struct FrameObject *object)
{
    return as_code(object->code);
}

static Value frame_get_code(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(value_from_object(frame_object_code(as_frame_object(self))));
}

static Value frame_get_globals(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_function(as_frame_object(self)->function)->globals);
}

static Value frame_get_builtins(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_function(as_frame_object(self)->function)->builtins);
}

static uint32_t frame_object_word(struct FrameObject *object)
{
    return object->frame != NULL ? frame_word(object->frame) : object->word;
}

/* While a watcher is told of the activation, the line that it is told; what has no line (the end of a function) counts
 * as the last one. */
static int32_t frame_object_line(const struct FrameObject *object)
{
    const struct Code *code = as_code(object->code);
    uint32_t word = object->frame != NULL ? frame_word(object->frame) : object->word;
    if (object->watched_line > 0 && (object->at_line || code_span(code, word).line < 1))
        return object->watched_line;
    return code_line(code, word);
}

static Value frame_get_line(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_small_int(frame_object_line(as_frame_object(self)));
}

static Value frame_get_last_instruction(struct Interpreter *vm, Value self)
{
    (void)vm;
    const struct FrameObject *object = as_frame_object(self);
    const struct Code *code = as_code(object->code);
    uint32_t word = frame_object_word(as_frame_object(self));
    if (object->at_empty_line)
        return value_from_small_int((int64_t)(word * sizeof(Instruction)));
    if (object->watched_line > 0 && code_span(code, word).line < 1)
        word = object->lined_word;
    return value_from_small_int(code_last_instruction(code, word));
}

static Value frame_get_back(struct Interpreter *vm, Value self)
{
    struct FrameObject *object = as_frame_object(self);
    if (object->frame == NULL)
        return is_empty(object->back) ? VALUE_NONE : retain(object->back);
    if ((object->frame->flags & FRAME_GENERATOR) && frame_generator(object->frame)->state != GENERATOR_RUNNING)
        return VALUE_NONE;
    struct Frame *back = object->frame->previous;
    return back == NULL ? VALUE_NONE : frame_object(vm, back);
}

static Value frame_get_trace(struct Interpreter *vm, Value self)
{
    (void)vm;
    Value trace = as_frame_object(self)->trace;
    return is_empty(trace) ? VALUE_NONE : retain(trace);
}

static bool frame_set_trace(struct Interpreter *vm, Value self, Value value)
{
    struct FrameObject *object = as_frame_object(self);
    bool none = is_empty(value) || is_none(value);
    if (!none) {
        frame_object_hold(vm, object);
        if (object->watched_line == 0) { /* the line it is at has begun already */
            object->watched_line = code_line(as_code(object->code), frame_object_word(object));
            object->watched_word = frame_object_word(object);
        }
    }
    slot_set(vm, object, &object->trace, none ? EMPTY : retain(value));
    return true;
}

static bool set_flag(struct Interpreter *vm, struct FrameObject *object, bool *flag, Value value)
{
    if (is_empty(value))
        raise_type_error(vm, "can't delete numeric/char attribute");
    else if (!is_bool(value))
        raise_type_error(vm, "attribute value type must be bool");
    else {
        frame_object_hold(vm, object);
        *flag = is_true(value);
        return true;
    }
    return false;
}

static Value frame_get_trace_lines(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_bool(as_frame_object(self)->trace_lines);
}

static bool frame_set_trace_lines(struct Interpreter *vm, Value self, Value value)
{
    return set_flag(vm, as_frame_object(self), &as_frame_object(self)->trace_lines, value);
}

static Value frame_get_trace_opcodes(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_bool(as_frame_object(self)->trace_opcodes);
}

static bool frame_set_trace_opcodes(struct Interpreter *vm, Value self, Value value)
{
    return set_flag(vm, as_frame_object(self), &as_frame_object(self)->trace_opcodes, value);
}

/* Jumping: refused except to the line where the frame is. */
static bool frame_set_line(struct Interpreter *vm, Value self, Value value)
{
    struct FrameObject *object = as_frame_object(self);
    int64_t line;
    if (is_empty(value))
        raise_error(vm, TYPE_AttributeError, "cannot delete attribute");
    else if (!is_small_int(value))
        raise_value_error(vm, "lineno must be an integer");
    else if (object->frame == NULL || is_empty(object->trace) || vm->watch_depth == 0)
        raise_value_error(vm, "f_lineno can only be set in a trace function");
    else if (!object->at_line)
        raise_value_error(vm, object->watched_line == 0 ? "can't jump from the 'call' trace event of a new frame"
                                                        : "can only jump from a 'line' trace event");
    else if ((line = small_int(value)) < as_code(object->code)->first_line)
        raise_value_error(vm, "line %lld comes before the current code block", (long long)line);
    else if (line != frame_object_line(object))
        raise_value_error(vm, "can't jump to line %lld: setting f_lineno is not supported by viv yet", (long long)line);
    else
        return true;
    return false;
}

static const struct NativeAttribute frame_attributes[] = {
    {"f_code", frame_get_code, NULL, NULL},
    {"f_globals", frame_get_globals, NULL, NULL},
    {"f_builtins", frame_get_builtins, NULL, NULL},
    {"f_locals", frame_object_locals, NULL, NULL},
    {"f_lineno", frame_get_line, frame_set_line, NULL},
    {"f_lasti", frame_get_last_instruction, NULL, NULL},
    {"f_back", frame_get_back, NULL, NULL},
    {"f_trace", frame_get_trace, frame_set_trace, NULL},
    {"f_trace_lines", frame_get_trace_lines, frame_set_trace_lines, NULL},
    {"f_trace_opcodes", frame_get_trace_opcodes, frame_set_trace_opcodes, NULL},
    ATTRIBUTES_END,
};

static Value frame_clear(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct FrameObject *object = as_frame_object(args[0]);
    if (object->frame != NULL && (object->frame->flags & FRAME_GENERATOR) &&
        frame_generator(object->frame)->state == GENERATOR_SUSPENDED)
        return raise_error(vm, TYPE_RuntimeError, "cannot clear a suspended frame");
    if (object->frame != NULL && (object->frame->flags & FRAME_GENERATOR) &&
        frame_generator(object->frame)->state == GENERATOR_CREATED)
        return generator_close(vm, frame_generator(object->frame));
    if (object->frame != NULL)
        return raise_error(vm, TYPE_RuntimeError, "cannot clear an executing frame");
    for (uint32_t i = 0; i < object->count; i++)
        slot_clear(vm, object, &object->values[i]);
    slot_clear(vm, object, &object->extra);
    return VALUE_NONE;
}

static const struct NativeMethod frame_methods[] = {
    METHOD("clear", frame_clear, 0, 0, "", "clear all references held by the frame"),
    METHODS_END,
};

static Value frame_repr(struct Interpreter *vm, Value self)
{
    struct FrameObject *object = as_frame_object(self);
    struct Code *code = frame_object_code(object);
    return string_from_format(vm, "<frame at 0x%lx, file %R, line %d, code %V>",
                              (unsigned long)(uintptr_t)object, code->filename,
                              (int)frame_object_line(object), code->name);
}

static void frame_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct FrameObject *object = (struct FrameObject *)self;
    visit(object->function, context);
    visit(object->back, context);
    visit(object->namespace, context);
    visit(object->trace, context);
    visit(object->extra, context);
    visit(object->code, context);
    for (uint32_t i = 0; i < object->count; i++)
        visit(object->values[i], context);
}

static Value frame_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct FrameObject *object = (struct FrameObject *)self;
    while (*cursor < object->count) {
        Value *slot = &object->values[(*cursor)++];
        if (!is_empty(*slot))
            return slot_take(vm, self, slot);
    }
    Value *rest[] = {&object->namespace, &object->extra,    &object->back,
                     &object->trace,     &object->function, &object->code};
    for (; *cursor < object->count + sizeof rest / sizeof *rest; ++*cursor)
        if (!is_empty(*rest[*cursor - object->count]))
            return slot_take(vm, self, rest[*cursor - object->count]);
    return VALUE_END;
}

static void frame_clear_cycles(struct Interpreter *vm, struct Object *self)
{
    struct FrameObject *object = (struct FrameObject *)self;
    for (uint32_t i = 0; i < object->count; i++)
        slot_clear(vm, object, &object->values[i]);
    slot_clear(vm, object, &object->back);
    slot_clear(vm, object, &object->trace);
    slot_clear(vm, object, &object->extra);
}

/* The activation forgets a frame object that dies before it. */
static void frame_destroy(struct Interpreter *vm, struct Object *self)
{
    (void)vm;
    struct FrameObject *object = (struct FrameObject *)self;
    if (object->frame != NULL)
        object->frame->flags &= ~(uint32_t)FRAME_HAS_OBJECT;
}

/* A running activation holds its frame object in CPython, so that it is no garbage there. */
static size_t frame_weight(struct Interpreter *vm, struct Object *self)
{
    (void)vm;
    return ((struct FrameObject *)self)->frame == NULL;
}

const struct TypeSpec frame_type_spec = {
    .name = "frame",
    .instance_size = sizeof(struct FrameObject),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = frame_traverse, .take = frame_take, .clear = frame_clear_cycles,
               .destroy = frame_destroy, .weigh = frame_weight, .kind = OBJECT_CONTAINER},
    .operations = {.repr = frame_repr},
    .methods = frame_methods,
    .attributes = frame_attributes,
};

/* ---- Tracebacks */

static Value traceback_new(struct Interpreter *vm, struct Frame *frame, Value next)
{
    Value object = frame_object(vm, frame);
    if (is_empty(object))
        return EMPTY;
    struct Traceback *traceback =
        (struct Traceback *)object_allocate(vm, builtin_type(vm, TYPE_traceback), sizeof(struct Traceback));
    if (traceback == NULL) {
        release(vm, object);
        return EMPTY;
    }
    slot_init(vm, traceback, &traceback->frame, object);
    if (!is_empty(next) && !is_none(next))
        slot_init(vm, traceback, &traceback->next, retain(next));
    traceback->word = frame_word(frame);
    traceback->line = code_line(frame->code, traceback->word);
    return value_from_object(traceback);
}

void traceback_add(struct Interpreter *vm, struct Frame *frame)
{
    if (UNLIKELY(frame->code->flags & CODE_HIDDEN))
        return;
    Value exception = error_take(vm);
    Value traceback = traceback_new(vm, frame, as_exception(exception)->traceback);
    if (is_empty(traceback))
        error_clear(vm);
    else
        exception_set_traceback(vm, exception, traceback);
    error_restore(vm, exception);
}

static struct Traceback *as_traceback(Value v) { return (struct Traceback *)value_object(v); }

static Value traceback_get_next(struct Interpreter *vm, Value self)
{
    (void)vm;
    Value next = as_traceback(self)->next;
    return is_empty(next) ? VALUE_NONE : retain(next);
}

static bool traceback_set_next(struct Interpreter *vm, Value self, Value value)
{
    if (is_empty(value)) {
        raise_type_error(vm, "can't delete tb_next attribute");
        return false;
    }
    if (!is_none(value) && !object_has_type(vm, value, TYPE_traceback)) {
        raise_type_error(vm, "expected traceback object, got '%T'", value);
        return false;
    }
    for (Value v = value; !is_empty(v) && object_has_type(vm, v, TYPE_traceback); v = as_traceback(v)->next) {
        if (value_same(v, self)) {
            raise_value_error(vm, "traceback loop detected");
            return false;
        }
        if (is_empty(as_traceback(v)->next))
            break;
    }
    slot_set(vm, value_object(self), &as_traceback(self)->next, is_none(value) ? EMPTY : retain(value));
    return true;
}

static Value traceback_get_frame(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_traceback(self)->frame);
}

static Value traceback_get_line(struct Interpreter *vm, Value self)
{
    (void)vm;
    return value_from_small_int(as_traceback(self)->line);
}

static Value traceback_get_last_instruction(struct Interpreter *vm, Value self)
{
    (void)vm;
    const struct Traceback *traceback = as_traceback(self);
    const struct FrameObject *frame = as_frame_object(traceback->frame);
    return value_from_small_int(code_last_instruction(as_code(frame->code), traceback->word));
}

static Value traceback_dir(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    static const char *const names[] = {"tb_frame", "tb_next", "tb_lasti", "tb_lineno"};
    Value list = list_new(vm, 4);
    for (size_t i = 0; !is_empty(list) && i < 4; i++) {
        Value name = string_intern_cstring(vm, names[i]);
        if (is_empty(name) || !list_append(vm, list, name)) {
            release(vm, list);
            list = EMPTY;
        }
    }
    return list;
}

static const struct NativeMethod traceback_methods[] = {
    METHOD("__dir__", traceback_dir, 0, 0, "", NULL),
    METHODS_END,
};

static const struct NativeAttribute traceback_attributes[] = {
    {"tb_next", traceback_get_next, traceback_set_next, NULL},
    {"tb_lineno", traceback_get_line, NULL, NULL},
    MEMBERS_FOLLOW,
    {"tb_frame", traceback_get_frame, NULL, NULL},
    {"tb_lasti", traceback_get_last_instruction, NULL, NULL},
    ATTRIBUTES_END,
};

static Value traceback_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                 Value names)
{
    Value bound[4];
    int64_t word, line;
    if (!native_bind(vm, "traceback", "tb_next, tb_frame, tb_lasti, tb_lineno", args, positional, names, bound, 4))
        return EMPTY;
    if (!is_none(bound[0]) && !object_has_type(vm, bound[0], TYPE_traceback))
        return raise_type_error(vm, "expected traceback object or None, got '%T'", bound[0]);
    if (!object_has_type(vm, bound[1], TYPE_frame))
        return raise_type_error(vm, "traceback() argument 'tb_frame' must be frame, not %A", bound[1]);
    if (!object_as_int64(vm, bound[2], TYPE_OverflowError, &word) ||
        !object_as_int64(vm, bound[3], TYPE_OverflowError, &line))
        return EMPTY;
    struct Traceback *traceback = (struct Traceback *)object_allocate(vm, type, sizeof(struct Traceback));
    if (traceback == NULL)
        return EMPTY;
    slot_init(vm, traceback, &traceback->frame, retain(bound[1]));
    if (!is_none(bound[0]))
        slot_init(vm, traceback, &traceback->next, retain(bound[0]));
    traceback->word = (uint32_t)(word / (int64_t)sizeof(Instruction));
    traceback->line = (int32_t)line;
    return value_from_object(traceback);
}

static void traceback_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit(((struct Traceback *)self)->next, context);
    visit(((struct Traceback *)self)->frame, context);
}

static Value traceback_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct Traceback *traceback = (struct Traceback *)self;
    (void)cursor;
    if (!is_empty(traceback->next))
        return slot_take(vm, self, &traceback->next);
    return is_empty(traceback->frame) ? VALUE_END : slot_take(vm, self, &traceback->frame);
}

/* The frame stays: a finalizer may still look at it. */
static void traceback_clear(struct Interpreter *vm, struct Object *self)
{
    slot_clear(vm, self, &((struct Traceback *)self)->next);
}

const struct TypeSpec traceback_type_spec = {
    .name = "traceback",
    .documentation = "Create a new traceback object.",
    .instance_size = sizeof(struct Traceback),
    .memory = {.traverse = traceback_traverse, .take = traceback_take, .clear = traceback_clear,
               .kind = OBJECT_CONTAINER},
    .operations = {.construct = traceback_construct},
    .methods = traceback_methods,
    .attributes = traceback_attributes,
};
