/*
 * The parser of patterns: sequences, alternatives, quantifiers, and the frame
 * around them.
 *
 * One pass reads the pattern and writes its translation; nothing is kept but
 * what quantifiers and lookbehinds must know of the item before them.  Every
 * item is written so that a quantifier can follow it.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/modules/re_parser_internal.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

enum { REPEAT_LIMIT = 65535 };         /* PCRE2's */
enum { NESTING_LIMIT = 1000 };
#define REPEAT_UNLIMITED ((uint64_t)4294967295u) /* CPython's MAXREPEAT */

static uint64_t add_width(uint64_t a, uint64_t b) { return a + b > WIDTH_UNLIMITED ? WIDTH_UNLIMITED : a + b; }

static uint64_t multiply_width(uint64_t width, uint64_t times)
{
    uint64_t product;
    return __builtin_mul_overflow(width, times, &product) || product > WIDTH_UNLIMITED ? WIDTH_UNLIMITED : product;
}

/* ---- Quantifiers -------------------------------------------------------- */

struct Quantifier {
    uint64_t least, most;
    char suffix; /* ?, + or 0 */
};

/* One end of {m,n}: false raised. *given tells whether there were digits. */
static bool parse_bound(struct RegexParser *parser, uint64_t *number, bool *given)
{
    struct RegexTokens *tokens = &parser->tokens;
    size_t start = tokens_tell(tokens);
    if (!tokens_get_while(tokens, SIZE_MAX, is_decimal_digit))
        return false;
    size_t end = tokens_tell(tokens);
    uint64_t n = 0;
    for (size_t i = start; i < end && n <= REPEAT_UNLIMITED; i++)
        n = n * 10 + (units_at(tokens->units.data, (int)tokens->units.width, i) - '0');
    *given = end > start;
    if (*given)
        *number = n;
    return true;
}

/* After "{": 1 a quantifier, 0 the brace is a literal, -1 raised. */
static int parse_braces(struct RegexParser *parser, struct Quantifier *quantifier)
{
    struct RegexTokens *tokens = &parser->tokens;
    size_t here = tokens_tell(tokens);
    bool least_given, most_given;
    if (tokens_next_is(tokens, '}'))
        return 0;
    *quantifier = (struct Quantifier){0, REPEAT_UNLIMITED, 0};
    if (!parse_bound(parser, &quantifier->least, &least_given))
        return -1;
    int comma = tokens_match(tokens, ',');
    if (comma < 0 || (comma && !parse_bound(parser, &quantifier->most, &most_given)))
        return -1;
    if (!comma) {
        most_given = least_given;
        if (least_given)
            quantifier->most = quantifier->least;
    }
    int closed = tokens_match(tokens, '}');
    if (closed < 0)
        return -1;
    if (!closed)
        return tokens_seek(tokens, here) ? 0 : -1;
    if ((least_given && quantifier->least >= REPEAT_UNLIMITED) ||
        (most_given && quantifier->most >= REPEAT_UNLIMITED)) {
        raise_error(parser->vm, TYPE_OverflowError, "the repetition number is too large");
        return -1;
    }
    if (most_given && quantifier->most < quantifier->least) {
        tokens_error(tokens, (int64_t)(tokens_tell(tokens) - here), "min repeat greater than max repeat");
        return -1;
    }
    return 1;
}

static int parse_quantifier(struct RegexParser *parser, uint32_t c, struct Quantifier *quantifier)
{
    if (c == '{')
        return parse_braces(parser, quantifier);
    *quantifier = (struct Quantifier){c == '+', c == '?' ? 1 : REPEAT_UNLIMITED, 0};
    return 1;
}

static void write_bounds(struct RegexText *text, uint64_t least, uint64_t most, char suffix)
{
    if (most == REPEAT_UNLIMITED && least <= 1)
        regex_text_add_cstring(text, least ? "+" : "*");
    else if (least == 0 && most == 1)
        regex_text_add_cstring(text, "?");
    else if (most == REPEAT_UNLIMITED)
        regex_text_add_format(text, "{%llu,}", (unsigned long long)least);
    else if (least == most)
        regex_text_add_format(text, "{%llu}", (unsigned long long)least);
    else
        regex_text_add_format(text, "{%llu,%llu}", (unsigned long long)least, (unsigned long long)most);
    if (suffix)
        regex_text_add(text, &suffix, 1);
}

