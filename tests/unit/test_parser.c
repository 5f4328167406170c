/* layers: gc lexer parser */
/* The parser: trees and their spans, refusals and their words, deep nesting, failing memory. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "parser/dump.h"
#include "parser/parser.h"
#include "parser/scope.h"

struct Parsed {
    struct Memory memory;
    struct ParseResult result;
    bool ok;
};

static struct Parsed *parse(const char *text, enum ParseMode mode)
{
    struct Parsed *parsed = calloc(1, sizeof *parsed);
    memory_open(&parsed->memory, 0);
    int options = mode == PARSE_INTERACTIVE ? PARSE_DECODED | PARSE_PROMPT : PARSE_DECODED;
    parsed->ok = parse_source(&parsed->memory, text, strlen(text), "test.py", mode, options, &parsed->result);
    return parsed;
}

static void close_parsed(struct Parsed *parsed)
{
    parse_close(&parsed->result);
    ck_assert_uint_eq(parsed->memory.in_use, 0);
    free(parsed);
}

/* The dump on one line: white space squeezed. */
static void expect_tree(const char *text, enum ParseMode mode, bool attributes, const char *expected)
{
    struct Parsed *parsed = parse(text, mode);
    ck_assert_msg(parsed->ok, "%s: %s", text, parsed->result.failure.message);
    char *found = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&found, &length);
    ck_assert(ast_dump(file, &parsed->memory, parsed->result.module, 0, attributes));
    fclose(file);
    char *out = found;
    for (const char *in = found; *in != '\0'; in++) {
        if (*in != '\n') {
            *out++ = *in;
        } else if (out > found && out[-1] == ',') {
            *out++ = ' ';
        }
    }
    *out = '\0';
    ck_assert_str_eq(found, expected);
    free(found);
    close_parsed(parsed);
}

static void expect_expression(const char *text, const char *expected)
{
    char whole[4000];
    snprintf(whole, sizeof whole, "Expression(body=%s)", expected);
    expect_tree(text, PARSE_EXPRESSION, false, whole);
}

static void expect_failure(const char *text, enum FailureKind kind, const char *message, int line, int offset,
                           int end_line, int end_offset)
{
    struct Parsed *parsed = parse(text, PARSE_FILE);
    if (parsed->ok) {
        parsed->ok = scopes_build(&parsed->result);
    }
    const struct SyntaxFailure *failure = &parsed->result.failure;
    ck_assert_msg(!parsed->ok, "%s was taken", text);
    ck_assert_str_eq(failure->message, message);
    ck_assert_msg(failure->kind == kind, "%s: kind %d", text, failure->kind);
    ck_assert_msg(failure->line == line && failure->offset == offset && failure->end_line == end_line &&
                      failure->end_offset == end_offset,
                  "%s: %d,%d-%d,%d", text, failure->line, failure->offset, failure->end_line, failure->end_offset);
    close_parsed(parsed);
}

START_TEST(expressions)
{
    expect_expression("-a**b*c", "BinOp(left=UnaryOp(op=USub(), operand=BinOp(left=Name(id='a', ctx=Load()), op=Pow(), "
                                 "right=Name(id='b', ctx=Load()))), op=Mult(), right=Name(id='c', ctx=Load()))");
    expect_expression("a < b is not c", "Compare(left=Name(id='a', ctx=Load()), ops=[Lt(), IsNot()], "
                                        "comparators=[Name(id='b', ctx=Load()), Name(id='c', ctx=Load())])");
    expect_expression("f(a, *b, c=1, **d)",
                      "Call(func=Name(id='f', ctx=Load()), args=[Name(id='a', ctx=Load()), Starred(value=Name(id='b', "
                      "ctx=Load()), ctx=Load())], keywords=[keyword(arg='c', value=Constant(value=1)), "
                      "keyword(value=Name(id='d', ctx=Load()))])");
    expect_expression("[x for x in y if z]",
                      "ListComp(elt=Name(id='x', ctx=Load()), generators=[comprehension(target=Name(id='x', "
                      "ctx=Store()), iter=Name(id='y', ctx=Load()), ifs=[Name(id='z', ctx=Load())], is_async=0)])");
    expect_expression("{**a, 1: 2}", "Dict(keys=[None, Constant(value=1)], values=[Name(id='a', ctx=Load()), "
                                     "Constant(value=2)])");
    expect_expression("lambda a, /, b=1, *, c: a",
                      "Lambda(args=arguments(posonlyargs=[arg(arg='a')], args=[arg(arg='b')], "
                      "kwonlyargs=[arg(arg='c')], kw_defaults=[None], defaults=[Constant(value=1)]), "
                      "body=Name(id='a', ctx=Load()))");
}
END_TEST

