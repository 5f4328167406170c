/* layers: gc lexer parser runtime vm/bytecode vm/compiler vm/machine vm/stepper vm/shell */
/* The compiler: what instructions come of what source, and that all code it makes is sound. */
#include "tests/unit/compiler_fixture.h"

START_TEST(folds_constants)
{
    test_expect("x = 1 + 2 * 3", NULL, "RESUME LOAD_SMALL_INT STORE_NAME LOAD_NONE RETURN");
    test_expect("x = -(1)", NULL, "RESUME LOAD_CONSTANT STORE_NAME LOAD_NONE RETURN");
    test_expect("x = ('a', ('b', 1))", NULL, "RESUME LOAD_CONSTANT STORE_NAME LOAD_NONE RETURN");
    test_expect("x = 'a' * 5000", NULL, "RESUME LOAD_CONSTANT LOAD_SMALL_INT MULTIPLY STORE_NAME LOAD_NONE RETURN");
    test_expect("x = 1 << 1000", NULL, "RESUME LOAD_SMALL_INT LOAD_SMALL_INT BINARY STORE_NAME LOAD_NONE RETURN");
    test_expect("x = 1 / 0", NULL, "RESUME LOAD_SMALL_INT LOAD_SMALL_INT BINARY STORE_NAME LOAD_NONE RETURN");
    test_expect("x = y in {1, 2}", NULL, "RESUME LOAD_NAME LOAD_CONSTANT CONTAINS STORE_NAME LOAD_NONE RETURN");
    test_expect("x = y in [1, 2]", NULL, "RESUME LOAD_NAME LOAD_CONSTANT CONTAINS STORE_NAME LOAD_NONE RETURN");
}
END_TEST

START_TEST(drops_dead_code)
{
    test_expect("if 0:\n    x\n", NULL, "RESUME NOP LOAD_NONE RETURN");
    test_expect("def f():\n    return 1\n    g()\n", "f", "RESUME LOAD_SMALL_INT RETURN");
    test_expect("while True:\n    f()\n", NULL, "RESUME LOAD_NAME PUSH_ABSENT CALL POP_TOP JUMP_BACK");
    test_expect_with("assert x, y", NULL, "RESUME LOAD_NONE RETURN", COMPILE_OPTIMIZE);
}
END_TEST

START_TEST(knows_which_locals_are_bound)
{
    test_expect("def f(a):\n    if a:\n        b = 1\n    return b\n", "f",
                "RESUME LOAD_LOCAL JUMP_IF_FALSE LOAD_SMALL_INT STORE_LOCAL LOAD_LOCAL_CHECK RETURN");
    test_expect("def f(a):\n    b = a\n    del a\n    return a\n", "f",
                "RESUME LOAD_LOCAL STORE_LOCAL DELETE_LOCAL LOAD_LOCAL_CHECK RETURN");
    test_expect("def f(a):\n    try:\n        b = a()\n    except E:\n        return b\n", "f",
                "RESUME LOAD_LOCAL PUSH_ABSENT CALL STORE_LOCAL LOAD_NONE RETURN PUSH_EXCEPTION LOAD_GLOBAL "
                "MATCH_EXCEPTION JUMP_IF_FALSE POP_TOP LOAD_LOCAL_CHECK SWAP POP_EXCEPTION RETURN RERAISE COPY "
                "POP_EXCEPTION RERAISE");
}
END_TEST

START_TEST(combines_instructions)
{
    test_expect("def f(a, b):\n    return a + b\n", "f", "RESUME LOAD_LOCAL_PAIR ADD RETURN");
    test_expect("def f(a, b):\n    if a < b:\n        return a\n", "f",
                "RESUME LOAD_LOCAL_PAIR COMPARE_JUMP_IF_FALSE LOAD_LOCAL RETURN LOAD_NONE RETURN");
    test_expect("def f(a, b):\n    a, b = b, a\n    return g(a)\n", "f",
                "RESUME LOAD_LOCAL_PAIR STORE_LOCAL STORE_LOCAL LOAD_GLOBAL LOAD_LOCAL CALL RETURN");
    test_expect("def f(a):\n    return a.g(1)\n", "f", "RESUME LOAD_LOCAL LOAD_METHOD LOAD_SMALL_INT CALL RETURN");
}
END_TEST

START_TEST(gives_literals_away_where_code_runs_once)
{
    test_expect_with("x = 'hello'", NULL, "RESUME LOAD_CONSTANT_ONCE STORE_NAME LOAD_NONE RETURN", COMPILE_RUNS_ONCE);
    test_expect_with("class A:\n    x = 'hello'\n", "A",
                     "RESUME LOAD_NAME STORE_NAME LOAD_CONSTANT STORE_NAME LOAD_SMALL_INT STORE_NAME "
                     "LOAD_CONSTANT_ONCE STORE_NAME LOAD_CONSTANT STORE_NAME LOAD_NONE RETURN",
                     COMPILE_RUNS_ONCE);
    test_expect_with("for i in y:\n    x = 'hello'\n", NULL,
                     "RESUME LOAD_NAME GET_ITERATOR FOR_ITERATOR STORE_NAME LOAD_CONSTANT STORE_NAME JUMP_BACK "
                     "LOAD_NONE RETURN",
                     COMPILE_RUNS_ONCE);
    test_expect_with("def f():\n    x = 'hello'\n", "f", "RESUME LOAD_CONSTANT STORE_LOCAL LOAD_NONE RETURN",
                     COMPILE_RUNS_ONCE);
}
END_TEST

