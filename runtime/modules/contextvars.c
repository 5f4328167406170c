/*
 * The module contextvars: variables whose values belong to a context rather
 * than to a scope.
 *
 * The current context is vm->context, made when it is first needed.  Its
 * variables are a dict that several contexts may share: who changes a shared
 * one takes a copy first, so copy_context() costs nothing.
 *
 * Invariant: a context's dict is changed only while that context alone holds
 * it (heap_is_unique).
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/generic_alias.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

struct Context {
    struct Object header;
    Value variables; /* dict: ContextVar → value */
    Value previous;  /* while entered: the context that was current before, or EMPTY */
    bool entered;
};

struct ContextVariable {
    struct Object header;
    Value name;
    Value otherwise; /* default, or EMPTY */
};

struct Token {
    struct Object header;
    Value context, variable;
    Value before; /* EMPTY: there was none */
    bool used;
};

static struct Context *as_context(Value v) { return (struct Context *)value_object(v); }
static struct ContextVariable *as_variable(Value v) { return (struct ContextVariable *)value_object(v); }
static struct Token *as_token(Value v) { return (struct Token *)value_object(v); }
static bool is_variable(struct Interpreter *vm, Value v) { return object_has_type(vm, v, TYPE_context_variable); }

static void visit_maybe(Value v, VisitFunction visit, void *context)
{
    if (!is_empty(v))
        visit(v, context);
}

/* ---- Contexts */

static Value context_new(struct Interpreter *vm, STEALS Value variables)
{
    struct Context *context = is_empty(variables) ? NULL : (struct Context *)object_allocate(
                                                               vm, builtin_type(vm, TYPE_context), sizeof *context);
    if (context == NULL) {
        release_maybe(vm, variables);
        return EMPTY;
    }
    slot_init(vm, context, &context->variables, variables);
    return value_from_object(context);
}

/* The current context: BORROWED, EMPTY: no memory. */
static BORROWED Value current_context(struct Interpreter *vm)
{
    if (is_empty(vm->context))
        vm->context = context_new(vm, dict_new(vm));
    return vm->context;
}

static Value context_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                               Value names)
{
    (void)type, (void)args;
    if (positional > 0 || (!is_empty(names) && tuple_length(names) > 0))
        return raise_type_error(vm, "Context() does not accept any arguments");
    return context_new(vm, dict_new(vm));
}

static void context_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit_maybe(((struct Context *)self)->variables, visit, context);
    visit_maybe(((struct Context *)self)->previous, visit, context);
}

static Value context_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)cursor;
    struct Context *context = (struct Context *)self;
    if (!is_empty(context->variables))
        return slot_take(vm, self, &context->variables);
    return is_empty(context->previous) ? VALUE_END : slot_take(vm, self, &context->previous);
}

static bool check_key(struct Interpreter *vm, Value key)
{
    if (!is_variable(vm, key))
        raise_type_error(vm, "a ContextVar key was expected, got %R", key);
    return is_variable(vm, key);
}

static Value context_get_item(struct Interpreter *vm, Value self, Value key)
{
    if (!check_key(vm, key))
        return EMPTY;
    Value v = dict_get(vm, as_context(self)->variables, key);
    return is_absent(v) ? raise_key_error(vm, key) : v;
}

static int context_contains(struct Interpreter *vm, Value self, Value key)
{
    if (!check_key(vm, key))
        return -1;
    Value v = dict_get(vm, as_context(self)->variables, key);
    if (is_empty(v))
        return -1;
    bool found = !is_absent(v);
    release(vm, v);
    return found;
}

static int64_t context_length(struct Interpreter *vm, Value self)
{
    (void)vm;
    return (int64_t)dict_length(as_context(self)->variables);
}

static Value context_iterate(struct Interpreter *vm, Value self)
{
    return object_iterate(vm, as_context(self)->variables);
}

static Value context_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    if ((operation != COMPARE_EQ && operation != COMPARE_NE) || !object_has_type(vm, other, TYPE_context))
        return VALUE_NOT_IMPLEMENTED;
    Value left = retain(as_context(self)->variables), right = retain(as_context(other)->variables);
    Value result = object_compare(vm, left, right, operation); /* which may set variables */
    release(vm, left);
    release(vm, right);
    return result;
}

static Value context_get(struct Interpreter *vm, const Value *args, size_t count)
{
    if (!check_key(vm, args[1]))
        return EMPTY;
    Value v = dict_get(vm, as_context(args[0])->variables, args[1]);
    return is_absent(v) ? retain(count > 2 ? args[2] : VALUE_NONE) : v;
}