START_TEST(constants)
{
    expect_expression("(0x_ff, 1_0, 1e3, 2.5j, 'a' u'b', b'\\x00\\n')",
                      "Tuple(elts=[Constant(value=255), Constant(value=10), Constant(value=1000.0), "
                      "Constant(value=2.5j), Constant(value='ab'), Constant(value=b'\\x00\\n')], ctx=Load())");
    expect_expression("'\\N{BULLET}\\ud800\\x41\\101'", "Constant(value='\u2022\\ud800AA')");
    expect_expression("u'x'", "Constant(value='x', kind='u')");
}
END_TEST

START_TEST(formatted_strings)
{
    expect_expression("f'a{b!r:>{c}}d' 'e'",
                      "JoinedStr(values=[Constant(value='a'), FormattedValue(value=Name(id='b', ctx=Load()), "
                      "conversion=114, format_spec=JoinedStr(values=[Constant(value='>'), "
                      "FormattedValue(value=Name(id='c', ctx=Load()), conversion=-1)])), Constant(value='de')])");
    expect_expression("f'{ x = }'", "JoinedStr(values=[Constant(value=' x = '), FormattedValue(value=Name(id='x', "
                                    "ctx=Load()), conversion=114)])");
    expect_expression("f'{{}}'", "JoinedStr(values=[Constant(value='{}')])");
}
END_TEST

START_TEST(parenthesized_with)
{
    expect_tree("with (a as b, c): pass", PARSE_FILE, false,
                "Module(body=[With(items=[withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b', "
                "ctx=Store())), withitem(context_expr=Name(id='c', ctx=Load()))], body=[Pass()])])");
    expect_tree("with (a, b) as c: pass", PARSE_FILE, false,
                "Module(body=[With(items=[withitem(context_expr=Tuple(elts=[Name(id='a', ctx=Load()), Name(id='b', "
                "ctx=Load())], ctx=Load()), optional_vars=Name(id='c', ctx=Store()))], body=[Pass()])])");
    expect_failure("x = (a as b)", FAILURE_SYNTAX, "invalid syntax", 1, 8, 1, 10);
}
END_TEST

START_TEST(spans)
{
    expect_tree("(a +\n  \u00e9) . b", PARSE_EXPRESSION, true,
                "Expression(body=Attribute(value=BinOp(left=Name(id='a', ctx=Load(), lineno=1, col_offset=1, "
                "end_lineno=1, end_col_offset=2), op=Add(), right=Name(id='\u00e9', ctx=Load(), lineno=2, col_offset=2, "
                "end_lineno=2, end_col_offset=4), lineno=1, col_offset=1, end_lineno=2, end_col_offset=4), attr='b', "
                "ctx=Load(), lineno=1, col_offset=0, end_lineno=2, end_col_offset=9))");
}
END_TEST

START_TEST(patterns)
{
    expect_tree("match x:\n case {'a': [_, *r], **k} | C(1, y=z) as w if g: pass\n", PARSE_FILE, false,
                "Module(body=[Match(subject=Name(id='x', ctx=Load()), cases=[match_case(pattern=MatchAs("
                "pattern=MatchOr(patterns=[MatchMapping(keys=[Constant(value='a')], patterns=[MatchSequence("
                "patterns=[MatchAs(), MatchStar(name='r')])], rest='k'), MatchClass(cls=Name(id='C', ctx=Load()), "
                "patterns=[MatchValue(value=Constant(value=1))], kwd_attrs=['y'], kwd_patterns=[MatchAs(name='z')])]), "
                "name='w'), guard=Name(id='g', ctx=Load()), body=[Pass()])])])");
}
END_TEST

START_TEST(identifiers_are_normalised_and_shared)
{
    struct Parsed *parsed = parse("\ufb01 = fi", PARSE_FILE);
    ck_assert(parsed->ok);
    const struct AstAssign *assign = as_Assign(as_Module(parsed->result.module)->body.items[0]);
    ck_assert_ptr_eq(as_Name(assign->targets.items[0])->id, as_Name(assign->value)->id);
    close_parsed(parsed);
}
END_TEST

