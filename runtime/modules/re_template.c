/*
 * Replacement templates: r"\1-\g<name>".
 *
 * A parsed template is a tuple of literal, group, literal, group, …, literal;
 * empty literals are None.
 */
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/modules/re_tokens.h"
#include "runtime/modules/re.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"

struct TemplateParser {
    struct RegexTokens tokens;
    struct Interpreter *vm;
    struct Pattern *pattern;
    struct StringBuilder literal; /* characters, of bytes too, since the last group */
    Value parts;                  /* list under construction */
};

/* A literal as the template's own type. */
static OWNED Value literal_value(struct TemplateParser *parser)
{
    struct Interpreter *vm = parser->vm;
    if (parser->literal.length == 0) {
        builder_abandon(&parser->literal);
        return VALUE_NONE;
    }
    Value text = builder_finish(&parser->literal);
    if (is_empty(text) || parser->tokens.is_text)
        return text;
    Value octets = bytes_new(vm, as_string(text)->data, string_length(text));
    release(vm, text);
    return octets;
}

static bool end_literal(struct TemplateParser *parser)
{
    Value literal = literal_value(parser);
    builder_open(&parser->literal, parser->vm);
    return !is_empty(literal) && list_append(parser->vm, parser->parts, literal);
}

static bool add_group(struct TemplateParser *parser, int64_t group, int64_t offset)
{
    if (group > parser->pattern->groups) {
        tokens_error(&parser->tokens, offset, "invalid group reference %lld", (long long)group);
        return false;
    }
    return end_literal(parser) && list_append(parser->vm, parser->parts, value_from_small_int(group));
}

static bool add_named_group(struct TemplateParser *parser, Value name)
{
    int64_t group, offset = (int64_t)string_length(name) + 1;
    if (decimal_name(name, &group)) {
        if (group < RE_MAXIMUM_GROUPS)
            return add_group(parser, group, offset);
        tokens_error(&parser->tokens, offset, "invalid group reference %V", name);
        return false;
    }
    if (!tokens_check_group_name(&parser->tokens, name))
        return false;
    Value number = dict_get(parser->vm, parser->pattern->group_index, name);
    if (is_absent(number))
        raise_error(parser->vm, TYPE_IndexError, "unknown group name %R", name);
    if (is_absent(number) || is_empty(number))
        return false;
    group = small_int(number);
    release(parser->vm, number);
    return add_group(parser, group, offset);
}

/* After "\g". */
static bool parse_group_name(struct TemplateParser *parser)
{
    int open = tokens_match(&parser->tokens, '<');
    if (open <= 0) {
        if (open == 0)
            tokens_error(&parser->tokens, 0, "missing <");
        return false;
    }
    Value name = tokens_get_until(&parser->tokens, '>', "group name");
    if (is_empty(name))
        return false;
    bool good = add_named_group(parser, name);
    release(parser->vm, name);
    return good;
}

static bool next_is(const struct TemplateParser *parser, bool (*wanted)(uint32_t c))
{
    return parser->tokens.next.length == 1 && wanted(parser->tokens.next.first);
}

/* After a backslash and a digit other than 0; start is where the backslash stands. */
static bool parse_number(struct TemplateParser *parser, uint32_t digit, size_t start)
{
    struct RegexTokens *tokens = &parser->tokens;
    struct RegexToken second;
    if (next_is(parser, is_decimal_digit)) {
        if (!tokens_get(tokens, &second))
            return false;
        if (is_octal_digit(digit) && is_octal_digit(second.first) && next_is(parser, is_octal_digit)) {
            if (!tokens_get(tokens, &second))
                return false;
            size_t end = tokens_tell(tokens);
            uint32_t c = tokens_number(tokens, start + 1, end, 8);
            if (c <= 0377)
                return builder_add_char(&parser->literal, c);
            tokens_error(tokens, (int64_t)(end - start), "octal escape value \\%o outside of range 0-0o377", c);
            return false;
        }
    }
    size_t end = tokens_tell(tokens);
    return add_group(parser, tokens_number(tokens, start + 1, end, 10), (int64_t)(end - start) - 1);
}

