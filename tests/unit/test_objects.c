/* layers: gc runtime runtime/modules */
/* Shapes and slots, versions of types, binding of native arguments. */
#include "tests/unit/container_fixture.h"

#include "runtime/instance.h"
#include "runtime/module.h"

static Value name(const char *text) { return string_intern_cstring(vm, text); }

/* class A(base): slots=count names in __slots__, or none for a __dict__ */
static struct Type *make_class(struct Type *base, const char *slots)
{
    Value class_name = name("A"), base_value = value_from_object(base), bases = tuple_new(vm, &base_value, 1);
    Value namespace = dict_new(vm);
    if (slots != NULL) {
        Value wanted = name(slots);
        ck_assert(dict_set_cstring(vm, namespace, "__slots__", wanted));
        release(vm, wanted);
    }
    Value class = type_new(vm, builtin_type(vm, TYPE_type), class_name, bases, namespace, NULL, EMPTY);
    ck_assert(!is_empty(class));
    release(vm, class_name);
    release(vm, bases);
    release(vm, namespace);
    return (struct Type *)value_object(class);
}

static void set(Value object, const char *attribute, int64_t n)
{
    Value key = name(attribute);
    ck_assert(object_set_attribute(vm, object, key, number(n)));
    release(vm, key);
}

static int64_t get(Value object, const char *attribute)
{
    Value v = object_get_attribute_cstring(vm, object, attribute);
    ck_assert(is_small_int(v));
    return small_int(v);
}

START_TEST(equal_construction_gives_equal_shapes)
{
    struct Type *class = make_class(builtin_type(vm, TYPE_object), NULL);
    Value a = instance_new(vm, class), b = instance_new(vm, class);
    set(a, "x", 1), set(a, "y", 2);
    set(b, "x", 3);
    ck_assert_ptr_ne(object_attributes(value_object(a))->shape, object_attributes(value_object(b))->shape);
    set(b, "y", 4);
    ck_assert_ptr_eq(object_attributes(value_object(a))->shape, object_attributes(value_object(b))->shape);
    ck_assert_int_eq(get(a, "x") + get(a, "y") + get(b, "x") + get(b, "y"), 10);
    release(vm, a), release(vm, b);
    object_release(vm, class);
}
END_TEST

START_TEST(deletion_closes_the_gap)
{
    struct Type *class = make_class(builtin_type(vm, TYPE_object), NULL);
    Value a = instance_new(vm, class);
    char attribute[16];
    for (int i = 0; i < 20; i++) {
        snprintf(attribute, sizeof attribute, "n%d", i);
        set(a, attribute, i);
    }
    Value gone = name("n7");
    ck_assert_int_eq(attributes_delete(vm, value_object(a), gone), 1);
    ck_assert_int_eq(attributes_delete(vm, value_object(a), gone), 0);
    release(vm, gone);
    ck_assert_uint_eq(object_attributes(value_object(a))->shape->slot_count, 19);
    ck_assert_int_eq(get(a, "n8"), 8);
    ck_assert_int_eq(get(a, "n19"), 19);
    release(vm, a);
    object_release(vm, class);
}
END_TEST

START_TEST(many_names_become_a_dict)
{
    struct Type *class = make_class(builtin_type(vm, TYPE_object), NULL);
    Value a = instance_new(vm, class);
    char attribute[16];
    for (int i = 0; i < 2 * SHAPE_SLOT_LIMIT; i++) {
        snprintf(attribute, sizeof attribute, "n%d", i);
        set(a, attribute, i);
    }
    ck_assert_ptr_null(object_attributes(value_object(a))->shape);
    Value dict = attributes_dict(vm, value_object(a));
    ck_assert_uint_eq(dict_length(dict), 2 * SHAPE_SLOT_LIMIT);
    release(vm, dict);
    ck_assert_int_eq(get(a, "n0"), 0);
    ck_assert_int_eq(get(a, "n100"), 100);
    release(vm, a);
    object_release(vm, class);
}
END_TEST

