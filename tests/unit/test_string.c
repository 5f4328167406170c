/* layers: gc runtime runtime/modules */
/* str as a data structure: widths, hashes, sharing, interning, growing, building, messages, failing allocations. */
#include "tests/unit/runtime_fixture.h"

#include "runtime/bytes.h"

static Value text(struct Interpreter *vm, const char *utf8)
{
    Value v = string_from_cstring(vm, utf8);
    ck_assert(!is_empty(v));
    return v;
}

static void check_shape(struct Interpreter *vm, const char *utf8, size_t length, int width, bool ascii)
{
    Value v = text(vm, utf8);
    const struct String *s = as_string(v);
    ck_assert_uint_eq(s->length, length);
    ck_assert_int_eq(string_width(s), width);
    ck_assert_int_eq(string_is_ascii(s), ascii);
    struct Utf8View view;
    ck_assert(utf8_view(vm, v, &view));
    ck_assert_str_eq(view.text, utf8);
    ck_assert_uint_eq(view.length, strlen(utf8));
    utf8_release(vm, &view);
    release(vm, v);
}

START_TEST(width_is_the_narrowest)
{
    struct Interpreter *vm = test_open();
    check_shape(vm, "", 0, 1, true);
    check_shape(vm, "a", 1, 1, true);
    check_shape(vm, "plain text of some length", 25, 1, true);
    check_shape(vm, "caf\u00e9", 4, 1, false);
    check_shape(vm, "\u1234x", 2, 2, false);
    check_shape(vm, "x\U0001f600", 2, 4, false);
    check_shape(vm, "\xed\xa0\x80", 1, 2, false); /* a lone surrogate */
    test_close(vm);
}
END_TEST

START_TEST(hashes_are_cpythons)
{
    static const struct {
        const char *utf8;
        int64_t hash;
    } known[] = {
        {"", 0}, {"a", 4644417185603328019}, {"hello", -2096571579003691106}, {"12345678", 3785724242978802311},
        {"the quick brown fox", 6491753435481021626}, {"\u00e9", 6047309291227476195},
        {"\u1234", -1931837085843612680}, {"\u1234A", 5751755268570602951}, {"\U00012345", -501288016331390513},
        {"ab\U00012345c", -511853320113318751},
    };
    struct Interpreter *vm = test_open();
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        Value v = text(vm, known[i].utf8);
        ck_assert_int_eq((int64_t)string_hash(vm, v), known[i].hash);
        ck_assert_int_eq((int64_t)string_hash(vm, v), known[i].hash);
        release(vm, v);
    }
    Value b = bytes_new(vm, "abc", 3);
    ck_assert_int_eq((int64_t)bytes_hash(vm, b), -4594863902769663758);
    release(vm, b);
    hash_key_from_seed(42, vm->hash_key);
    Value v = text(vm, "hello");
    ck_assert_int_eq((int64_t)string_hash(vm, v), 841626496250501200);
    release(vm, v);
    hash_key_from_seed(0, vm->hash_key);
    test_close(vm);
}
END_TEST

START_TEST(short_strings_are_shared)
{
    struct Interpreter *vm = test_open();
    for (uint32_t c = 0; c < 256; c++) {
        Value a = string_from_code_point(vm, c), b = string_from_units(vm, &c, 4, 1);
        ck_assert(value_same(a, b));
        ck_assert(object_is_immortal(value_object(a)));
        release(vm, a);
        release(vm, b);
    }
    Value long_one = text(vm, "xyz"), cut = string_substring(vm, long_one, 1, 2), y = text(vm, "y");
    ck_assert(value_same(cut, y));
    Value nothing = string_substring(vm, long_one, 2, 2);
    ck_assert(value_same(nothing, vm->empty_string));
    release(vm, long_one);
    test_close(vm);
}
END_TEST

