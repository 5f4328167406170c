/* layers: gc lexer parser */
/* Scopes: what names mean, what is captured, mangling, inlined comprehensions. */
#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "parser/parser.h"
#include "parser/scope.h"

struct Scoped {
    struct Memory memory;
    struct ParseResult result;
};

static struct Scoped *build(const char *text)
{
    struct Scoped *scoped = calloc(1, sizeof *scoped);
    memory_open(&scoped->memory, 0);
    bool ok = parse_source(&scoped->memory, text, strlen(text), "test.py", PARSE_FILE, PARSE_DECODED, &scoped->result) &&
              scopes_build(&scoped->result);
    ck_assert_msg(ok, "%s: %s", text, scoped->result.failure.message);
    return scoped;
}

static void close_scoped(struct Scoped *scoped)
{
    parse_close(&scoped->result);
    ck_assert_uint_eq(scoped->memory.in_use, 0);
    free(scoped);
}

/* The scope of that name, wherever it is nested. */
static const struct Scope *find(const struct Scope *scope, const char *name)
{
    if (strcmp(scope->name->text, name) == 0) {
        return scope;
    }
    for (const struct Scope *child = scope->first_child; child != NULL; child = child->next_sibling) {
        const struct Scope *found = find(child, name);
        if (found != NULL) {
            return found;
        }
    }
    return NULL;
}

static void expect(const struct Scoped *scoped, const char *scope_name, const char *name,
                   enum SymbolResolution resolution)
{
    const struct Scope *scope = find(scoped->result.scope, scope_name);
    ck_assert_msg(scope != NULL, "no scope %s", scope_name);
    const struct Identifier *identifier = arena_find_name(&scoped->result.arena, name, strlen(name));
    const struct Symbol *symbol = identifier != NULL ? scope_lookup(&scoped->result, scope, identifier) : NULL;
    ck_assert_msg(symbol != NULL, "%s knows no %s", scope_name, name);
    ck_assert_msg(symbol->resolution == resolution, "%s in %s: %d, not %d", name, scope_name, symbol->resolution,
                  resolution);
}

static void expect_names(const struct ScopeNames *names, const char *expected)
{
    char found[500] = "";
    for (size_t i = 0; i < names->count; i++) {
        strcat(strcat(found, i > 0 ? " " : ""), names->items[i]->text);
    }
    ck_assert_str_eq(found, expected);
}

START_TEST(locals_globals_and_closures)
{
    struct Scoped *scoped = build("g = 1\n"
                                  "def f(b, a, *r, k=2, **o):\n"
                                  "    x = y = 3\n"
                                  "    def h():\n"
                                  "        nonlocal y\n"
                                  "        global w\n"
                                  "        y = x + g + len\n"
                                  "        w = 1\n");
    expect(scoped, "<module>", "g", SYMBOL_LOCAL);
    expect(scoped, "f", "a", SYMBOL_LOCAL);
    expect(scoped, "f", "x", SYMBOL_CELL);
    expect(scoped, "f", "y", SYMBOL_CELL);
    expect(scoped, "h", "x", SYMBOL_FREE);
    expect(scoped, "h", "y", SYMBOL_FREE);
    expect(scoped, "h", "g", SYMBOL_GLOBAL_IMPLICIT);
    expect(scoped, "h", "w", SYMBOL_GLOBAL_EXPLICIT);
    expect_names(&find(scoped->result.scope, "f")->parameters, "b a k r o");
    expect_names(&find(scoped->result.scope, "f")->cells, "x y");
    expect_names(&find(scoped->result.scope, "h")->frees, "x y");
    close_scoped(scoped);
}
END_TEST

START_TEST(free_names_pass_through)
{
    struct Scoped *scoped = build("def a():\n x = 1\n def b():\n  def c():\n   return x\n");
    expect(scoped, "a", "x", SYMBOL_CELL);
    expect(scoped, "b", "x", SYMBOL_FREE);
    expect(scoped, "c", "x", SYMBOL_FREE);
    close_scoped(scoped);
}
END_TEST

START_TEST(classes_are_not_seen_from_inside)
{
    struct Scoped *scoped = build("def f():\n x = 1\n class C:\n  x = 2\n  def m(self):\n   return x, super()\n");
    expect(scoped, "C", "x", SYMBOL_LOCAL);
    expect(scoped, "m", "x", SYMBOL_FREE);
    expect(scoped, "f", "x", SYMBOL_CELL);
    const struct Scope *class = find(scoped->result.scope, "C");
    ck_assert(class->needs_class_closure);
    expect_names(&class->frees, "x");
    ck_assert(scope_lookup(&scoped->result, class, arena_find_name(&scoped->result.arena, "x", 1))->flags &
              SYMBOL_FREE_THROUGH_CLASS);
    close_scoped(scoped);
}
END_TEST