START_TEST(words)
{
    static const struct {
        const char *text;
        enum FailureKind kind;
        const char *message;
        int place[4];
    } cases[] = {
        {"if x\n  y", FAILURE_SYNTAX, "expected ':'", {1, 5, 1, 6}},
        {"[a b]", FAILURE_SYNTAX, "invalid syntax. Perhaps you forgot a comma?", {1, 2, 1, 5}},
        {"if x = 1: pass", FAILURE_SYNTAX, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", {1, 4, 1, 9}},
        {"f() = 1", FAILURE_SYNTAX, "cannot assign to function call here. Maybe you meant '==' instead of '='?", {1, 1, 1, 4}},
        {"del f()", FAILURE_SYNTAX, "cannot delete function call", {1, 5, 1, 8}},
        {"print 'x'", FAILURE_SYNTAX, "Missing parentheses in call to 'print'. Did you mean print(...)?", {1, 1, 1, 10}},
        {"if 1:\nx", FAILURE_INDENTATION, "expected an indented block after 'if' statement on line 1", {2, 1, 2, 2}},
        {"  x", FAILURE_INDENTATION, "unexpected indent", {1, 2, 1, -1}},
        {"f(a=1, b)", FAILURE_SYNTAX, "positional argument follows keyword argument", {1, 9, 1, 10}},
        {"def f(a=1, b): pass", FAILURE_SYNTAX, "parameter without a default follows parameter with a default", {1, 12, 1, 13}},
        {"f(x for x in y, 1)", FAILURE_SYNTAX, "Generator expression must be parenthesized", {1, 3, 1, 15}},
        {"f'{}'", FAILURE_SYNTAX, "f-string: valid expression required before '}'", {1, 4, 1, 5}},
        {"try:\n  x\ny", FAILURE_SYNTAX, "expected 'except' or 'finally' block", {3, 1, 3, 2}},
        {"except: x", FAILURE_SYNTAX, "invalid syntax", {1, 1, 1, 7}},
        {"a, b: int", FAILURE_SYNTAX, "only single target (not tuple) can be annotated", {1, 1, 1, 2}},
        {"'\\N{foo}'", FAILURE_SYNTAX, "(unicode error) 'unicodeescape' codec can't decode bytes in position 0-6: unknown Unicode character name", {1, 1, 1, 10}},
        {"return 1", FAILURE_SYNTAX, "'return' outside function", {1, 1, 1, 9}},
        {"break", FAILURE_SYNTAX, "'break' outside loop", {1, 1, 1, 6}},
        {"f(a=1, a=2)", FAILURE_SYNTAX, "keyword argument repeated: a", {1, 8, 1, 11}},
        {"def f(a, a): pass", FAILURE_SYNTAX, "duplicate argument 'a' in function definition", {1, 10, 1, 11}},
        {"def f():\n print(x)\n global x", FAILURE_SYNTAX, "name 'x' is used prior to global declaration", {3, 2, 3, 10}},
        {"def f():\n nonlocal x", FAILURE_SYNTAX, "no binding for nonlocal 'x' found", {2, 2, 2, 12}},
        {"await x", FAILURE_SYNTAX, "'await' outside function", {1, 1, 1, 8}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        expect_failure(cases[i].text, cases[i].kind, cases[i].message, cases[i].place[0], cases[i].place[1],
                       cases[i].place[2], cases[i].place[3]);
    }
}
END_TEST

START_TEST(warnings)
{
    struct Parsed *parsed = parse("'\\d'; 1 is 1; assert (x, 'y'); 1or 2\n", PARSE_FILE);
    ck_assert(parsed->ok && scopes_build(&parsed->result));
    static const char *const expected[] = {"invalid escape sequence '\\d'", "invalid decimal literal",
                                           "\"is\" with 'int' literal. Did you mean \"==\"?",
                                           "assertion is always true, perhaps remove parentheses?"};
    const struct ParseWarning *warning = parsed->result.warnings;
    for (size_t i = 0; i < 4; i++) {
        ck_assert_ptr_nonnull(warning);
        ck_assert_str_eq(warning->message, expected[i]);
        warning = warning->next;
    }
    ck_assert_ptr_null(warning);
    close_parsed(parsed);
}
END_TEST

static char *repeat(const char *text, size_t count, const char *end)
{
    size_t length = strlen(text);
    char *result = malloc(length * count + strlen(end) + 1);
    for (size_t i = 0; i < count; i++) {
        memcpy(result + i * length, text, length);
    }
    strcpy(result + length * count, end);
    return result;
}

/* Taken if `kind` is FAILURE_NONE. */
static void expect_deep(const char *text, size_t count, const char *end, enum FailureKind kind)
{
    char *source = repeat(text, count, end);
    struct Parsed *parsed = parse(source, PARSE_FILE);
    if (parsed->ok) {
        parsed->ok = scopes_build(&parsed->result);
    }
    ck_assert_msg(parsed->result.failure.kind == kind, "%zu times %s: %d %s", count, text, parsed->result.failure.kind,
                  parsed->result.failure.message);
    ck_assert_int_eq(parsed->ok, kind == FAILURE_NONE);
    close_parsed(parsed);
    free(source);
}

START_TEST(hostile_nesting)
{
    expect_deep("-", 1900, "a", FAILURE_NONE);
    expect_deep("-", 100000, "a", FAILURE_MEMORY);
    expect_deep("not ", 100000, "a", FAILURE_MEMORY);
    expect_deep("a+", 1900, "a", FAILURE_NONE);
    expect_deep("a+", 100000, "a", FAILURE_RECURSION);
    expect_deep("a if b else ", 1900, "c", FAILURE_NONE);
    expect_deep("a if b else ", 100000, "c", FAILURE_MEMORY);
    expect_deep("lambda:", 100000, "c", FAILURE_MEMORY);
    expect_deep("a and ", 100000, "c", FAILURE_NONE);
    expect_deep("(", 10000, "", FAILURE_SYNTAX);
    expect_deep("[a, b, {c: (", 60, "1 1", FAILURE_SYNTAX);
}
END_TEST

START_TEST(interactive)
{
    static const struct {
        const char *text;
        enum FailureKind kind;
    } cases[] = {
        {"x = 1\n", FAILURE_NONE},     {"if x:\n  y\n\n", FAILURE_NONE},  {"if x:\n", FAILURE_INCOMPLETE},
        {"f(1,\n", FAILURE_INCOMPLETE}, {"'''a\n", FAILURE_INCOMPLETE},    {"a\nb\n", FAILURE_SYNTAX},
        {"x = = 1\n", FAILURE_SYNTAX}, {"try:\n  x\n", FAILURE_INCOMPLETE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct Parsed *parsed = parse(cases[i].text, PARSE_INTERACTIVE);
        ck_assert_msg(parsed->result.failure.kind == cases[i].kind, "%s: %d", cases[i].text,
                      parsed->result.failure.kind);
        close_parsed(parsed);
    }
}
END_TEST

/* Each allocation fails in turn: the parse ends in MemoryError or not at all, and gives everything back. */
START_TEST(memory_fails)
{
    static const char *const sources[] = {
        "class A(B, c=1):\n  def f(self, a, /, b=[x for x in y], *, c: int = 2, **k) -> f'{a!r:>{b}}':\n"
        "    nonlocal_ = lambda: (self, __class__)\n    match a:\n      case {1: [x, *y], **z} | C(q=1): pass\n"
        "      case _ if 3 < 4 < 5: return 'a' 'b' f'{x=}'\n",
        "f(a b)\n", "x = 'abc\n", "\xc3\xa9 = 1; f() = 2\n", "def f(x, x): '\\d'\n",
    };
    for (size_t i = 0; i < sizeof sources / sizeof sources[0]; i++) {
        bool failed = true;
        for (uint64_t at = 1; failed; at++) {
            for (int mode = 0; mode < 2; mode++) {
                struct Memory memory;
                memory_open(&memory, 0);
                memory.fail_at = at;
                memory.fail_from_then_on = mode == 1;
                struct ParseResult result;
                bool ok = parse_source(&memory, sources[i], strlen(sources[i]), "test.py", PARSE_FILE, PARSE_DECODED,
                                       &result);
                ok = ok && scopes_build(&result);
                failed = memory.failed > 0;
                ck_assert(!failed || result.failure.kind == FAILURE_MEMORY);
                ck_assert(ok == (result.failure.kind == FAILURE_NONE));
                parse_close(&result);
                ck_assert_uint_eq(memory.in_use, 0);
            }
        }
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("parser");
    TCase *all = tcase_create("all");
    tcase_set_timeout(all, 60);
    tcase_add_test(all, expressions);
    tcase_add_test(all, constants);
    tcase_add_test(all, formatted_strings);
    tcase_add_test(all, parenthesized_with);
    tcase_add_test(all, spans);
    tcase_add_test(all, patterns);
    tcase_add_test(all, identifiers_are_normalised_and_shared);
    tcase_add_test(all, words);
    tcase_add_test(all, warnings);
    tcase_add_test(all, hostile_nesting);
    tcase_add_test(all, interactive);
    tcase_add_test(all, memory_fails);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