START_TEST(interning_holds_weakly)
{
    struct Interpreter *vm = test_open();
    Value a = string_intern(vm, text(vm, "a name nobody else has"));
    Value b = string_intern(vm, text(vm, "a name nobody else has"));
    ck_assert(value_same(a, b));
    ck_assert_int_eq(value_object(a)->count, 2);
    release(vm, a);
    release(vm, b);
    size_t before = heap_of(vm)->memory.in_use;
    for (int round = 0; round < 3; round++) {
        Value names[3000];
        for (int i = 0; i < 3000; i++) {
            names[i] = string_intern(vm, string_from_format(vm, "name number %d", i));
            ck_assert(!is_empty(names[i]));
        }
        for (int i = 0; i < 3000; i++) {
            Value again = string_intern(vm, string_from_format(vm, "name number %d", i));
            ck_assert(value_same(again, names[i]));
            release(vm, again);
        }
        for (int i = 0; i < 3000; i++)
            release(vm, names[(i * 7) % 3000]);
    }
    ck_assert_uint_le(heap_of(vm)->memory.in_use, before + (2 << 20)); /* the table itself and an arena of spare pages */
    Value c = string_intern(vm, text(vm, "a"));
    ck_assert(value_same(c, vm->characters['a']));
    test_close(vm);
}
END_TEST

START_TEST(appending_grows_in_place)
{
    struct Interpreter *vm = test_open();
    Value s = text(vm, "start of it"), x = text(vm, "x"), wide = text(vm, "\u1234");
    int moved = 0;
    for (int i = 0; i < 100000; i++) {
        struct Object *before = value_object(s);
        s = string_append(vm, s, x);
        ck_assert(!is_empty(s));
        moved += value_object(s) != before;
    }
    ck_assert_uint_eq(string_length(s), 100011);
    ck_assert_int_lt(moved, 200);
    ck_assert(string_is_ascii(as_string(s)));
    Value other = retain(s);
    s = string_append(vm, s, x); /* held by others: must copy */
    ck_assert_uint_eq(string_length(other), 100011);
    ck_assert_uint_eq(string_length(s), 100012);
    release(vm, other);
    uint64_t hash = string_hash(vm, s);
    s = string_append(vm, s, wide);
    ck_assert_int_eq(string_width(as_string(s)), 2);
    ck_assert(string_hash(vm, s) != hash);
    s = string_append(vm, s, x);
    ck_assert_uint_eq(string_at(as_string(s), 100012), 0x1234);
    ck_assert_uint_eq(string_at(as_string(s), 100013), 'x');
    release(vm, s);
    release(vm, wide);
    test_close(vm);
}
END_TEST

START_TEST(comparison_and_equality)
{
    static const char *const ordered[] = {"", "a", "aa", "ab", "b", "\u00e9", "\u1234", "\u1235", "\uffff",
                                          "\U00010000", "\U0001f600"};
    struct Interpreter *vm = test_open();
    int count = sizeof ordered / sizeof *ordered;
    for (int i = 0; i < count; i++)
        for (int j = 0; j < count; j++) {
            Value a = text(vm, ordered[i]), b = text(vm, ordered[j]);
            ck_assert_int_eq(string_compare(a, b), i < j ? -1 : i > j);
            ck_assert_int_eq(string_equal(a, b), i == j);
            release(vm, a);
            release(vm, b);
        }
    Value wide = text(vm, "ab\u1234"), cut = string_substring(vm, wide, 0, 2), ab = text(vm, "ab");
    ck_assert(string_equal(cut, ab));
    ck_assert(string_equals_cstring(cut, "ab"));
    ck_assert_int_eq(string_find(wide, ab, 0, 3), 0);
    ck_assert_int_eq(string_find(wide, ab, 1, 3), -1);
    release(vm, wide);
    release(vm, cut);
    release(vm, ab);
    test_close(vm);
}
END_TEST

START_TEST(builder_widens)
{
    struct Interpreter *vm = test_open();
    for (size_t lead = 0; lead < 300; lead += 7) {
        struct StringBuilder builder;
        builder_open(&builder, vm);
        ck_assert(builder_add_repeat(&builder, 'a', lead));
        ck_assert(builder_add_char(&builder, 0xe9));
        ck_assert(builder_add_cstring(&builder, "\u1234-"));
        ck_assert(builder_add_repeat(&builder, 'b', lead));
        ck_assert(builder_add_char(&builder, 0x1f600));
        Value v = builder_finish(&builder);
        ck_assert_uint_eq(string_length(v), 2 * lead + 4);
        ck_assert_int_eq(string_width(as_string(v)), 4);
        ck_assert_uint_eq(string_at(as_string(v), lead), 0xe9);
        ck_assert_uint_eq(string_at(as_string(v), lead + 1), 0x1234);
        ck_assert_uint_eq(string_at(as_string(v), 2 * lead + 3), 0x1f600);
        release(vm, v);
        builder_open(&builder, vm);
        ck_assert(builder_add_repeat(&builder, 'a', lead));
        builder_abandon(&builder);
    }
    test_close(vm);
}
END_TEST

