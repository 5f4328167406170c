/* The parser of patterns: everything that begins with a parenthesis. */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/modules/re_parser_internal.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/string.h"

static bool fail(struct RegexParser *parser, int64_t offset, const char *message)
{
    tokens_error(&parser->tokens, offset, "%s", message);
    return false;
}

/* ---- Group numbers ------------------------------------------------------ */

static bool grow_groups(struct RegexParser *parser)
{
    struct Interpreter *vm = parser->vm;
    uint32_t old = parser->group_capacity, capacity = old ? old * 2 : 8;
    struct RegexGroup *groups = heap_resize(vm, MEMORY_VALUES, parser->groups, old * sizeof *groups,
                                            capacity * sizeof *groups);
    if (!groups)
        return false;
    parser->groups = groups;
    uint32_t *ranks = heap_resize(vm, MEMORY_BYTES, parser->parsed->close_ranks, old * sizeof *ranks,
                                  capacity * sizeof *ranks);
    if (!ranks) {
        /* The two blocks share one capacity: give back what only the first could have. */
        void *smaller = old ? heap_resize(vm, MEMORY_VALUES, groups, capacity * sizeof *groups, old * sizeof *groups)
                            : NULL;
        if (!old)
            heap_free(vm, MEMORY_VALUES, groups, capacity * sizeof *groups);
        parser->groups = smaller;
        return false;
    }
    parser->parsed->close_ranks = ranks;
    parser->group_capacity = capacity;
    return true;
}

/* The number of a group that opens; 0: raised.  name is EMPTY or a str. */
static uint32_t open_group(struct RegexParser *parser, Value name)
{
    struct Interpreter *vm = parser->vm;
    uint32_t number = parser->group_count;
    if (number >= parser->group_capacity && !grow_groups(parser))
        return 0;
    if (!is_empty(name)) {
        Value other = dict_get(vm, parser->parsed->group_index, name);
        if (is_empty(other))
            return 0;
        if (!is_absent(other)) {
            tokens_error(&parser->tokens, (int64_t)string_length(name) + 1,
                         "redefinition of group name %R as group %u; was group %V", name, number, other);
            release(vm, other);
            return 0;
        }
        if (!dict_set(vm, parser->parsed->group_index, name, value_from_small_int(number)))
            return 0;
    }
    parser->groups[number] = (struct RegexGroup){{0, 0}, false};
    parser->parsed->close_ranks[number] = 0;
    parser->group_count++;
    return number;
}

static void close_group(struct RegexParser *parser, uint32_t number, struct RegexWidth width)
{
    parser->groups[number] = (struct RegexGroup){width, true};
    parser->parsed->close_ranks[number] = ++parser->closed_count;
}

static bool group_is_closed(const struct RegexParser *parser, uint32_t group)
{
    return group < parser->group_count && parser->groups[group].closed;
}

/* Inside a lookbehind, groups that were not there before it cannot be referred to. */
static bool check_lookbehind_reference(struct RegexParser *parser, uint32_t group)
{
    if (parser->lookbehind_groups < 0)
        return true;
    if (!group_is_closed(parser, group))
        return fail(parser, 0, "cannot refer to an open group");
    if (group >= parser->lookbehind_groups)
        return fail(parser, 0, "cannot refer to group defined in the same lookbehind subpattern");
    return true;
}

bool check_group_reference(struct RegexParser *parser, uint32_t group, int64_t offset)
{
    if (!group_is_closed(parser, group))
        return fail(parser, offset, "cannot refer to an open group");
    return check_lookbehind_reference(parser, group);
}

void write_group_reference(struct RegexParser *parser, uint32_t group, uint32_t flags)
{
    bool insensitive = (flags & RE_IGNORECASE) != 0;
    if (insensitive)
        parser->parsed->has_unicode_sensitive_items = parser->parsed->has_insensitive_references = true;
    regex_text_add_format(parser->text, insensitive ? "(?i:\\g{%u})" : "\\g{%u}", group);
}

/* The number of a named group; 0: raised. */
static uint32_t group_of_name(struct RegexParser *parser, Value name)
{
    Value number = dict_get(parser->vm, parser->parsed->group_index, name);
    if (is_empty(number))
        return 0;
    if (!is_absent(number)) {
        uint32_t group = (uint32_t)small_int(number);
        release(parser->vm, number);
        return group;
    }
    tokens_error(&parser->tokens, (int64_t)string_length(name) + 1, "unknown group name %R", name);
    return 0;
}

static bool expect_close(struct RegexParser *parser, size_t start)
{
    int closed = tokens_match(&parser->tokens, ')');
    if (closed == 0)
        fail(parser, (int64_t)(tokens_tell(&parser->tokens) - start), "missing ), unterminated subpattern");
    return closed > 0;
}

