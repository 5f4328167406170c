/* The parser of patterns: escapes and [...]. */

#include "runtime/error.h"
#include "runtime/modules/re_parser_internal.h"
#include "runtime/string.h"
#include "runtime/unicode.h"

/* "… \x1" with the escape as it stands in the pattern, which ends at the next token. */
static bool escape_error(struct RegexParser *parser, size_t start, const char *format)
{
    struct RegexTokens *tokens = &parser->tokens;
    size_t end = tokens_tell(tokens);
    Value shown = tokens_text(tokens, start, end);
    if (is_empty(shown))
        return false;
    tokens_error(tokens, (int64_t)(end - start), format, shown);
    release(parser->vm, shown);
    return false;
}

static unsigned category_of(uint32_t letter)
{
    switch (letter) {
    case 'd': return CATEGORY_DIGIT;
    case 'D': return CATEGORY_NOT_DIGIT;
    case 's': return CATEGORY_SPACE;
    case 'S': return CATEGORY_NOT_SPACE;
    case 'w': return CATEGORY_WORD;
    case 'W': return CATEGORY_NOT_WORD;
    default: return 0;
    }
}

/* \x, \u and \U: so many hexadecimal digits. */
static bool parse_hexadecimal(struct RegexParser *parser, size_t start, size_t digits, uint32_t *c)
{
    struct RegexTokens *tokens = &parser->tokens;
    if (!tokens_get_while(tokens, digits, is_hexadecimal_digit))
        return false;
    size_t end = tokens_tell(tokens);
    if (end - start != digits + 2)
        return escape_error(parser, start, "incomplete escape %V");
    *c = tokens_number(tokens, start + 2, end, 16);
    return *c <= 0x10ffff || escape_error(parser, start, "bad escape %V");
}

static bool parse_character_name(struct RegexParser *parser, uint32_t *c)
{
    struct RegexTokens *tokens = &parser->tokens;
    struct Utf8View view;
    int brace = tokens_match(tokens, '{');
    if (brace <= 0)
        return brace < 0 ? false : (tokens_error(tokens, 0, "missing {"), false);
    Value name = tokens_get_until(tokens, '}', "character name");
    if (is_empty(name))
        return false;
    bool good = utf8_view(parser->vm, name, &view);
    if (good) {
        int32_t found = unicode_named_character(view.text, view.length);
        utf8_release(parser->vm, &view);
        *c = (uint32_t)found;
        good = found >= 0;
        if (!good)
            tokens_error(tokens, (int64_t)string_length(name) + 4, "undefined character name %R", name);
    }
    release(parser->vm, name);
    return good;
}

/* \x \u \U \N, in and out of sets: 1 done, 0 it is none of these, -1 raised. */
static int parse_coded_character(struct RegexParser *parser, uint32_t letter, size_t start, uint32_t *c)
{
    bool is_text = parser->tokens.is_text;
    if (letter == 'x')
        return parse_hexadecimal(parser, start, 2, c) ? 1 : -1;
    if (letter == 'u' && is_text)
        return parse_hexadecimal(parser, start, 4, c) ? 1 : -1;
    if (letter == 'U' && is_text)
        return parse_hexadecimal(parser, start, 8, c) ? 1 : -1;
    if (letter == 'N' && is_text)
        return parse_character_name(parser, c) ? 1 : -1;
    return 0;
}

/* The octal number from start to the next token. */
static bool octal_value(struct RegexParser *parser, size_t start, uint32_t *c)
{
    *c = tokens_number(&parser->tokens, start + 1, tokens_tell(&parser->tokens), 8);
    return *c <= 0377 || escape_error(parser, start, "octal escape value %V outside of range 0-0o377");
}

/* ---- Outside sets ------------------------------------------------------- */

static void write_category(struct RegexParser *parser, unsigned category, uint32_t flags)
{
    struct RegexSet set;
    regex_set_open(&set, parser->vm);
    set.categories = category;
    regex_set_write(&set, flags, parser->tokens.is_text, parser->kind, parser->text);
    regex_set_close(&set);
}

/* In an empty string \B is nowhere: so says CPython up to 3.13. */
static void write_boundary(struct RegexParser *parser, bool negated, uint32_t flags)
{
    bool unicode = !(flags & RE_ASCII), unicode_pattern = !(parser->flags & RE_ASCII);
    bool is_text = parser->tokens.is_text;
    parser->parsed->has_unicode_sensitive_items = true;
    bool native = parser->kind == REGEX_OCTETS || !is_text ||
                  (unicode == unicode_pattern && (!unicode || parser->kind != REGEX_UCS4));
    if (native)
        regex_text_add_cstring(parser->text, negated ? "(?:(?!\\A\\z)\\B)" : "\\b");
    else
        boundary_write(negated, flags, is_text, parser->kind, parser->text);
}