START_TEST(messages)
{
    struct Interpreter *vm = test_open();
    Value name = text(vm, "caf\u00e9");
    Value v = string_from_format(vm, "%s %d %5.2s| %zu %zd %lld %x %c %% %V %R %T %N %.*s %03d", "text", -5, "abcdef",
                                 (size_t)7, (ssize_t)-7, -4611686018427387904LL, 255u, 'c', name, name, name,
                                 builtin_type(vm, TYPE_str), 3, "abcdef", 7);
    struct Utf8View view;
    ck_assert(utf8_view(vm, v, &view));
    ck_assert_str_eq(view.text,
                     "text -5 ab| 7 -7 -4611686018427387904 ff c % caf\u00e9 'caf\u00e9' str str abc 007");
    utf8_release(vm, &view);
    release(vm, v);
    v = string_from_format(vm, "%.4s", "caf\u00e9"); /* a precision does not cut a character in two */
    ck_assert(string_equals_cstring(v, "caf"));
    release(vm, v);
    release(vm, name);
    test_close(vm);
}
END_TEST

START_TEST(absurd_sizes_raise_at_once)
{
    struct Interpreter *vm = test_open();
    static const size_t lengths[] = {(size_t)1 << 62, SIZE_MAX, SIZE_MAX / 2, SIZE_MAX / 4, (size_t)1 << 61};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        ck_assert(is_empty(string_allocate(vm, lengths[i], 0x10ffff)));
        ck_assert(error_matches(vm, TYPE_MemoryError));
        error_clear(vm);
        ck_assert(is_empty(bytes_allocate(vm, lengths[i])));
        ck_assert(error_matches(vm, TYPE_MemoryError) || error_matches(vm, TYPE_OverflowError));
        error_clear(vm);
    }
    test_close(vm);
}
END_TEST

/* Every allocation of a little program fails in turn: either all is well or MemoryError is pending. */
static bool exercise(struct Interpreter *vm)
{
    Value a = string_from_cstring(vm, "some text, long enough to be cut to pieces by commas, and more"), b = EMPTY,
          c = EMPTY;
    if (!is_empty(a))
        b = string_from_format(vm, "%R is %V and \u1234 %200d", a, a, 7);
    if (!is_empty(b))
        c = string_intern(vm, retain(b));
    if (!is_empty(c))
        c = string_append(vm, c, a);
    if (!is_empty(c)) {
        Value octets = string_encode(vm, c, "utf-16", NULL), back = EMPTY;
        if (!is_empty(octets))
            back = string_decode(vm, as_bytes(octets)->data, as_bytes(octets)->length, "utf-16", "replace");
        if (!is_empty(back))
            ck_assert(string_equal(back, c));
        release_maybe(vm, octets);
        release_maybe(vm, back);
        bool done = !is_empty(back);
        release(vm, c);
        c = done ? VALUE_NONE : EMPTY;
    }
    release_maybe(vm, a);
    release_maybe(vm, b);
    return !is_empty(c);
}

START_TEST(failing_allocations)
{
    struct Interpreter *vm = test_open();
    ck_assert(exercise(vm));
    for (uint64_t n = 1; n < 60; n++) {
        struct Memory *memory = &heap_of(vm)->memory;
        memory->fail_at = memory->requests + n;
        bool done = exercise(vm);
        memory->fail_at = 0;
        ck_assert(done != error_pending(vm));
        if (!done)
            ck_assert(error_matches(vm, TYPE_MemoryError));
        error_clear(vm);
    }
    test_close(vm);
}
END_TEST

int main(void)
{
    const TTest *const tests[] = {width_is_the_narrowest, hashes_are_cpythons, short_strings_are_shared,
                                  interning_holds_weakly, appending_grows_in_place, comparison_and_equality,
                                  builder_widens, messages, absurd_sizes_raise_at_once, failing_allocations};
    return test_run("string", tests, sizeof tests / sizeof *tests);
}