static Value view_iterator(struct Interpreter *vm, Value self, Value (*list_of)(struct Interpreter *vm, Value dict))
{
    Value list = list_of(vm, as_context(self)->variables);
    Value iterator = is_empty(list) ? EMPTY : object_iterate(vm, list);
    release_maybe(vm, list);
    return iterator;
}

static Value context_keys(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return view_iterator(vm, args[0], dict_keys_list);
}

static Value context_values(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return view_iterator(vm, args[0], dict_values_list);
}

static Value context_items(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return view_iterator(vm, args[0], dict_items_list);
}

static Value context_copy(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return context_new(vm, retain(as_context(args[0])->variables));
}

static Value context_run(struct Interpreter *vm, const Value *args, size_t positional, Value names)
{
    struct Context *context = as_context(args[0]);
    if (positional < 2)
        return raise_type_error(vm, "run() missing 1 required positional argument");
    if (context->entered)
        return raise_error(vm, TYPE_RuntimeError, "cannot enter context: %R is already entered", args[0]);
    if (is_empty(current_context(vm)))
        return EMPTY;
    slot_init(vm, context, &context->previous, vm->context);
    context->entered = true;
    vm->context = retain(args[0]);
    Value result = object_call(vm, args[1], args + 2, positional - 2, names);
    Value mine = vm->context;
    vm->context = retain(context->previous);
    slot_clear(vm, context, &context->previous);
    context->entered = false;
    release(vm, mine);
    return result;
}

static const struct NativeMethod context_methods[] = {
    {"run", {.raw = context_run}, 0, 0, NATIVE_RAW, "callable, /, *args, **kwargs", NULL},
    METHOD("get", context_get, 1, 2, "key, default=None, /",
           "Return the value for `key` if `key` has the value in the context object."),
    METHOD("keys", context_keys, 0, 0, "", "Return a list of all variables in the context object."),
    METHOD("values", context_values, 0, 0, "", "Return a list of all variables' values in the context object."),
    METHOD("items", context_items, 0, 0, "", "Return all variables and their values in the context object."),
    METHOD("copy", context_copy, 0, 0, "", "Return a shallow copy of the context object."),
    METHODS_END,
};

const struct TypeSpec context_type_spec = {
    .name = "_contextvars.Context",
    .instance_size = sizeof(struct Context),
    .flags = TYPE_MAPPING | TYPE_WEAKLY_REFERENCEABLE,
    .memory = {.traverse = context_traverse, .take = context_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = context_construct, .compare = context_compare, .iterate = context_iterate,
                   .length = context_length, .contains = context_contains, .get_item = context_get_item},
    .methods = context_methods,
};

/* ---- Tokens */

static void token_traverse(struct Object *self, VisitFunction visit, void *context)
{
    struct Token *token = (struct Token *)self;
    visit_maybe(token->context, visit, context);
    visit_maybe(token->variable, visit, context);
    visit_maybe(token->before, visit, context);
}

static Value token_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct Token *token = (struct Token *)self;
    Value *const held[] = {&token->context, &token->variable, &token->before};
    for (; *cursor < sizeof held / sizeof *held; ++*cursor)
        if (!is_empty(*held[*cursor]))
            return slot_take(vm, self, held[*cursor]);
    return VALUE_END;
}

static Value token_new(struct Interpreter *vm, Value context, Value variable, STEALS Value before)
{
    struct Token *token = (struct Token *)object_allocate(vm, builtin_type(vm, TYPE_context_token), sizeof *token);
    if (token == NULL) {
        release_maybe(vm, before);
        return EMPTY;
    }
    slot_init(vm, token, &token->context, retain(context));
    slot_init(vm, token, &token->variable, retain(variable));
    slot_init(vm, token, &token->before, before);
    return value_from_object(token);
}

static Value token_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                             Value names)
{
    (void)type, (void)args, (void)positional, (void)names;
    return raise_error(vm, TYPE_RuntimeError, "Tokens can only be created by ContextVars");
}

static Value token_repr(struct Interpreter *vm, Value self)
{
    struct Token *token = as_token(self);
    return string_from_format(vm, "<Token%s var=%R at 0x%zx>", token->used ? " used" : "", token->variable,
                              (size_t)value_identity(self));
}

static Value token_get_variable(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_token(self)->variable);
}

static Value token_get_before(struct Interpreter *vm, Value self)
{
    Value before = as_token(self)->before;
    if (!is_empty(before))
        return retain(before);
    return object_get_attribute_cstring(vm, value_from_object(builtin_type(vm, TYPE_context_token)), "MISSING");
}

static const struct NativeAttribute token_attributes[] = {
    {"var", token_get_variable, NULL, NULL},
    {"old_value", token_get_before, NULL, NULL},
    ATTRIBUTES_END,
};