/* x{m,n} with bounds above PCRE2's limit: (?:x{65535}){q}x{r} and so on, of an item that captures nothing. */
static void write_large_bounds(struct RegexText *text, size_t start, struct Quantifier q)
{
    struct RegexText item = {.vm = text->vm};
    regex_text_add(&item, text->data + start, text->length - start);
    char lazy = q.suffix == '?' ? '?' : 0;
    const char *open = q.suffix == '+' ? "(?>" : "(?:";
    text->length = start;
    regex_text_add_cstring(text, open);
    if (q.least / REPEAT_LIMIT) {
        regex_text_add_format(text, "(?:");
        regex_text_add(text, item.data, item.length);
        regex_text_add_format(text, "{%d}){%llu}", REPEAT_LIMIT, (unsigned long long)(q.least / REPEAT_LIMIT));
    }
    uint64_t rest = q.most == REPEAT_UNLIMITED ? 0 : q.most - q.least;
    regex_text_add(text, item.data, item.length);
    if (q.most == REPEAT_UNLIMITED) {
        write_bounds(text, q.least % REPEAT_LIMIT, REPEAT_UNLIMITED, lazy);
    } else {
        regex_text_add_format(text, "{%llu}", (unsigned long long)(q.least % REPEAT_LIMIT));
        if (rest / REPEAT_LIMIT) {
            regex_text_add_cstring(text, "(?:");
            regex_text_add(text, item.data, item.length);
            write_bounds(text, 0, REPEAT_LIMIT, lazy);
            regex_text_add_cstring(text, ")");
            write_bounds(text, 0, rest / REPEAT_LIMIT, lazy);
        }
        regex_text_add(text, item.data, item.length);
        write_bounds(text, 0, rest % REPEAT_LIMIT, lazy);
    }
    regex_text_add_cstring(text, ")");
    text->failed = text->failed || item.failed;
    regex_text_close(&item);
}

/*
 * A repeated item that can match nothing but the empty string, or may not match at all: PCRE2 would think that its
 * length in a lookbehind varies.  Groups in it must stay, for their numbers.
 */
static void write_empty_repeat(struct RegexText *text, size_t start, struct Quantifier quantifier, bool captures)
{
    if (quantifier.most == 0 && captures) {
        regex_text_insert(text, start, "(?!(?!)");
        regex_text_add_cstring(text, ")");
    } else if (quantifier.least == 0 && captures) {
        regex_text_insert(text, start, quantifier.suffix == '?' ? "(?:|" : quantifier.suffix == '+' ? "(?>" : "(?:");
        regex_text_add_cstring(text, quantifier.suffix == '?' ? ")" : "|)");
    } else if (quantifier.least == 0) {
        text->length = start;
        regex_text_add_cstring(text, "(?:)");
    }
}

static bool write_quantifier(struct RegexParser *parser, const struct RegexItem *item, struct Quantifier quantifier)
{
    struct RegexText *text = parser->text;
    bool large = quantifier.least > REPEAT_LIMIT ||
                 (quantifier.most > REPEAT_LIMIT && quantifier.most != REPEAT_UNLIMITED);
    bool captures = parser->group_count > item->groups_before;
    if (captures && quantifier.most > 1)
        parser->parsed->last_is_dynamic = true;
    if (item->width.most == 0 || quantifier.most == 0) {
        write_empty_repeat(text, item->start, quantifier, captures);
        return !text->failed;
    }
    if (item->is_bare || large) {
        regex_text_insert(text, item->start, "(?:");
        regex_text_add_cstring(text, ")");
    }
    if (!large && captures && quantifier.suffix == '+') {
        /* As an atomic group: PCRE2's native code forgets to undo what a possessive group captured. */
        regex_text_insert(text, item->start, "(?>");
        write_bounds(text, quantifier.least, quantifier.most, 0);
        regex_text_add_cstring(text, ")");
    } else if (!large)
        write_bounds(text, quantifier.least, quantifier.most, quantifier.suffix);
    else if (!captures)
        write_large_bounds(text, item->start, quantifier);
    else
        return raise_not_supported(parser->vm, "repeating a capturing group more than 65535 times"), false;
    return !text->failed;
}

