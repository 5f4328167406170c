/* layers: gc lexer parser runtime vm/bytecode vm/compiler vm/machine vm/stepper vm/shell */
/* The verifier: code made by hand, right and wrong in every way it knows. */
#include "tests/unit/compiler_fixture.h"

#define AT(opcode, argument) ((Instruction)OP_##opcode | (Instruction)(argument) << 8)

struct Sample {
    const Instruction *words;
    uint32_t word_count, stack_size;
    const struct ExceptionEntry *exceptions;
    uint32_t exception_count;
    const struct SpanEntry *spans;
    uint32_t span_count;
    uint32_t argument_count;
};

static Value make_code(struct Interpreter *vm, const struct Sample *sample)
{
    Value name = string_from_cstring(vm, "sample");
    Value names = tuple_pack(vm, 1, name), constants = tuple_pack(vm, 1, VALUE_TRUE);
    struct CodeParts parts = {
        .name = name, .qualified_name = name, .filename = name, .constants = constants, .names = names,
        .variable_names = names, .cell_names = vm->empty_tuple, .free_names = vm->empty_tuple,
        .argument_count = sample->argument_count, .stack_size = sample->stack_size, .first_line = 1,
        .words = sample->words, .word_count = sample->word_count, .exceptions = sample->exceptions,
        .exception_count = sample->exception_count, .spans = sample->spans, .span_count = sample->span_count};
    Value code = code_new(vm, &parts);
    ck_assert(!is_empty(code));
    release(vm, name);
    release(vm, names);
    release(vm, constants);
    return code;
}

/* NULL: sound; else what the finding must contain. */
static void expect_finding(const struct Sample *sample, const char *expected)
{
    struct Interpreter *vm = test_open();
    Value code = make_code(vm, sample);
    char buffer[200];
    const char *finding = code_verify(vm, code, buffer, sizeof buffer);
    if (!expected)
        ck_assert_msg(!finding, "unexpected: %s", finding);
    else
        ck_assert_msg(finding && strstr(finding, expected), "expected '%s', got '%s'", expected,
                      finding ? finding : "nothing");
    release(vm, code);
    test_close(vm);
}

#define CHECK_WORDS(depth, finding, ...)                                                        \
    do {                                                                                        \
        const Instruction words[] = {__VA_ARGS__};                                              \
        struct Sample sample = {.words = words, .word_count = sizeof words / sizeof *words,     \
                                .stack_size = (depth)};                                         \
        expect_finding(&sample, finding);                                                       \
    } while (0)

START_TEST(accepts_sound_code)
{
    CHECK_WORDS(1, NULL, AT(RESUME, 0), AT(LOAD_NONE, 0), AT(RETURN, 0));
    CHECK_WORDS(1, NULL, AT(LOAD_LOCAL_CHECK, 0), AT(JUMP_IF_FALSE, 2), AT(LOAD_CONSTANT, 0), AT(RETURN, 0),
                AT(LOAD_NONE, 0), AT(RETURN, 0));
    CHECK_WORDS(1, NULL, AT(LOAD_NONE, 0), AT(POP_TOP, 0), AT(JUMP_BACK, 3));
}
END_TEST

START_TEST(finds_wrong_depths)
{
    CHECK_WORDS(1, "more Values than there are", AT(POP_TOP, 0), AT(LOAD_NONE, 0), AT(RETURN, 0));
    CHECK_WORDS(1, "passes the stack size", AT(LOAD_NONE, 0), AT(LOAD_NONE, 0), AT(POP_TOP, 0), AT(RETURN, 0));
    CHECK_WORDS(3, "others with", AT(LOAD_NONE, 0), AT(LOAD_NONE, 0), AT(JUMP_IF_TRUE, 1), AT(POP_TOP, 0),
                AT(LOAD_NONE, 0), AT(RETURN, 0));
}
END_TEST

START_TEST(finds_arguments_out_of_range)
{
    CHECK_WORDS(1, "constant 1 of 1", AT(LOAD_CONSTANT, 1), AT(RETURN, 0));
    CHECK_WORDS(1, "local 1 of 1", AT(LOAD_LOCAL, 1), AT(RETURN, 0));
    CHECK_WORDS(2, "local B 1 of 1", AT(LOAD_LOCAL_PAIR, 1 << 12), AT(POP_TOP, 0), AT(RETURN, 0));
    CHECK_WORDS(1, "slot 0 is not a cell", AT(LOAD_CELL, 0), AT(RETURN, 0));
    CHECK_WORDS(1, "name 1 of 1", AT(LOAD_GLOBAL, 2), 0, 0, AT(RETURN, 0));
    CHECK_WORDS(1, "an argument where none belongs", AT(LOAD_NONE, 1), AT(RETURN, 0));
    CHECK_WORDS(2, "comparison 6 of 6", AT(LOAD_NONE, 0), AT(LOAD_NONE, 0), AT(COMPARE, 6), AT(RETURN, 0));
    CHECK_WORDS(1, "no such opcode", 255, AT(RETURN, 0));
}
END_TEST