/* \A \Z \b \B: true when it was one. */
static bool parse_position(struct RegexParser *parser, uint32_t letter, uint32_t flags, struct RegexItem *item)
{
    if (letter == 'A')
        regex_text_add_cstring(parser->text, "\\A");
    else if (letter == 'Z')
        regex_text_add_cstring(parser->text, "\\z");
    else if (letter == 'b' || letter == 'B')
        write_boundary(parser, letter == 'B', flags);
    else
        return false;
    item->kind = ITEM_POSITION;
    item->width = (struct RegexWidth){0, 0};
    return true;
}

/* A backslash and a digit other than 0: 1 an octal escape, 0 a reference, written; -1 raised. */
static int parse_number_escape(struct RegexParser *parser, uint32_t digit, size_t start, uint32_t flags,
                               struct RegexItem *item, uint32_t *c)
{
    struct RegexTokens *tokens = &parser->tokens;
    struct RegexToken second = tokens->next;
    if (second.length == 1 && is_decimal_digit(second.first)) {
        if (!tokens_get(tokens, &second))
            return -1;
        bool octal = is_octal_digit(digit) && is_octal_digit(second.first);
        if (octal && tokens->next.length == 1 && is_octal_digit(tokens->next.first)) {
            if (!tokens_get(tokens, &second))
                return -1;
            return octal_value(parser, start, c) ? 1 : -1;
        }
    }
    size_t end = tokens_tell(tokens);
    uint32_t group = tokens_number(tokens, start + 1, end, 10);
    if (group >= parser->group_count)
        return tokens_error(tokens, (int64_t)(end - start) - 1, "invalid group reference %u", group), -1;
    if (!check_group_reference(parser, group, (int64_t)(end - start)))
        return -1;
    write_group_reference(parser, group, flags);
    item->width = parser->groups[group].width;
    return 0;
}

/* The character an escape stands for: 1 a character, 0 an item was written, -1 raised. */
static int parse_plain_escape(struct RegexParser *parser, uint32_t letter, size_t start, uint32_t flags,
                              struct RegexItem *item, uint32_t *c)
{
    *c = simple_escape(letter);
    if (*c)
        return 1;
    int coded = parse_coded_character(parser, letter, start, c);
    if (coded != 0)
        return coded;
    if (letter == '0')
        return tokens_get_while(&parser->tokens, 2, is_octal_digit) && octal_value(parser, start, c) ? 1 : -1;
    if (is_decimal_digit(letter))
        return parse_number_escape(parser, letter, start, flags, item, c);
    if (is_ascii_letter(letter))
        return escape_error(parser, start, "bad escape %V") ? 1 : -1;
    *c = letter;
    return 1;
}

bool parse_escape(struct RegexParser *parser, struct RegexToken token, uint32_t flags, struct RegexItem *item)
{
    size_t start = tokens_tell(&parser->tokens) - 2;
    uint32_t letter = token.second, c;
    item->width = (struct RegexWidth){1, 1};
    if (category_of(letter)) {
        write_category(parser, category_of(letter), flags);
    } else if (!parse_position(parser, letter, flags, item)) {
        int found = parse_plain_escape(parser, letter, start, flags, item, &c);
        if (found < 0)
            return false;
        if (found)
            literal_write(parser->vm, c, flags, parser->tokens.is_text, parser->kind, parser->text);
    }
    return !parser->text->failed;
}

/* ---- Sets --------------------------------------------------------------- */

/* An end of a range, or a category. */
struct Member {
    uint32_t c;
    unsigned category;
    size_t start; /* in the pattern */
    uint32_t token_length;
};

static bool parse_set_escape(struct RegexParser *parser, uint32_t letter, struct Member *member)
{
    member->c = simple_escape(letter);
    if (member->c)
        return true;
    member->category = category_of(letter);
    if (member->category)
        return true;
    int coded = parse_coded_character(parser, letter, member->start, &member->c);
    if (coded != 0)
        return coded > 0;
    if (is_octal_digit(letter))
        return tokens_get_while(&parser->tokens, 2, is_octal_digit) && octal_value(parser, member->start, &member->c);
    member->c = letter;
    return !(is_decimal_digit(letter) || is_ascii_letter(letter)) ||
           escape_error(parser, member->start, "bad escape %V");
}