/* A quantifier character was read; 1 it was applied, 0 it is a literal, -1 raised. */
static int parse_repeat(struct RegexParser *parser, uint32_t c, struct RegexItem *item)
{
    struct RegexTokens *tokens = &parser->tokens;
    struct Quantifier quantifier;
    size_t here = tokens_tell(tokens);
    int found = parse_quantifier(parser, c, &quantifier);
    if (found <= 0)
        return found;
    int64_t offset = (int64_t)(tokens_tell(tokens) - here) + 1;
    if (item->kind == ITEM_NONE || item->kind == ITEM_POSITION)
        return tokens_error(tokens, offset, "nothing to repeat"), -1;
    if (item->kind == ITEM_REPEATED)
        return tokens_error(tokens, offset, "multiple repeat"), -1;
    int lazy = tokens_match(tokens, '?');
    int possessive = lazy == 0 ? tokens_match(tokens, '+') : 0;
    if (lazy < 0 || possessive < 0)
        return -1;
    quantifier.suffix = lazy ? '?' : possessive ? '+' : 0;
    if (!write_quantifier(parser, item, quantifier))
        return -1;
    item->kind = ITEM_REPEATED;
    item->width.least = multiply_width(item->width.least, quantifier.least);
    item->width.most = quantifier.most == REPEAT_UNLIMITED && item->width.most
                           ? WIDTH_UNLIMITED : multiply_width(item->width.most, quantifier.most);
    return 1;
}

/* ---- Sequences ---------------------------------------------------------- */

static bool is_verbose_space(uint32_t c) { return c == ' ' || (c >= 9 && c <= 13); }

/* The rest of a # comment. */
static bool skip_line(struct RegexParser *parser)
{
    struct RegexToken token;
    do {
        if (!tokens_get(&parser->tokens, &token))
            return false;
    } while (token.length != 0 && !(token.length == 1 && token.first == '\n'));
    return true;
}

static void write_position(struct RegexParser *parser, uint32_t c, uint32_t flags)
{
    bool multiline = (flags & RE_MULTILINE) != 0;
    regex_text_add_cstring(parser->text, c == '^' ? (multiline ? "^" : "\\A") : (multiline ? "$" : "\\Z"));
}

/* One character that is neither a backslash nor "(" nor a quantifier. */
static bool parse_character(struct RegexParser *parser, uint32_t c, uint32_t flags, struct RegexItem *item)
{
    item->kind = ITEM_OTHER;
    item->width = (struct RegexWidth){1, 1};
    switch (c) {
    case '.':
        regex_text_add_cstring(parser->text, flags & RE_DOTALL ? "." : "[^\\n]");
        break;
    case '[':
        return parse_set(parser, flags);
    case '^':
    case '$':
        item->kind = ITEM_POSITION;
        item->width = (struct RegexWidth){0, 0};
        write_position(parser, c, flags);
        break;
    default:
        literal_write(parser->vm, c, flags, parser->tokens.is_text, parser->kind, parser->text);
    }
    return !parser->text->failed;
}

/* The sum of the items, with the one before the current in `item` counted when the next begins. */
struct Sequence {
    struct RegexItem item;
    struct RegexWidth width;
};

static void begin_item(struct RegexParser *parser, struct Sequence *sequence)
{
    if (sequence->item.kind != ITEM_NONE) {
        sequence->width.least = add_width(sequence->width.least, sequence->item.width.least);
        sequence->width.most = add_width(sequence->width.most, sequence->item.width.most);
    }
    sequence->item = (struct RegexItem){.kind = ITEM_OTHER, .start = parser->text->length,
                                        .groups_before = parser->group_count};
}