START_TEST(finds_paths_that_lead_astray)
{
    CHECK_WORDS(1, "beyond the end", AT(LOAD_NONE, 0));
    CHECK_WORDS(1, "beyond the end", AT(JUMP, 7));
    CHECK_WORDS(1, "inside an instruction", AT(JUMP, 1), AT(LOAD_GLOBAL, 0), 0, 0, AT(RETURN, 0));
    CHECK_WORDS(1, "caches are cut off", AT(LOAD_GLOBAL, 0), 0);
}
END_TEST

static const Instruction protected_words[] = {AT(LOAD_NONE, 0), AT(POP_TOP, 0), AT(LOAD_NONE, 0), AT(RETURN, 0),
                                              AT(RERAISE, 0)};

static void check_handler(struct ExceptionEntry entry, uint32_t count, const char *finding)
{
    const struct ExceptionEntry entries[] = {entry, entry};
    struct Sample sample = {.words = protected_words, .word_count = 5, .stack_size = 1, .exceptions = entries,
                            .exception_count = count};
    expect_finding(&sample, finding);
}

START_TEST(checks_handlers)
{
    check_handler((struct ExceptionEntry){.start = 0, .end = 2, .handler = 4}, 1, NULL);
    check_handler((struct ExceptionEntry){.start = 0, .end = 2, .handler = 4, .push_lasti = true}, 1,
                  "passes the stack size");
    check_handler((struct ExceptionEntry){.start = 0, .end = 2, .handler = 4, .depth = 1}, 1, "below its handler's");
    check_handler((struct ExceptionEntry){.start = 2, .end = 2, .handler = 4}, 1, "bad protected range");
    check_handler((struct ExceptionEntry){.start = 0, .end = 9, .handler = 4}, 1, "bad protected range");
    check_handler((struct ExceptionEntry){.start = 0, .end = 2, .handler = 4}, 2, "ranges overlap");
}
END_TEST

START_TEST(checks_tables)
{
    const struct SpanEntry spans[] = {{.start = 1}, {.start = 0}};
    struct Sample sample = {.words = protected_words, .word_count = 5, .stack_size = 1, .spans = spans,
                            .span_count = 2};
    expect_finding(&sample, "spans are out of order");
    struct Sample parameters = {.words = protected_words, .word_count = 5, .stack_size = 1, .argument_count = 2};
    expect_finding(&parameters, "more parameters than locals");
}
END_TEST

START_TEST(looks_up_spans_and_handlers)
{
    struct Interpreter *vm = test_open();
    const struct SpanEntry spans[] = {{0, {1, 1, 0, 4}}, {2, {2, 2, 4, 8}}};
    const struct ExceptionEntry entries[] = {{.start = 1, .end = 3, .handler = 4}};
    struct Sample sample = {.words = protected_words, .word_count = 5, .stack_size = 1, .spans = spans,
                            .span_count = 2, .exceptions = entries, .exception_count = 1};
    Value code = make_code(vm, &sample);
    ck_assert_int_eq(code_span(as_code(code), 1).line, 1);
    ck_assert_int_eq(code_span(as_code(code), 2).line, 2);
    ck_assert_int_eq(code_span(as_code(code), 4).end_column, 8);
    ck_assert_ptr_null(code_handler(as_code(code), 0));
    ck_assert_ptr_nonnull(code_handler(as_code(code), 1));
    ck_assert_ptr_nonnull(code_handler(as_code(code), 2));
    ck_assert_ptr_null(code_handler(as_code(code), 3));
    release(vm, code);
    test_close(vm);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("verify");
    TCase *tests = tcase_create("verify");
    suite_add_tcase(suite, tests);
    tcase_add_test(tests, accepts_sound_code);
    tcase_add_test(tests, finds_wrong_depths);
    tcase_add_test(tests, finds_arguments_out_of_range);
    tcase_add_test(tests, finds_paths_that_lead_astray);
    tcase_add_test(tests, checks_handlers);
    tcase_add_test(tests, checks_tables);
    tcase_add_test(tests, looks_up_spans_and_handlers);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? 0 : 1;
}
