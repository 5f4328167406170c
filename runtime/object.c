/*
 * Protocols every object has: text, hash, comparison, truth, class
 * membership.  Text results are checked here, so callers get str or an error.
 */
#include "runtime/object.h"

#include "runtime/dict.h"
#include "runtime/number.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/type_internal.h"

struct Type *immediate_type(struct Interpreter *vm, Value v)
{
    if (is_small_int(v))
        return builtin_type(vm, TYPE_int);
    if (is_small_float(v))
        return builtin_type(vm, TYPE_float);
    if (is_none(v))
        return builtin_type(vm, TYPE_NoneType);
    if (is_bool(v))
        return builtin_type(vm, TYPE_bool);
    if (value_same(v, VALUE_ELLIPSIS))
        return builtin_type(vm, TYPE_ellipsis);
    return builtin_type(vm, TYPE_NotImplementedType);
}

/* ---- Text -------------------------------------------------------------- */

Value object_repr(struct Interpreter *vm, Value v)
{
    if (!vm_enter_recursion(vm, " while getting the repr of an object"))
        return EMPTY;
    struct Type *type = value_type(vm, v);
    Value text = type->operations.repr(vm, v);
    vm_leave_recursion(vm);
    if (UNLIKELY(!is_empty(text) && !is_string(vm, text))) {
        raise_type_error(vm, "__repr__ returned non-string (type %T)", text);
        release(vm, text);
        return EMPTY;
    }
    return text;
}

Value object_str(struct Interpreter *vm, Value v)
{
    if (is_exact_string(vm, v))
        return retain(v);
    struct Type *type = value_type(vm, v);
    if (type->operations.str == NULL)
        return object_repr(vm, v);
    if (!vm_enter_recursion(vm, " while getting the str of an object"))
        return EMPTY;
    Value text = type->operations.str(vm, v);
    vm_leave_recursion(vm);
    if (UNLIKELY(!is_empty(text) && !is_string(vm, text))) {
        raise_type_error(vm, "__str__ returned non-string (type %T)", text);
        release(vm, text);
        return EMPTY;
    }
    return text;
}

static bool add_escaped(struct StringBuilder *builder, uint32_t c)
{
    static const char digits[] = "0123456789abcdef";
    int width = c > 0xffff ? 8 : c > 0xff ? 4 : 2;
    bool good = builder_add_char(builder, '\\') && builder_add_char(builder, width == 8 ? 'U' : width == 4 ? 'u' : 'x');
    for (int shift = (width - 1) * 4; good && shift >= 0; shift -= 4)
        good = builder_add_char(builder, (uint8_t)digits[c >> shift & 15]);
    return good;
}