static bool parse_parenthesis(struct RegexParser *parser, struct RegexScope *scope, struct Sequence *sequence)
{
    struct RegexItem before = sequence->item;
    struct RegexWidth width = sequence->width;
    begin_item(parser, sequence);
    int found = parse_group(parser, *scope, before.kind != ITEM_NONE, &sequence->item);
    if (found < 0)
        return false;
    if (found == 1)
        return true;
    sequence->item = before;
    sequence->width = width;
    if (found == 2) {
        scope->flags = parser->flags;
        scope->verbose = (parser->flags & RE_VERBOSE) != 0;
    }
    return true;
}

static bool parse_token(struct RegexParser *parser, struct RegexToken token, struct RegexScope *scope,
                        struct Sequence *sequence)
{
    uint32_t c = token.first;
    if (scope->verbose && token.length == 1 && is_verbose_space(c))
        return true;
    if (scope->verbose && token.length == 1 && c == '#')
        return skip_line(parser);
    if (token.length == 1 && c == '(')
        return parse_parenthesis(parser, scope, sequence);
    if (token.length == 1 && (c == '*' || c == '+' || c == '?' || c == '{')) {
        int found = parse_repeat(parser, c, &sequence->item);
        if (found != 0)
            return found > 0;
    }
    begin_item(parser, sequence);
    if (token.length == 2)
        return parse_escape(parser, token, scope->flags, &sequence->item);
    return parse_character(parser, c, scope->flags, &sequence->item);
}

bool parse_sequence(struct RegexParser *parser, struct RegexScope scope, struct RegexWidth *width)
{
    struct Sequence sequence = {.item = {.kind = ITEM_NONE}};
    struct RegexTokens *tokens = &parser->tokens;
    while (tokens->next.length != 0 && !tokens_next_is(tokens, '|') && !tokens_next_is(tokens, ')')) {
        struct RegexToken token;
        if (!tokens_get(tokens, &token) || !parse_token(parser, token, &scope, &sequence))
            return false;
    }
    begin_item(parser, &sequence);
    *width = sequence.width;
    return true;
}

bool parse_alternatives(struct RegexParser *parser, struct RegexScope scope, struct RegexWidth *width)
{
    struct RegexWidth one;
    if (scope.nested > NESTING_LIMIT) {
        raise_error(parser->vm, TYPE_RecursionError, "maximum recursion depth exceeded");
        return false;
    }
    if (!vm_enter_recursion(parser->vm, ""))
        return false;
    if (scope.nested > parser->parsed->depth)
        parser->parsed->depth = scope.nested;
    *width = (struct RegexWidth){WIDTH_UNLIMITED, 0};
    bool outermost = scope.nested == 0;
    int more = 1;
    for (scope.first = outermost; more > 0; scope.first = false) {
        struct RegexScope inner = scope;
        inner.nested++;
        if (!parse_sequence(parser, inner, &one))
            break;
        if (one.least < width->least)
            width->least = one.least;
        if (one.most > width->most)
            width->most = one.most;
        more = tokens_match(&parser->tokens, '|');
        if (more > 0)
            regex_text_add_cstring(parser->text, "|");
        if (outermost) {
            scope.flags = parser->flags;
            scope.verbose = (parser->flags & RE_VERBOSE) != 0;
        }
    }
    vm_leave_recursion(parser->vm);
    return more == 0;
}

/* ---- The whole pattern -------------------------------------------------- */

static bool fix_flags(struct RegexParser *parser)
{
    uint32_t flags = parser->flags;
    const char *wrong = NULL;
    if (parser->tokens.is_text) {
        if (flags & RE_LOCALE)
            wrong = "cannot use LOCALE flag with a str pattern";
        else if ((flags & RE_ASCII) && (flags & RE_UNICODE))
            wrong = "ASCII and UNICODE flags are incompatible";
        else if (!(flags & RE_ASCII))
            parser->flags |= RE_UNICODE;
    } else if (flags & RE_UNICODE) {
        wrong = "cannot use UNICODE flag with a bytes pattern";
    } else if ((flags & RE_LOCALE) && (flags & RE_ASCII)) {
        wrong = "ASCII and LOCALE flags are incompatible";
    }
    if (wrong)
        raise_value_error(parser->vm, "%s", wrong);
    return !wrong;
}