START_TEST(members_keep_their_place_in_subclasses)
{
    struct Type *base = make_class(builtin_type(vm, TYPE_object), "a"), *derived = make_class(base, "b");
    Value v = instance_new(vm, derived);
    set(v, "a", 1), set(v, "b", 2);
    ck_assert_int_eq(get(v, "a"), 1);
    ck_assert_int_eq(get(v, "b"), 2);
    ck_assert_ptr_null(object_attributes(value_object(v)));
    ck_assert_uint_eq(derived->instance_size, base->instance_size + sizeof(Value));
    release(vm, v);
    object_release(vm, derived);
    object_release(vm, base);
}
END_TEST

START_TEST(versions_follow_changes_down_the_tree)
{
    struct Type *base = make_class(builtin_type(vm, TYPE_object), NULL), *derived = make_class(base, NULL);
    Value attribute = name("late");
    ck_assert(is_absent(type_lookup(vm, derived, attribute)));
    uint32_t before = type_version(vm, derived);
    ck_assert_uint_ne(before, 0);
    ck_assert(object_set_attribute(vm, value_from_object(base), attribute, number(5)));
    ck_assert_uint_ne(type_version(vm, derived), before);
    ck_assert_int_eq(small_int(type_lookup(vm, derived, attribute)), 5);
    ck_assert(object_set_attribute(vm, value_from_object(base), attribute, EMPTY));
    ck_assert(is_absent(type_lookup(vm, derived, attribute)));
    release(vm, attribute);
    object_release(vm, derived);
    object_release(vm, base);
}
END_TEST

static void expect_message(const char *message)
{
    Value error = error_take(vm);
    ck_assert(!is_empty(error));
    Value message_text = object_str(vm, error);
    struct Utf8View view;
    ck_assert(utf8_view(vm, message_text, &view));
    ck_assert_str_eq(view.text, message);
    utf8_release(vm, &view);
    release(vm, message_text);
    release(vm, error);
}

START_TEST(arguments_are_bound_as_written)
{
    const char *parameters = "first, /, second='a, b', *, third=None";
    Value bound[4], args[3] = {number(1), number(2), number(3)};
    ck_assert(native_bind(vm, "f", parameters, args, 1, EMPTY, bound, 4));
    ck_assert(value_same(bound[0], number(1)) && is_absent(bound[1]) && is_absent(bound[2]));
    Value third = name("third"), names = tuple_new(vm, &third, 1);
    ck_assert(native_bind(vm, "f", parameters, args, 2, names, bound, 4));
    ck_assert(value_same(bound[1], number(2)) && value_same(bound[2], number(3)));
    ck_assert(!native_bind(vm, "f", parameters, args, 0, EMPTY, bound, 4));
    expect_message("f() takes at least 1 positional argument (0 given)");
    ck_assert(!native_bind(vm, "f", parameters, args, 3, EMPTY, bound, 4));
    expect_message("f() takes at most 2 positional arguments (3 given)");
    release(vm, names);
    release(vm, third);
}
END_TEST

START_TEST(unknown_and_doubled_keywords_are_refused)
{
    Value bound[2], args[2] = {number(1), number(2)}, wrong = name("nope"), names = tuple_new(vm, &wrong, 1);
    ck_assert(!native_bind(vm, "f", "a, b=0", args, 1, names, bound, 2));
    expect_message("f() got an unexpected keyword argument 'nope'");
    release(vm, names), release(vm, wrong);
    Value twice = name("a");
    names = tuple_new(vm, &twice, 1);
    ck_assert(!native_bind(vm, "f", "a, b=0", args, 1, names, bound, 2));
    expect_message("argument for f() given by name ('a') and position (1)");
    release(vm, names), release(vm, twice);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {
        equal_construction_gives_equal_shapes, deletion_closes_the_gap, many_names_become_a_dict,
        members_keep_their_place_in_subclasses, versions_follow_changes_down_the_tree,
        arguments_are_bound_as_written, unknown_and_doubled_keywords_are_refused,
    };
    return run_cases("objects", tests, sizeof tests / sizeof tests[0]);
}