/* The next token, where the pattern may not end. */
static bool get_more(struct RegexParser *parser, struct RegexToken *token, const char *at_end)
{
    if (!tokens_get(&parser->tokens, token))
        return false;
    return token->length != 0 || fail(parser, 0, at_end);
}

/* "unknown extension ?…" and what the token is. */
static bool unknown_extension(struct RegexParser *parser, const char *prefix, size_t extra, struct RegexToken token)
{
    struct RegexTokens *tokens = &parser->tokens;
    size_t end = tokens_tell(tokens);
    Value shown = tokens_text(tokens, end - token.length, end);
    if (is_empty(shown))
        return false;
    tokens_error(tokens, (int64_t)(token.length + extra), "unknown extension ?%s%V", prefix, shown);
    release(parser->vm, shown);
    return false;
}

/* ---- Groups ------------------------------------------------------------- */

struct GroupForm {
    size_t start; /* of "(" in the pattern */
    bool captures, atomic;
    Value name;   /* OWNED, or EMPTY */
    uint32_t added, removed;
};

static uint32_t combine_flags(uint32_t flags, uint32_t added, uint32_t removed)
{
    if (added & RE_TYPE_FLAGS)
        flags &= ~(uint32_t)RE_TYPE_FLAGS;
    return (flags | added) & ~removed;
}

static bool parse_group_body(struct RegexParser *parser, struct RegexScope scope, const struct GroupForm *form,
                             struct RegexItem *item)
{
    uint32_t number = 0;
    if (form->captures && !(number = open_group(parser, form->name)))
        return false;
    struct RegexScope inner = scope;
    inner.flags = combine_flags(scope.flags, form->added, form->removed);
    inner.verbose = (scope.verbose || (form->added & RE_VERBOSE)) && !(form->removed & RE_VERBOSE);
    regex_text_add_cstring(parser->text, form->captures ? "(" : form->atomic ? "(?>" : "(?:");
    if (!parse_alternatives(parser, inner, &item->width) || !expect_close(parser, form->start))
        return false;
    regex_text_add_cstring(parser->text, ")");
    if (number)
        close_group(parser, number, item->width);
    return true;
}

/* After "(?<" or "(?" and = or !. */
static bool parse_lookaround(struct RegexParser *parser, struct RegexScope scope, bool behind, uint32_t c,
                             size_t start)
{
    struct RegexWidth width;
    int64_t outer = parser->lookbehind_groups;
    if (behind && outer < 0)
        parser->lookbehind_groups = parser->group_count;
    regex_text_add_format(parser->text, "(?%s%c", behind ? "<" : "", (char)c);
    if (!parse_alternatives(parser, scope, &width))
        return false;
    parser->lookbehind_groups = outer;
    if (!expect_close(parser, start))
        return false;
    regex_text_add_cstring(parser->text, ")");
    if (behind && width.least != width.most)
        parser->variable_lookbehind = true;
    return true;
}

static bool note_reference(struct RegexParser *parser, uint32_t group, size_t position)
{
    for (size_t i = 0; i < parser->reference_count; i++)
        if (parser->references[i].group == group)
            return true;
    if (parser->reference_count == parser->reference_capacity) {
        size_t old = parser->reference_capacity, capacity = old ? old * 2 : 4;
        struct RegexReference *references = heap_resize(parser->vm, MEMORY_VALUES, parser->references,
                                                        old * sizeof *references, capacity * sizeof *references);
        if (!references)
            return false;
        parser->references = references;
        parser->reference_capacity = capacity;
    }
    parser->references[parser->reference_count++] = (struct RegexReference){group, position};
    return true;
}

/* The group a condition asks about, by number or name; 0: raised. */
static uint32_t condition_group(struct RegexParser *parser, Value name)
{
    int64_t number, offset = (int64_t)string_length(name) + 1;
    if (!decimal_name(name, &number))
        return tokens_check_group_name(&parser->tokens, name) ? group_of_name(parser, name) : 0;
    if (number == 0)
        return fail(parser, offset, "bad group number");
    if (number >= RE_MAXIMUM_GROUPS) {
        tokens_error(&parser->tokens, offset, "invalid group reference %V", name);
        return 0;
    }
    size_t position = tokens_tell(&parser->tokens) - (size_t)offset;
    return note_reference(parser, (uint32_t)number, position) ? (uint32_t)number : 0;
}