Value object_ascii(struct Interpreter *vm, Value v)
{
    Value text = object_repr(vm, v);
    if (is_empty(text) || string_is_ascii(as_string(text)))
        return text;
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool good = true;
    for (size_t i = 0; good && i < string_length(text); i++) {
        uint32_t c = string_at(as_string(text), i);
        good = c < 0x80 ? builder_add_char(&builder, c) : add_escaped(&builder, c);
    }
    release(vm, text);
    if (good)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

Value object_format(struct Interpreter *vm, Value v, Value specification)
{
    bool plain = is_empty(specification) || string_length(specification) == 0;
    if (plain && (is_exact_string(vm, v) || is_small_int(v)))
        return object_str(vm, v);
    if (!plain && is_exact_string(vm, specification)) { /* the types whose __format__ nobody can replace */
        if (is_small_int(v) || object_has_type(vm, v, TYPE_int))
            return format_int(vm, v, specification);
        if (is_small_float(v) || object_has_type(vm, v, TYPE_float))
            return format_float(vm, v, specification);
        if (is_exact_string(vm, v))
            return format_string(vm, v, specification);
    }
    Value args[2] = {v, is_empty(specification) ? vm->empty_string : specification};
    Value text = special_call(vm, NAME___format__, args, 2);
    if (is_absent(text))
        return raise_type_error(vm, "Type %T doesn't define __format__", v);
    if (!is_empty(text) && !is_string(vm, text)) {
        raise_type_error(vm, "__format__ must return a str, not %T", text);
        release(vm, text);
        return EMPTY;
    }
    return text;
}

/* ---- Hash, comparison, truth ------------------------------------------- */

bool object_hash(struct Interpreter *vm, Value v, int64_t *hash)
{
    struct Type *type = value_type(vm, v);
    if (LIKELY(type->operations.hash != NULL))
        return type->operations.hash(vm, v, hash);
    raise_type_error(vm, "unhashable type: '%N'", type);
    return false;
}

static const char *const comparison_signs[] = {"<", "<=", "==", "!=", ">", ">="};
static const uint8_t reflected_comparison[] = {COMPARE_GT, COMPARE_GE, COMPARE_EQ, COMPARE_NE, COMPARE_LT, COMPARE_LE};

static Value compare_types(struct Interpreter *vm, Value a, Value b, enum Comparison operation)
{
    struct Type *left = value_type(vm, a), *right = value_type(vm, b);
    enum Comparison reflected = (enum Comparison)reflected_comparison[operation];
    bool tried_right = false;
    if (left != right && right->operations.compare != NULL && type_is_subtype(vm, right, left)) {
        tried_right = true;
        Value result = right->operations.compare(vm, b, a, reflected);
        if (!is_not_implemented(result))
            return result;
    }
    if (left->operations.compare != NULL) {
        Value result = left->operations.compare(vm, a, b, operation);
        if (!is_not_implemented(result))
            return result;
    }
    if (!tried_right && right->operations.compare != NULL) {
        Value result = right->operations.compare(vm, b, a, reflected);
        if (!is_not_implemented(result))
            return result;
    }
    if (operation == COMPARE_EQ || operation == COMPARE_NE)
        return value_from_bool(value_same(a, b) == (operation == COMPARE_EQ));
    return raise_type_error(vm, "'%s' not supported between instances of '%N' and '%N'", comparison_signs[operation],
                            value_type(vm, a), value_type(vm, b));
}

Value object_compare(struct Interpreter *vm, Value a, Value b, enum Comparison operation)
{
    if (!vm_enter_recursion(vm, " in comparison"))
        return EMPTY;
    Value result = compare_types(vm, a, b, operation);
    vm_leave_recursion(vm);
    return result;
}

int object_compare_truth(struct Interpreter *vm, Value a, Value b, enum Comparison operation)
{
    Value result = object_compare(vm, a, b, operation);
    if (is_empty(result))
        return -1;
    if (LIKELY(is_bool(result)))
        return is_true(result);
    int truth = object_truth(vm, result);
    release(vm, result);
    return truth;
}

int object_equals(struct Interpreter *vm, Value a, Value b)
{
    if (value_same(a, b))
        return 1;
    if (is_small_int(a) && is_small_int(b))
        return 0;
    if (is_exact_string(vm, a) && is_exact_string(vm, b))
        return string_equal(a, b);
    return object_compare_truth(vm, a, b, COMPARE_EQ);
}

int object_truth(struct Interpreter *vm, Value v)
{
    if (is_bool(v))
        return is_true(v);
    if (is_none(v))
        return 0;
    if (is_small_int(v))
        return small_int(v) != 0;
    struct Type *type = value_type(vm, v);
    if (type->operations.truth != NULL)
        return type->operations.truth(vm, v);
    if (type->operations.length == NULL)
        return 1;
    int64_t length = type->operations.length(vm, v);
    return length < 0 ? -1 : length > 0;
}

/* ---- isinstance and issubclass ----------------------------------------- */

/* v.__bases__ if it is a tuple: how objects that are no types take part in issubclass.  ABSENT: not a class. */
static Value abstract_bases(struct Interpreter *vm, Value v)
{
    Value bases = object_lookup_attribute(vm, v, NAME(vm, __bases__));
    if (is_empty(bases) || is_absent(bases) || is_tuple(vm, bases))
        return bases;
    release(vm, bases);
    return VALUE_ABSENT;
}

/* Whether `class` is a class in that wide sense: 1, 0, -1. */
static int is_class_like(struct Interpreter *vm, Value class)
{
    if (is_type(class))
        return 1;
    Value bases = abstract_bases(vm, class);
    if (is_empty(bases) || is_absent(bases))
        return is_empty(bases) ? -1 : 0;
    release(vm, bases);
    return 1;
}

static int abstract_is_subclass(struct Interpreter *vm, Value derived, Value class)
{
    if (value_same(derived, class))
        return 1;
    if (!vm_enter_recursion(vm, " in __issubclass__"))
        return -1;
    Value bases = abstract_bases(vm, derived);
    int found = is_empty(bases) ? -1 : 0;
    if (!is_empty(bases) && !is_absent(bases)) {
        for (size_t i = 0; found == 0 && i < tuple_length(bases); i++)
            found = abstract_is_subclass(vm, as_tuple(bases)->items[i], class);
        release(vm, bases);
    }
    vm_leave_recursion(vm);
    return found;
}

/* Whether v.__class__ can only be its type: nobody has put another descriptor in the place of object's. */
static bool class_is_type(struct Interpreter *vm, struct Type *type)
{
    if (!(type->flags & TYPE_GENERIC_GET))
        return false;
    Value found = type_lookup(vm, type, NAME(vm, __class__));
    Value usual = is_empty(found) ? EMPTY : type_lookup(vm, builtin_type(vm, TYPE_object), NAME(vm, __class__));
    if (is_empty(usual)) {
        error_clear(vm); /* the slow way will meet it again */
        return false;
    }
    return value_same(found, usual);
}

static int native_is_instance(struct Interpreter *vm, Value v, Value class)
{
    struct Type *type = value_type(vm, v);
    if (is_type(class)) {
        if (type_is_subtype(vm, type, as_type(class)))
            return 1;
        if (class_is_type(vm, type))
            return 0;
    }
    if (!is_type(class)) {
        int like = is_class_like(vm, class);
        if (like < 0)
            return -1;
        if (!like) {
            raise_type_error(vm, "isinstance() arg 2 must be a type, a tuple of types, or a union");
            return -1;
        }
    }
    Value claimed = object_lookup_attribute(vm, v, NAME(vm, __class__));
    if (is_empty(claimed) || is_absent(claimed))
        return is_empty(claimed) ? -1 : 0;
    int found = 0;
    if (is_type(class))
        found = is_type(claimed) && as_type(claimed) != type && type_is_subtype(vm, as_type(claimed), as_type(class));
    else
        found = abstract_is_subclass(vm, claimed, class);
    release(vm, claimed);
    return found;
}

static int native_is_subclass(struct Interpreter *vm, Value derived, Value class)
{
    if (is_type(derived) && is_type(class))
        return type_is_subtype(vm, as_type(derived), as_type(class));
    int like = is_class_like(vm, derived);
    if (like == 0)
        raise_type_error(vm, "issubclass() arg 1 must be a class");
    if (like <= 0)
        return -1;
    like = is_class_like(vm, class);
    if (like == 0)
        raise_type_error(vm, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return like <= 0 ? -1 : abstract_is_subclass(vm, derived, class);
}

typedef int (*MembershipTest)(struct Interpreter *vm, Value v, Value class);

/* One class: asks its metaclass's hook unless that is type's own. */
static int check_class(struct Interpreter *vm, Value v, Value class, enum NameIndex hook, MembershipTest native)
{
    if (value_type(vm, class) == builtin_type(vm, TYPE_type))
        return native(vm, v, class);
    Value found = type_lookup(vm, value_type(vm, class), vm->names[hook]);
    if (is_empty(found))
        return -1;
    if (is_absent(found))
        return native(vm, v, class);
    Value args[2] = {class, v};
    Value result = special_call(vm, hook, args, 2);
    if (is_empty(result))
        return -1;
    int truth = object_truth(vm, result);
    release(vm, result);
    return truth;
}

static int check_classes(struct Interpreter *vm, Value v, Value classes, enum NameIndex hook, MembershipTest native)
{
    if (!is_tuple(vm, classes))
        return check_class(vm, v, classes, hook, native);
    if (!vm_enter_recursion(vm, hook == NAME___instancecheck__ ? " in __instancecheck__" : " in __subclasscheck__"))
        return -1;
    int found = 0;
    for (size_t i = 0; found == 0 && i < tuple_length(classes); i++) {
        Value class = as_tuple(classes)->items[i];
        if (native == native_is_instance && value_same(class, value_from_object(value_type(vm, v))))
            found = 1;
        else
            found = check_classes(vm, v, class, hook, native);
    }
    vm_leave_recursion(vm);
    return found;
}

int object_is_instance(struct Interpreter *vm, Value v, Value class_or_tuple)
{
    if (value_same(class_or_tuple, value_from_object(value_type(vm, v))))
        return 1;
    return check_classes(vm, v, class_or_tuple, NAME___instancecheck__, native_is_instance);
}

int object_is_subclass(struct Interpreter *vm, Value v, Value class_or_tuple)
{
    return check_classes(vm, v, class_or_tuple, NAME___subclasscheck__, native_is_subclass);
}

/* type.__instancecheck__ and type.__subclasscheck__ */
int type_native_is_instance(struct Interpreter *vm, Value v, Value class) { return native_is_instance(vm, v, class); }
int type_native_is_subclass(struct Interpreter *vm, Value v, Value class) { return native_is_subclass(vm, v, class); }

/* ---- Recursive containers ---------------------------------------------- */

int repr_enter(struct Interpreter *vm, Value v)
{
    if (is_empty(vm->repr_guard)) {
        vm->repr_guard = list_new(vm, 4);
        if (is_empty(vm->repr_guard))
            return -1;
    }
    const struct List *guard = as_list(vm->repr_guard);
    for (size_t i = guard->length; i-- > 0;)
        if (value_same(guard->items[i], v))
            return 1;
    return list_append(vm, vm->repr_guard, retain(v)) ? 0 : -1;
}

void repr_leave(struct Interpreter *vm, Value v)
{
    (void)v; /* entered and left like brackets */
    struct List *guard = as_list(vm->repr_guard);
    guard->length--;
    slot_clear(vm, guard, &guard->items[guard->length]);
}
