/* layers: gc lexer */
/* The lexer: tokens, soft keywords, f-string modes, encodings, and what is refused. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "lexer/lexer.h"

struct Lexed {
    struct Memory memory;
    struct Source source;
    struct SyntaxFailure source_failure;
    struct Lexer lexer;
    bool ok;
};

static struct Lexed *lex_bytes(const char *text, size_t length, enum SourceKind kind)
{
    struct Lexed *lexed = calloc(1, sizeof *lexed);
    memory_open(&lexed->memory, 0);
    if (!source_open(&lexed->source, &lexed->memory, text, length, kind, "test.py", &lexed->source_failure)) {
        lexed->lexer.failure = lexed->source_failure;
        return lexed;
    }
    lexer_open(&lexed->lexer, &lexed->memory, &lexed->source, false);
    lexed->ok = lexer_run(&lexed->lexer);
    return lexed;
}

static void close_lexed(struct Lexed *lexed)
{
    if (lexed->source.text != NULL) {
        lexer_close(&lexed->lexer);
    }
    source_close(&lexed->source);
    ck_assert_uint_eq(lexed->memory.in_use, 0);
    free(lexed);
}

/* The names of the tokens, separated by spaces. */
static void expect_tokens(const char *text, const char *expected)
{
    struct Lexed *lexed = lex_bytes(text, strlen(text), SOURCE_DECODED);
    ck_assert_msg(lexed->ok, "%s: %s", text, lexed->lexer.failure.message);
    char found[2000] = "";
    for (size_t i = 0; i < lexed->lexer.token_count; i++) {
        if (i > 0) {
            strcat(found, " ");
        }
        strcat(found, token_name((enum TokenKind)lexed->lexer.tokens[i].kind));
    }
    ck_assert_str_eq(found, expected);
    close_lexed(lexed);
}

static void expect_failure_in(const char *text, size_t length, enum SourceKind source, enum FailureKind kind,
                              const char *message, int line, int offset)
{
    struct Lexed *lexed = lex_bytes(text, length, source);
    ck_assert_msg(!lexed->ok, "%s was taken", text);
    const struct SyntaxFailure *failure = &lexed->lexer.failure;
    ck_assert_str_eq(failure->message, message);
    ck_assert_int_eq(failure->kind, kind);
    ck_assert_int_eq(failure->line, line);
    ck_assert_int_eq(failure->offset, offset);
    close_lexed(lexed);
}

static void expect_failure(const char *text, const char *message, int line, int offset)
{
    expect_failure_in(text, strlen(text), SOURCE_DECODED, FAILURE_SYNTAX, message, line, offset);
}

START_TEST(operators_take_the_longest)
{
    expect_tokens("a**=b//c<<=d->e:=f...g!=h",
                  "NAME DOUBLESTAREQUAL NAME DOUBLESLASH NAME LEFTSHIFTEQUAL NAME RARROW NAME COLONEQUAL NAME "
                  "ELLIPSIS NAME NOTEQUAL NAME NEWLINE ENDMARKER");
}
END_TEST

START_TEST(lines_and_indentation)
{
    expect_tokens("if a:\n  b\n\n  # c\n  if d:\n    e\nf\n",
                  "IF NAME COLON NEWLINE INDENT NAME NEWLINE IF NAME COLON NEWLINE INDENT NAME NEWLINE DEDENT DEDENT "
                  "NAME NEWLINE ENDMARKER");
    expect_tokens("a = (1,\n   2) + \\\n 3", "NAME EQUAL LPAR NUMBER COMMA NUMBER RPAR PLUS NUMBER NEWLINE ENDMARKER");
    expect_tokens("", "ENDMARKER");
    expect_tokens("# only\n\n", "ENDMARKER");
}
END_TEST

START_TEST(indentation_errors)
{
    expect_failure_in("if 1:\n  a\n b\n", 13, SOURCE_DECODED, FAILURE_INDENTATION,
                      "unindent does not match any outer indentation level", 3, 3);
    expect_failure_in("if 1:\n\ta\n        b", 18, SOURCE_DECODED, FAILURE_TAB,
                      "inconsistent use of tabs and spaces in indentation", 3, 1);
}
END_TEST

START_TEST(strings)
{
    expect_tokens("'a' \"b\" rb'c' u'd' '''e\nf''' '\\''", "STRING STRING STRING STRING STRING STRING NEWLINE ENDMARKER");
    expect_failure("x = 'abc\n", "unterminated string literal (detected at line 1)", 1, 5);
    expect_failure("x = 'abc\\'\n", "unterminated string literal (detected at line 1); perhaps you escaped the end quote?",
                   1, 5);
}
END_TEST

START_TEST(fstrings)
{
    expect_tokens("f'a{b!r:>{c}}d{{'",
                  "FSTRING_START FSTRING_MIDDLE LBRACE NAME EXCLAMATION NAME COLON FSTRING_MIDDLE LBRACE NAME RBRACE "
                  "RBRACE FSTRING_MIDDLE FSTRING_END NEWLINE ENDMARKER");
    expect_tokens("f'{a['b']}' f'''{\nx\n}'''",
                  "FSTRING_START LBRACE NAME LSQB STRING RSQB RBRACE FSTRING_END FSTRING_START LBRACE NAME RBRACE "
                  "FSTRING_END NEWLINE ENDMARKER");
    expect_tokens("f'{x:=5}' f'{(y:=5)}' f'{a!=b}'",
                  "FSTRING_START LBRACE NAME COLON FSTRING_MIDDLE RBRACE FSTRING_END FSTRING_START LBRACE LPAR NAME "
                  "COLONEQUAL NUMBER RPAR RBRACE FSTRING_END FSTRING_START LBRACE NAME NOTEQUAL NAME RBRACE "
                  "FSTRING_END NEWLINE ENDMARKER");
    expect_failure("f'}'", "f-string: single '}' is not allowed", 1, 3);
    expect_failure("f'abc", "unterminated f-string literal (detected at line 1)", 1, 1);
    expect_failure("f'{(]}'", "closing parenthesis ']' does not match opening parenthesis '('", 1, 5);
}
END_TEST