static const struct NativeMethod token_methods[] = {
    CLASS_METHOD("__class_getitem__", generic_alias_class_getitem, 1, 1, "object, /", "See PEP 585"),
    METHODS_END,
};

/* Tokens are compared by identity, but are no keys. */
static Value token_compare(struct Interpreter *vm, Value self, Value other, enum Comparison operation)
{
    (void)vm;
    if (operation == COMPARE_EQ && value_same(self, other))
        return VALUE_TRUE;
    return operation == COMPARE_NE ? value_from_bool(!value_same(self, other)) : VALUE_NOT_IMPLEMENTED;
}

const struct TypeSpec context_token_type_spec = {
    .name = "_contextvars.Token",
    .instance_size = sizeof(struct Token),
    .memory = {.traverse = token_traverse, .take = token_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = token_construct, .repr = token_repr, .compare = token_compare},
    .methods = token_methods,
    .attributes = token_attributes,
};

static Value missing_repr(struct Interpreter *vm, Value self)
{
    (void)self;
    return string_from_cstring(vm, "<Token.MISSING>");
}

const struct TypeSpec context_missing_type_spec = {
    .name = "Token.MISSING",
    .instance_size = sizeof(struct Object),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.kind = OBJECT_LEAF},
    .operations = {.repr = missing_repr},
};

/* ---- Variables */

static Value variable_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                                Value names)
{
    Value bound[2];
    if (positional != 1)
        return raise_type_error(vm, "ContextVar() takes %s 1 positional argument (%zu given)",
                                positional == 0 ? "exactly" : "at most", positional);
    if (!native_bind(vm, "ContextVar", "name, /, *, default=None", args, positional, names, bound, 2))
        return EMPTY;
    if (!is_string(vm, bound[0]))
        return raise_type_error(vm, "context variable name must be a str");
    struct ContextVariable *variable = (struct ContextVariable *)object_allocate(vm, type, sizeof *variable);
    if (variable == NULL)
        return EMPTY;
    slot_init(vm, variable, &variable->name, retain(bound[0]));
    if (!is_absent(bound[1]))
        slot_init(vm, variable, &variable->otherwise, retain(bound[1]));
    return value_from_object(variable);
}

static void variable_traverse(struct Object *self, VisitFunction visit, void *context)
{
    visit_maybe(((struct ContextVariable *)self)->name, visit, context);
    visit_maybe(((struct ContextVariable *)self)->otherwise, visit, context);
}

static Value variable_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    (void)cursor;
    struct ContextVariable *variable = (struct ContextVariable *)self;
    if (!is_empty(variable->name))
        return slot_take(vm, self, &variable->name);
    return is_empty(variable->otherwise) ? VALUE_END : slot_take(vm, self, &variable->otherwise);
}

static Value variable_repr(struct Interpreter *vm, Value self)
{
    struct ContextVariable *variable = as_variable(self);
    size_t address = (size_t)value_identity(self);
    if (is_empty(variable->otherwise))
        return string_from_format(vm, "<ContextVar name=%R at 0x%zx>", variable->name, address);
    return string_from_format(vm, "<ContextVar name=%R default=%R at 0x%zx>", variable->name, variable->otherwise,
                              address);
}

/* The current context's value: OWNED, or ABSENT. */
static Value current_value(struct Interpreter *vm, Value variable)
{
    return is_empty(vm->context) ? VALUE_ABSENT : dict_get(vm, as_context(vm->context)->variables, variable);
}

static Value variable_get(struct Interpreter *vm, const Value *args, size_t count)
{
    Value v = current_value(vm, args[0]);
    if (!is_absent(v))
        return v;
    if (count > 1)
        return retain(args[1]);
    Value otherwise = as_variable(args[0])->otherwise;
    if (!is_empty(otherwise))
        return retain(otherwise);
    Value error = object_call_1(vm, value_from_object(builtin_type(vm, TYPE_LookupError)), args[0]);
    return is_empty(error) ? EMPTY : raise_value(vm, error);
}

/* The context's dict, its own now. */
static BORROWED Value own_variables(struct Interpreter *vm, struct Context *context)
{
    if (heap_is_unique(value_object(context->variables)))
        return context->variables;
    Value copy = dict_copy(vm, context->variables);
    if (is_empty(copy))
        return EMPTY;
    slot_set(vm, context, &context->variables, copy);
    return copy;
}

static Value variable_set(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (is_empty(current_context(vm)))
        return EMPTY;
    struct Context *context = as_context(vm->context);
    Value before = current_value(vm, args[0]);
    if (is_empty(before))
        return EMPTY;
    Value token = token_new(vm, vm->context, args[0], is_absent(before) ? EMPTY : before);
    if (is_empty(token))
        return EMPTY;
    Value variables = own_variables(vm, context);
    if (!is_empty(variables) && dict_set(vm, variables, args[0], args[1]))
        return token;
    release(vm, token);
    return EMPTY;
}