START_TEST(private_names_are_mangled)
{
    struct Scoped *scoped = build("class _C:\n def m(self, __a):\n  __b = __a\n  __c__ = 1\n");
    const struct Scope *method = find(scoped->result.scope, "m");
    expect(scoped, "m", "__b", SYMBOL_LOCAL);
    expect_names(&method->parameters, "self _C__a");
    const struct Identifier *name = arena_intern(&scoped->result.arena, "__x", 3);
    ck_assert_str_eq(scope_mangle(&scoped->result.arena, method, name)->text, "_C__x");
    ck_assert_ptr_eq(scope_mangle(&scoped->result.arena, scoped->result.scope, name), name);
    close_scoped(scoped);
}
END_TEST

START_TEST(comprehensions_are_inlined)
{
    struct Scoped *scoped = build("def f(a):\n return [(x, a, lambda: x) for x in a]\n");
    const struct Scope *comprehension = find(scoped->result.scope, "<listcomp>");
    ck_assert(comprehension->is_inlined);
    expect(scoped, "<listcomp>", "x", SYMBOL_CELL);
    expect(scoped, "<listcomp>", "a", SYMBOL_OUTER);
    expect(scoped, "f", "a", SYMBOL_LOCAL);
    expect(scoped, "<lambda>", "x", SYMBOL_FREE);
    close_scoped(scoped);
    scoped = build("def f(a):\n return (a for x in a)\n");
    expect(scoped, "<genexpr>", "a", SYMBOL_FREE);
    expect(scoped, "f", "a", SYMBOL_CELL);
    ck_assert(find(scoped->result.scope, "<genexpr>")->is_generator);
    close_scoped(scoped);
}
END_TEST

START_TEST(walrus_binds_outside_comprehensions)
{
    struct Scoped *scoped = build("def f():\n return [y := x for x in z], y\nprint([w := 1 for _ in '']) \n");
    expect(scoped, "f", "y", SYMBOL_LOCAL);
    expect(scoped, "<module>", "w", SYMBOL_GLOBAL_EXPLICIT);
    close_scoped(scoped);
    scoped = build("def f():\n return any((y := x) for x in z), y\n");
    expect(scoped, "f", "y", SYMBOL_CELL);
    expect(scoped, "<genexpr>", "y", SYMBOL_FREE);
    close_scoped(scoped);
}
END_TEST

START_TEST(kinds_of_functions)
{
    struct Scoped *scoped = build("def g(): yield\nasync def c(): await g\nasync def a(): yield\ndef p(): 'doc'\n");
    ck_assert(find(scoped->result.scope, "g")->is_generator && !find(scoped->result.scope, "g")->is_coroutine);
    ck_assert(!find(scoped->result.scope, "c")->is_generator && find(scoped->result.scope, "c")->is_coroutine);
    ck_assert(find(scoped->result.scope, "a")->is_generator && find(scoped->result.scope, "a")->is_coroutine);
    ck_assert(find(scoped->result.scope, "p")->has_docstring);
    close_scoped(scoped);
}
END_TEST

START_TEST(type_parameters)
{
    struct Scoped *scoped = build("class C:\n A = int\n def m[T: A](self, x: T) -> A: return T\n");
    const struct Scope *class = find(scoped->result.scope, "C");
    ck_assert(class->needs_class_dict);
    ck_assert_int_eq(class->first_child->kind, SCOPE_TYPE_PARAMETERS);
    ck_assert(class->first_child->can_see_class_scope);
    ck_assert_int_eq(scope_find(class->first_child, arena_find_name(&scoped->result.arena, "T", 1))->resolution,
                     SYMBOL_CELL);
    close_scoped(scoped);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("scope");
    TCase *all = tcase_create("all");
    tcase_add_test(all, locals_globals_and_closures);
    tcase_add_test(all, free_names_pass_through);
    tcase_add_test(all, classes_are_not_seen_from_inside);
    tcase_add_test(all, private_names_are_mangled);
    tcase_add_test(all, comprehensions_are_inlined);
    tcase_add_test(all, walrus_binds_outside_comprehensions);
    tcase_add_test(all, kinds_of_functions);
    tcase_add_test(all, type_parameters);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