/* The token, read already, as a member. */
static bool parse_member(struct RegexParser *parser, struct RegexToken token, struct Member *member)
{
    *member = (struct Member){.c = token.first, .token_length = token.length,
                              .start = tokens_tell(&parser->tokens) - token.length};
    return token.length == 1 || parse_set_escape(parser, token.second, member);
}

static bool warn_set(struct RegexParser *parser, const char *what, size_t position)
{
    if (!parser->first)
        return true;
    return regex_warn(parser->vm, string_from_format(parser->vm, "Possible %s at position %zu", what, position),
                      TYPE_FutureWarning);
}

static bool warn_operator(struct RegexParser *parser, struct RegexToken token)
{
    uint32_t c = token.first;
    if (token.length != 1 || !(c == '-' || c == '&' || c == '~' || c == '|') || !tokens_next_is(&parser->tokens, c))
        return true;
    const char *what = c == '-' ? "set difference" : c == '&' ? "set intersection"
                       : c == '~' ? "set symmetric difference" : "set union";
    return warn_set(parser, what, tokens_tell(&parser->tokens) - 1);
}

static bool bad_range(struct RegexParser *parser, const struct Member *low, const struct Member *high)
{
    struct RegexTokens *tokens = &parser->tokens;
    Value first = tokens_text(tokens, low->start, low->start + low->token_length);
    Value last = is_empty(first) ? EMPTY : tokens_text(tokens, high->start, high->start + high->token_length);
    if (!is_empty(last))
        tokens_error(tokens, (int64_t)(low->token_length + 1 + high->token_length), "bad character range %V-%V", first,
                     last);
    release_maybe(parser->vm, first);
    release_maybe(parser->vm, last);
    return false;
}

static void add_member(struct RegexSet *set, const struct Member *member)
{
    set->categories |= member->category;
    if (!member->category)
        regex_set_add(set, member->c, member->c);
}

static bool unterminated(struct RegexParser *parser, size_t here)
{
    tokens_error(&parser->tokens, (int64_t)(tokens_tell(&parser->tokens) - here), "unterminated character set");
    return false;
}

/* After a member and "-": 1 go on, 0 the set is over, -1 raised. */
static int parse_range_end(struct RegexParser *parser, struct RegexSet *set, const struct Member *low, size_t here)
{
    struct RegexToken token;
    struct Member high;
    if (!tokens_get(&parser->tokens, &token))
        return -1;
    if (token.length == 0)
        return unterminated(parser, here), -1;
    if (token.length == 1 && token.first == ']') {
        add_member(set, low);
        regex_set_add(set, '-', '-');
        return 0;
    }
    if (token.length == 1 && token.first == '-' &&
        !warn_set(parser, "set difference", tokens_tell(&parser->tokens) - 2))
        return -1;
    if (!parse_member(parser, token, &high))
        return -1;
    if (low->category || high.category || high.c < low->c)
        return bad_range(parser, low, &high), -1;
    regex_set_add(set, low->c, high.c);
    return 1;
}

/* The members up to "]"; false: raised. */
static bool parse_members(struct RegexParser *parser, struct RegexSet *set, size_t here)
{
    for (bool empty = true;; empty = false) {
        struct RegexToken token;
        struct Member member;
        if (!tokens_get(&parser->tokens, &token))
            return false;
        if (token.length == 0)
            return unterminated(parser, here);
        if (token.length == 1 && token.first == ']' && !empty)
            return true;
        if ((!empty && !warn_operator(parser, token)) || !parse_member(parser, token, &member))
            return false;
        int range = tokens_match(&parser->tokens, '-');
        if (range < 0)
            return false;
        if (!range) {
            add_member(set, &member);
            continue;
        }
        int more = parse_range_end(parser, set, &member, here);
        if (more <= 0)
            return more == 0;
    }
}

bool parse_set(struct RegexParser *parser, uint32_t flags)
{
    struct RegexTokens *tokens = &parser->tokens;
    struct RegexSet set;
    size_t here = tokens_tell(tokens) - 1;
    if (tokens_next_is(tokens, '[') && !warn_set(parser, "nested set", tokens_tell(tokens)))
        return false;
    regex_set_open(&set, parser->vm);
    int negated = tokens_match(tokens, '^');
    set.negated = negated > 0;
    bool good = negated >= 0 && parse_members(parser, &set, here);
    if (good) {
        regex_set_write(&set, flags, tokens->is_text, parser->kind, parser->text);
        good = !parser->text->failed;
    }
    regex_set_close(&set);
    return good;
}