static Value variable_reset(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    if (!object_has_type(vm, args[1], TYPE_context_token))
        return raise_type_error(vm, "expected an instance of Token, got %R", args[1]);
    struct Token *token = as_token(args[1]);
    if (token->used)
        return raise_error(vm, TYPE_RuntimeError, "%R has already been used once", args[1]);
    if (!value_same(token->variable, args[0]))
        return raise_value_error(vm, "%R was created by a different ContextVar", args[1]);
    if (is_empty(vm->context) || !value_same(token->context, vm->context))
        return raise_value_error(vm, "%R was created in a different Context", args[1]);
    Value variables = own_variables(vm, as_context(vm->context));
    if (is_empty(variables))
        return EMPTY;
    token->used = true;
    if (!is_empty(token->before))
        return dict_set(vm, variables, args[0], token->before) ? VALUE_NONE : EMPTY;
    Value removed = dict_pop(vm, variables, args[0]);
    if (is_empty(removed))
        return EMPTY;
    release(vm, removed);
    return VALUE_NONE;
}

static Value variable_get_name(struct Interpreter *vm, Value self)
{
    (void)vm;
    return retain(as_variable(self)->name);
}

static const struct NativeMethod variable_methods[] = {
    METHOD("get", variable_get, 0, 1, "[default]", "Return a value for the context variable for the current context."),
    METHOD("set", variable_set, 1, 1, "value, /", "Call to set a new value for the context variable in the current context."),
    METHOD("reset", variable_reset, 1, 1, "token, /", "Reset the context variable."),
    CLASS_METHOD("__class_getitem__", generic_alias_class_getitem, 1, 1, "object, /", "See PEP 585"),
    METHODS_END,
};

static const struct NativeAttribute variable_attributes[] = {
    MEMBERS_FOLLOW,
    {"name", variable_get_name, NULL, NULL},
    ATTRIBUTES_END,
};

const struct TypeSpec context_variable_type_spec = {
    .name = "_contextvars.ContextVar",
    .instance_size = sizeof(struct ContextVariable),
    .memory = {.traverse = variable_traverse, .take = variable_take, .kind = OBJECT_CONTAINER},
    .operations = {.construct = variable_construct, .repr = variable_repr},
    .methods = variable_methods,
    .attributes = variable_attributes,
};

/* ---- The module */

static Value copy_context(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    if (is_empty(current_context(vm)))
        return EMPTY;
    return context_new(vm, retain(as_context(vm->context)->variables));
}

static bool add_missing(struct Interpreter *vm)
{
    struct Type *type = builtin_type(vm, TYPE_context_token);
    struct Dict *dict = type_dict(vm, type);
    struct Object *missing =
        dict == NULL ? NULL : object_allocate(vm, builtin_type(vm, TYPE_context_missing), sizeof(struct Object));
    if (missing == NULL)
        return false;
    bool added = dict_set_cstring(vm, value_from_object(dict), "MISSING", value_from_object(missing));
    object_release(vm, missing);
    type_modified(vm, type);
    return added;
}

static bool add_all(struct Interpreter *vm, Value dict)
{
    static const char *const texts[] = {"Context", "ContextVar", "Token", "copy_context"};
    Value names[] = {EMPTY, EMPTY, EMPTY, EMPTY};
    bool added = true;
    for (size_t i = 0; i < 4 && added; i++)
        added = !is_empty(names[i] = string_intern_cstring(vm, texts[i]));
    Value all = added ? tuple_new(vm, names, 4) : EMPTY;
    added = !is_empty(all) && dict_set(vm, dict, NAME(vm, __all__), all);
    release_maybe(vm, all);
    for (size_t i = 0; i < 4; i++)
        release_maybe(vm, names[i]);
    return added;
}

static bool contextvars_fill(struct Interpreter *vm, Value module, Value dict)
{
    static const struct {
        const char *name;
        enum TypeIndex type;
    } types[] = {{"Context", TYPE_context}, {"ContextVar", TYPE_context_variable}, {"Token", TYPE_context_token}};
    (void)module;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (!dict_set_cstring(vm, dict, types[i].name, value_from_object(builtin_type(vm, types[i].type))))
            return false;
    return add_all(vm, dict) && add_missing(vm);
}

static const struct NativeMethod contextvars_functions[] = {
    FUNCTION("copy_context", copy_context, 0, 0, "", NULL),
    METHODS_END,
};

const struct ModuleSpec contextvars_module_spec = {
    .name = "contextvars",
    .documentation = "Context Variables",
    .functions = contextvars_functions,
    .fill = contextvars_fill,
};