/* After "(?(". */
static bool parse_condition(struct RegexParser *parser, struct RegexScope scope, size_t start, struct RegexItem *item)
{
    struct RegexTokens *tokens = &parser->tokens;
    struct RegexWidth no = {0, 0};
    Value name = tokens_get_until(tokens, ')', "group name");
    if (is_empty(name))
        return false;
    uint32_t group = condition_group(parser, name);
    release(parser->vm, name);
    if (!group || !check_lookbehind_reference(parser, group))
        return false;
    regex_text_add_format(parser->text, "(?(%u)", group);
    scope.nested++;
    scope.first = false;
    if (!parse_sequence(parser, scope, &item->width))
        return false;
    int more = tokens_match(tokens, '|');
    if (more > 0) {
        regex_text_add_cstring(parser->text, "|");
        if (!parse_sequence(parser, scope, &no))
            return false;
        if (tokens_next_is(tokens, '|'))
            return fail(parser, 0, "conditional backref with more than two branches");
    }
    if (more < 0 || !expect_close(parser, start))
        return false;
    regex_text_add_cstring(parser->text, ")");
    item->width.least = no.least < item->width.least ? no.least : item->width.least;
    item->width.most = no.most > item->width.most ? no.most : item->width.most;
    item->is_bare = true;
    return true;
}

/* After "(?#". */
static bool skip_comment(struct RegexParser *parser, size_t start)
{
    struct RegexToken token;
    do {
        if (parser->tokens.next.length == 0)
            return fail(parser, (int64_t)(tokens_tell(&parser->tokens) - start), "missing ), unterminated comment");
        if (!tokens_get(&parser->tokens, &token))
            return false;
    } while (!(token.length == 1 && token.first == ')'));
    return true;
}

/* ---- Inline flags ------------------------------------------------------- */

static uint32_t flag_of_letter(struct RegexToken token)
{
    if (token.length != 1)
        return 0;
    switch (token.first) {
    case 'i': return RE_IGNORECASE;
    case 'L': return RE_LOCALE;
    case 'm': return RE_MULTILINE;
    case 's': return RE_DOTALL;
    case 'x': return RE_VERBOSE;
    case 'a': return RE_ASCII;
    case 'u': return RE_UNICODE;
    default: return 0;
    }
}

static bool is_token(struct RegexToken token, uint32_t c) { return token.length == 1 && token.first == c; }

/* Letters get "unknown flag", anything else what is missing. */
static bool wrong_flag(struct RegexParser *parser, struct RegexToken token, const char *missing)
{
    bool letter = token.length == 1 && is_ascii_letter(token.first);
    if (token.length == 1 && token.first >= 0x80) {
        size_t end = tokens_tell(&parser->tokens);
        Value text = tokens_text(&parser->tokens, end - 1, end), method = string_from_cstring(parser->vm, "isalpha");
        Value answer = is_empty(text) || is_empty(method) ? EMPTY : object_call_method(parser->vm, method, &text, 1);
        release_maybe(parser->vm, text);
        release_maybe(parser->vm, method);
        if (is_empty(answer))
            return false;
        letter = is_true(answer);
        release(parser->vm, answer);
    }
    return fail(parser, (int64_t)token.length, letter ? "unknown flag" : missing);
}

/* The letters to turn on; *token is the first and becomes what ended them. */
static bool parse_added_flags(struct RegexParser *parser, struct RegexToken *token, uint32_t *added)
{
    uint32_t flag = flag_of_letter(*token);
    for (;;) {
        if (parser->tokens.is_text && flag == RE_LOCALE)
            return fail(parser, 0, "bad inline flags: cannot use 'L' flag with a str pattern");
        if (!parser->tokens.is_text && flag == RE_UNICODE)
            return fail(parser, 0, "bad inline flags: cannot use 'u' flag with a bytes pattern");
        *added |= flag;
        if ((flag & RE_TYPE_FLAGS) && (*added & RE_TYPE_FLAGS) != flag)
            return fail(parser, 0, "bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        if (!get_more(parser, token, "missing -, : or )"))
            return false;
        if (is_token(*token, ')') || is_token(*token, '-') || is_token(*token, ':'))
            return true;
        flag = flag_of_letter(*token);
        if (!flag)
            return wrong_flag(parser, *token, "missing -, : or )");
    }
}