START_TEST(inlines_comprehensions)
{
    test_expect("def f(a):\n    return [x for x in a]\n", "f",
                "RESUME LOAD_LOCAL GET_ITERATOR LOAD_LOCAL_AND_CLEAR SWAP BUILD_LIST SWAP FOR_ITERATOR "
                "STORE_LOCAL_LOAD_LOCAL LIST_APPEND JUMP_BACK SWAP STORE_LOCAL_MAYBE RETURN SWAP STORE_LOCAL_MAYBE "
                "RERAISE");
}
END_TEST

START_TEST(pins_literals_but_not_names)
{
    struct Interpreter *vm = test_open();
    Value code = test_compile(vm, "def f():\n    hello = 'hello'\n    return hello.hello\n", EVAL_FILE, 0);
    Value f = test_find_code(vm, code, "f");
    Value literal = as_tuple(as_code(f)->constants)->items[0];
    Value name = as_tuple(as_code(f)->names)->items[0];
    ck_assert(string_equals_cstring(literal, "hello") && string_equals_cstring(name, "hello"));
    ck_assert(!value_same(literal, name));
    ck_assert(value_object(literal)->flags & OBJECT_PINNED);
    ck_assert(!(value_object(name)->flags & OBJECT_PINNED));
    ck_assert(!(value_object(f)->flags & OBJECT_PINNED));
    Value copy = code_literal(vm, as_code(f), 0);
    ck_assert(string_equal(copy, literal) && !value_same(copy, literal));
    release(vm, copy);
    release(vm, code);
    test_close(vm);
}
END_TEST

/* Depth that no parser or compiler may turn into a crash. */
START_TEST(survives_deep_and_long_sources)
{
    static const struct { const char *open, *middle, *close; int count; } shapes[] = {
        {"", "-", "1", 100000}, {"x", "+x", "", 20000}, {"", "not ", "x", 50000},
        {"", "(", "1", 10000}, {"x", ".a", "", 20000}, {"x", "[0]", "", 20000}, {"x", "()", "", 20000},
        {"if x: pass\n", "elif x: pass\n", "", 5000},
    };
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct Interpreter *vm = test_open();
        size_t length = strlen(shapes[i].middle);
        char *source = malloc(64 + (size_t)shapes[i].count * length);
        char *end = source + sprintf(source, "%s", shapes[i].open);
        for (int k = 0; k < shapes[i].count; k++, end += length)
            memcpy(end, shapes[i].middle, length);
        strcpy(end, shapes[i].close);
        Value code = test_compile(vm, source, EVAL_FILE, 0);
        if (is_empty(code))
            error_clear(vm);
        else
            release(vm, code);
        free(source);
        test_close(vm);
    }
}
END_TEST

/* Each allocation fails in turn: a MemoryError and nothing lost, or the code object. */
START_TEST(survives_failing_allocations)
{
    const char *source = "import a.b as c\nclass A(B):\n    'doc'\n    x: int = 1\n    def m(self, *a, k=2, **kw):\n"
                         "        self.y = [i for i in a if i > k]\n        return super().m(**kw)\n"
                         "def f(n):\n    def g():\n        nonlocal n\n        n += 1.5e300\n        yield n\n"
                         "    try:\n        with n as k, n:\n            return f'{k!r:>{n}} {n=}'\n"
                         "    except (E, F) as e:\n        raise G('text') from e\n    finally:\n        print(1, 'x', b'y')\n"
                         "async def h():\n    async with a as b:\n        async for c in b:\n            await c\n"
                         "match x:\n    case [1, y, *_] | {'k': y}:\n        pass\n";
    struct Interpreter *vm = test_open();
    struct Memory *memory = &heap_of(vm)->memory;
    bool finished = false;
    for (uint64_t i = 1; !finished; i++) {
        memory->failed = 0;
        memory->fail_at = memory->requests + i;
        Value code = test_compile(vm, source, EVAL_FILE, 0);
        finished = memory->failed == 0;
        memory->fail_at = 0;
        if (is_empty(code)) {
            ck_assert_msg(error_matches(vm, TYPE_MemoryError), "another error at request %d", (int)i);
            error_clear(vm);
        } else {
            release(vm, code);
        }
    }
    test_close(vm);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("compiler");
    TCase *tests = tcase_create("compiler");
    suite_add_tcase(suite, tests);
    tcase_set_timeout(tests, 60);
    tcase_add_test(tests, folds_constants);
    tcase_add_test(tests, drops_dead_code);
    tcase_add_test(tests, knows_which_locals_are_bound);
    tcase_add_test(tests, combines_instructions);
    tcase_add_test(tests, gives_literals_away_where_code_runs_once);
    tcase_add_test(tests, inlines_comprehensions);
    tcase_add_test(tests, pins_literals_but_not_names);
    tcase_add_test(tests, survives_deep_and_long_sources);
    tcase_add_test(tests, survives_failing_allocations);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