static bool parse_template_escape(struct TemplateParser *parser, uint32_t letter)
{
    struct RegexTokens *tokens = &parser->tokens;
    size_t start = tokens_tell(tokens) - 2;
    if (letter == 'g')
        return parse_group_name(parser);
    if (letter == '0') {
        if (!tokens_get_while(tokens, 2, is_octal_digit))
            return false;
        return builder_add_char(&parser->literal, tokens_number(tokens, start + 1, tokens_tell(tokens), 8) & 0xff);
    }
    if (is_decimal_digit(letter))
        return parse_number(parser, letter, start);
    if (simple_escape(letter))
        return builder_add_char(&parser->literal, simple_escape(letter));
    if (is_ascii_letter(letter)) {
        tokens_error(tokens, 2, "bad escape \\%c", (int)letter);
        return false;
    }
    return builder_add_char(&parser->literal, '\\') && builder_add_char(&parser->literal, letter);
}

static bool parse_parts(struct TemplateParser *parser)
{
    for (;;) {
        struct RegexToken token;
        if (!tokens_get(&parser->tokens, &token))
            return false;
        if (token.length == 0)
            return true;
        if (!(token.length == 2 ? parse_template_escape(parser, token.second)
                                : builder_add_char(&parser->literal, token.first)))
            return false;
    }
}

OWNED Value template_parse(struct Interpreter *vm, Value pattern, Value source)
{
    struct TemplateParser parser = {.vm = vm, .pattern = as_pattern(pattern), .parts = list_new(vm, 0)};
    if (is_empty(parser.parts))
        return EMPTY;
    builder_open(&parser.literal, vm);
    bool good = tokens_open(&parser.tokens, vm, source) && parse_parts(&parser) && end_literal(&parser);
    builder_abandon(&parser.literal);
    Value parts = good ? list_to_tuple(vm, parser.parts) : EMPTY;
    release(vm, parser.parts);
    return parts;
}

OWNED Value template_get(struct Interpreter *vm, Value pattern, Value source)
{
    struct Pattern *self = as_pattern(pattern);
    bool cacheable = is_exact_string(vm, source) || is_exact_bytes(vm, source);
    if (!is_empty(self->template_source) && value_same(self->template_source, source))
        return retain(self->template_parts);
    Value parts = template_parse(vm, pattern, source);
    if (is_empty(parts) || !cacheable)
        return parts;
    slot_set(vm, self, &self->template_source, retain(source));
    slot_set(vm, self, &self->template_parts, retain(parts));
    return parts;
}

/* ---- Expansion ---------------------------------------------------------- */

OWNED Value template_expand(struct Interpreter *vm, Value match, Value parts)
{
    const struct Match *self = as_match(match);
    bool is_bytes = as_pattern(self->pattern)->is_bytes;
    Value list = list_new(vm, tuple_length(parts));
    bool good = !is_empty(list);
    for (size_t i = 0; good && i < tuple_length(parts); i++) {
        Value part = as_tuple(parts)->items[i];
        if (is_none(part))
            continue;
        Value text = i % 2 == 0 ? retain(part)
                                : match_group_text(vm, match, (size_t)small_int(part),
                                                   is_bytes ? vm->empty_bytes : vm->empty_string);
        good = !is_empty(text) && list_append(vm, list, text);
    }
    Value joined = EMPTY;
    if (good && !is_bytes) {
        joined = string_join(vm, vm->empty_string, list);
    } else if (good) {
        Value name = string_intern_cstring(vm, "join");
        const Value args[2] = {vm->empty_bytes, list};
        joined = is_empty(name) ? EMPTY : object_call_method(vm, name, args, 2);
        release_maybe(vm, name);
    }
    release_maybe(vm, list);
    return joined;
}