static bool parse_removed_flags(struct RegexParser *parser, uint32_t *removed)
{
    struct RegexToken token;
    if (!get_more(parser, &token, "missing flag"))
        return false;
    if (!flag_of_letter(token))
        return wrong_flag(parser, token, "missing flag");
    while (!is_token(token, ':')) {
        uint32_t flag = flag_of_letter(token);
        if (!flag)
            return wrong_flag(parser, token, "missing :");
        if (flag & RE_TYPE_FLAGS)
            return fail(parser, 0, "bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        *removed |= flag;
        if (!get_more(parser, &token, "missing :"))
            return false;
    }
    return true;
}

/* 1: flags of a group, which follows; 2: of the whole pattern; -1 raised. */
static int parse_flags(struct RegexParser *parser, struct RegexToken token, struct GroupForm *form)
{
    if (!is_token(token, '-')) {
        if (!parse_added_flags(parser, &token, &form->added))
            return -1;
        if (is_token(token, ')')) {
            parser->flags |= form->added;
            return 2;
        }
    }
    if (is_token(token, '-') && !parse_removed_flags(parser, &form->removed))
        return -1;
    if (form->added & form->removed)
        return fail(parser, 1, "bad inline flags: flag turned on and off"), -1;
    return 1;
}

/* ---- After "(?" --------------------------------------------------------- */

/* After "(?P": 1 a group begins, 0 an item is complete, -1 raised. */
static int parse_named(struct RegexParser *parser, struct RegexScope scope, struct GroupForm *form,
                       struct RegexItem *item)
{
    struct RegexTokens *tokens = &parser->tokens;
    struct RegexToken token;
    if (!get_more(parser, &token, "unexpected end of pattern"))
        return -1;
    if (is_token(token, '<')) {
        form->name = tokens_get_until(tokens, '>', "group name");
        return !is_empty(form->name) && tokens_check_group_name(tokens, form->name) ? 1 : -1;
    }
    if (!is_token(token, '='))
        return unknown_extension(parser, "P", 2, token), -1;
    Value name = tokens_get_until(tokens, ')', "group name");
    if (is_empty(name))
        return -1;
    int64_t offset = (int64_t)string_length(name) + 1;
    uint32_t group = tokens_check_group_name(tokens, name) ? group_of_name(parser, name) : 0;
    release(parser->vm, name);
    if (!group || !check_group_reference(parser, group, offset))
        return -1;
    write_group_reference(parser, group, scope.flags);
    item->width = parser->groups[group].width;
    return 0;
}

static int after_lookbehind_sign(struct RegexParser *parser, struct RegexScope scope, size_t start,
                                 struct RegexItem *item)
{
    struct RegexToken token;
    if (!get_more(parser, &token, "unexpected end of pattern"))
        return -1;
    if (!is_token(token, '=') && !is_token(token, '!'))
        return unknown_extension(parser, "<", 2, token), -1;
    item->is_bare = true;
    return parse_lookaround(parser, scope, true, token.first, start) ? 0 : -1;
}

/* 1: form describes a group whose body follows; 0: an item is complete; 2 global flags; 3 a comment; -1 raised. */
static int parse_extension(struct RegexParser *parser, struct RegexScope scope, struct GroupForm *form,
                           struct RegexItem *item)
{
    struct RegexToken token;
    if (!get_more(parser, &token, "unexpected end of pattern"))
        return -1;
    form->captures = is_token(token, 'P');
    if (is_token(token, 'P'))
        return parse_named(parser, scope, form, item);
    if (is_token(token, ':'))
        return 1;
    if (is_token(token, '>')) {
        form->atomic = true;
        return 1;
    }
    if (is_token(token, '#'))
        return skip_comment(parser, form->start) ? 3 : -1;
    if (is_token(token, '<'))
        return after_lookbehind_sign(parser, scope, form->start, item);
    if (is_token(token, '=') || is_token(token, '!')) {
        item->is_bare = true;
        return parse_lookaround(parser, scope, false, token.first, form->start) ? 0 : -1;
    }
    if (is_token(token, '('))
        return parse_condition(parser, scope, form->start, item) ? 0 : -1;
    if (flag_of_letter(token) || is_token(token, '-'))
        return parse_flags(parser, token, form);
    unknown_extension(parser, "", 1, token);
    return -1;
}

int parse_group(struct RegexParser *parser, struct RegexScope scope, bool anything_before, struct RegexItem *item)
{
    struct RegexTokens *tokens = &parser->tokens;
    struct GroupForm form = {.start = tokens_tell(tokens) - 1, .captures = true, .name = EMPTY};
    int extended = tokens_match(tokens, '?'), found = 1;
    if (extended < 0)
        return -1;
    bool at_start = scope.first && !anything_before;
    scope.first = false;
    if (extended)
        found = parse_extension(parser, scope, &form, item);
    if (found == 1)
        found = parse_group_body(parser, scope, &form, item) ? 0 : -1;
    release_maybe(parser->vm, form.name);
    if (found == 2 && !at_start) {
        fail(parser, (int64_t)(tokens_tell(tokens) - form.start),
             "global flags not at the start of the expression");
        return -1;
    }
    return found == 0 ? 1 : found;
}