/* What can only be told at the end, in CPython's order. */
static bool finish_parse(struct RegexParser *parser)
{
    struct Interpreter *vm = parser->vm;
    if (!fix_flags(parser))
        return false;
    if (parser->tokens.next.length != 0)
        return tokens_error(&parser->tokens, 0, "unbalanced parenthesis"), false;
    for (size_t i = 0; i < parser->reference_count; i++) {
        struct RegexReference reference = parser->references[i];
        if (reference.group < parser->group_count)
            continue;
        regex_raise(vm, string_from_format(vm, "invalid group reference %u", reference.group), parser->tokens.source,
                    (int64_t)reference.position);
        return false;
    }
    if (parser->variable_lookbehind) {
        regex_raise(vm, string_from_cstring(vm, "look-behind requires fixed-width pattern"), VALUE_NONE, -1);
        return false;
    }
    return true;
}

/* A tuple of the names by group number. */
static OWNED Value names_by_number(struct Interpreter *vm, Value group_index, uint32_t groups)
{
    if (groups == 0)
        return retain(vm->empty_tuple);
    Value names = tuple_new_empty(vm, groups);
    if (is_empty(names))
        return EMPTY;
    for (uint32_t i = 0; i < groups; i++)
        slot_init(vm, as_tuple(names), &as_tuple(names)->items[i], VALUE_NONE);
    size_t position = 0;
    Value name, number;
    while (dict_next(group_index, &position, &name, &number))
        slot_set(vm, as_tuple(names), &as_tuple(names)->items[small_int(number) - 1], retain(name));
    return names;
}

static void parser_close(struct RegexParser *parser)
{
    heap_free(parser->vm, MEMORY_VALUES, parser->groups, parser->group_capacity * sizeof *parser->groups);
    heap_free(parser->vm, MEMORY_VALUES, parser->references, parser->reference_capacity * sizeof *parser->references);
}

static bool run_parser(struct RegexParser *parser)
{
    struct RegexWidth width;
    struct RegexScope scope = {.flags = parser->flags, .verbose = (parser->flags & RE_VERBOSE) != 0};
    if (!tokens_open(&parser->tokens, parser->vm, parser->tokens.source))
        return false;
    return parse_alternatives(parser, scope, &width) && !parser->text->failed && finish_parse(parser);
}

static void parsed_close(struct Interpreter *vm, struct RegexParsed *parsed, uint32_t group_count)
{
    release_maybe(vm, parsed->group_index);
    release_maybe(vm, parsed->group_names);
    parsed->group_index = parsed->group_names = EMPTY;
    heap_free(vm, MEMORY_BYTES, parsed->close_ranks, group_count * sizeof *parsed->close_ranks);
    parsed->close_ranks = NULL;
}

bool regex_parse(struct Interpreter *vm, Value source, uint32_t flags, enum RegexKind kind, bool first,
                 struct RegexText *text, struct RegexParsed *parsed)
{
    struct RegexParser parser = {.tokens = {.source = source}, .vm = vm, .text = text, .parsed = parsed,
                                 .flags = flags, .kind = kind, .first = first, .group_count = 1,
                                 .lookbehind_groups = -1};
    *parsed = (struct RegexParsed){.group_index = dict_new(vm), .group_names = EMPTY};
    bool good = !is_empty(parsed->group_index) && run_parser(&parser);
    parsed->flags = parser.flags;
    parsed->groups = parser.group_count - 1;
    parsed->last_is_dynamic = parsed->last_is_dynamic && parsed->groups > 1;
    if (good && first) {
        parsed->group_names = names_by_number(vm, parsed->group_index, parsed->groups);
        good = !is_empty(parsed->group_names);
    }
    if (!good || !first)
        parsed_close(vm, parsed, parser.group_capacity);
    else if (parser.group_capacity != parser.group_count && parsed->close_ranks) {
        uint32_t *ranks = heap_resize(vm, MEMORY_BYTES, parsed->close_ranks,
                                      parser.group_capacity * sizeof *ranks, parser.group_count * sizeof *ranks);
        if (ranks)
            parsed->close_ranks = ranks;
        else
            parsed_close(vm, parsed, parser.group_capacity);
        good = ranks != NULL;
    }
    parser_close(&parser);
    return good;
}