START_TEST(soft_keywords)
{
    expect_tokens("match x:\n case 1: pass\n",
                  "MATCH NAME COLON NEWLINE INDENT CASE NUMBER COLON PASS NEWLINE DEDENT ENDMARKER");
    expect_tokens("match = case = type\n", "NAME EQUAL NAME EQUAL NAME NEWLINE ENDMARKER");
    expect_tokens("match(x)\ncase[x]: int\n",
                  "NAME LPAR NAME RPAR NEWLINE NAME LSQB NAME RSQB COLON NAME NEWLINE ENDMARKER");
    expect_tokens("type X = int; type(y)\n", "TYPE NAME EQUAL NAME SEMI NAME LPAR NAME RPAR NEWLINE ENDMARKER");
}
END_TEST

START_TEST(numbers)
{
    expect_tokens("0 00 1_000 0xFF 0b1 0o7 1.5e-3 .5 1. 2j 0777.5",
                  "NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NUMBER NEWLINE ENDMARKER");
    expect_failure("1__0", "invalid decimal literal", 1, 2);
    expect_failure("0xg", "invalid hexadecimal literal", 1, 2);
    expect_failure("0o8", "invalid digit '8' in octal literal", 1, 3);
    expect_failure("0b2", "invalid digit '2' in binary literal", 1, 3);
    expect_failure("1e+", "invalid decimal literal", 1, 3);
    expect_failure("1jx", "invalid imaginary literal", 1, 2);
    expect_failure("012",
                   "leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers",
                   1, 1);
}
END_TEST

START_TEST(numbers_before_keywords_warn)
{
    struct Lexed *lexed = lex_bytes("1if 2else 3", 11, SOURCE_DECODED);
    ck_assert(lexed->ok);
    ck_assert_uint_eq(lexed->lexer.warning_count, 2);
    ck_assert_str_eq(lexed->lexer.warnings[0].message, "invalid decimal literal");
    close_lexed(lexed);
}
END_TEST

START_TEST(brackets)
{
    expect_failure("(]", "closing parenthesis ']' does not match opening parenthesis '('", 1, 2);
    expect_failure("(\n]", "closing parenthesis ']' does not match opening parenthesis '(' on line 1", 2, 1);
    expect_failure(")", "unmatched ')'", 1, 1);
    expect_failure_in("x = (1,\n", 8, SOURCE_DECODED, FAILURE_INCOMPLETE, "'(' was never closed", 1, 5);
    char deep[300];
    memset(deep, '(', 201);
    deep[201] = '\0';
    expect_failure(deep, "too many nested parentheses", 1, 201);
}
END_TEST

START_TEST(characters)
{
    expect_failure("a\u20ac", "invalid character '\u20ac' (U+20AC)", 1, 2);
    expect_failure("\u00a0x", "invalid non-printable character U+00A0", 1, 1);
    expect_failure("a\x01", "invalid non-printable character U+0001", 1, 2);
    expect_failure("\\x", "unexpected character after line continuation character", 1, 2);
    expect_tokens("h\u00e9 = \u03b1", "NAME EQUAL NAME NEWLINE ENDMARKER");
}
END_TEST

START_TEST(encodings)
{
    struct Lexed *lexed = lex_bytes("# coding: latin-1\nx='\xe9'\n", 23, SOURCE_FILE);
    ck_assert(lexed->ok);
    ck_assert_ptr_nonnull(strstr(lexed->source.text, "\u00e9"));
    close_lexed(lexed);
    lexed = lex_bytes("\xef\xbb\xbfx\r\ny\r", 8, SOURCE_FILE);
    ck_assert(lexed->ok);
    ck_assert_str_eq(lexed->source.text, "x\ny\n");
    close_lexed(lexed);
    expect_failure_in("a\0b", 3, SOURCE_DECODED, FAILURE_SYNTAX, "source code string cannot contain null bytes", 0, 0);
    expect_failure_in("a\0b", 3, SOURCE_FILE, FAILURE_SYNTAX, "source code cannot contain null bytes", 1, 0);
    expect_failure_in("# coding: foo\n", 14, SOURCE_BYTES, FAILURE_SYNTAX, "unknown encoding: foo", 0, -1);
    expect_failure_in("x = '\xff'\n", 8, SOURCE_FILE, FAILURE_SYNTAX,
                      "Non-UTF-8 code starting with '\\xff' in file test.py on line 1, but no encoding declared; see "
                      "https://peps.python.org/pep-0263/ for details",
                      0, 0);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("lexer");
    TCase *all = tcase_create("all");
    tcase_add_test(all, operators_take_the_longest);
    tcase_add_test(all, lines_and_indentation);
    tcase_add_test(all, indentation_errors);
    tcase_add_test(all, strings);
    tcase_add_test(all, fstrings);
    tcase_add_test(all, soft_keywords);
    tcase_add_test(all, numbers);
    tcase_add_test(all, numbers_before_keywords_warn);
    tcase_add_test(all, brackets);
    tcase_add_test(all, characters);
    tcase_add_test(all, encodings);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
