/* The tokenizer of patterns and templates (re_tokens.h). */
#include "runtime/modules/re_tokens.h"

#include "runtime/bytes.h"
#include "runtime/error.h"
#include "runtime/modules/re.h"
#include "runtime/object.h"
#include "runtime/string.h"

bool is_octal_digit(uint32_t c) { return c >= '0' && c <= '7'; }
bool is_decimal_digit(uint32_t c) { return c >= '0' && c <= '9'; }
bool is_hexadecimal_digit(uint32_t c)
{
    return is_decimal_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_ascii_letter(uint32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

uint32_t simple_escape(uint32_t letter)
{
    switch (letter) {
    case 'a': return 7;
    case 'b': return 8;
    case 'f': return 12;
    case 'n': return 10;
    case 'r': return 13;
    case 't': return 9;
    case 'v': return 11;
    case '\\': return '\\';
    default: return 0;
    }
}

/* Reads the token at index into next. */
static bool advance(struct RegexTokens *tokens)
{
    size_t index = tokens->index, length = tokens->units.length;
    if (index >= length) {
        tokens->next = (struct RegexToken){0, 0, 0};
        return true;
    }
    uint32_t c = units_at(tokens->units.data, (int)tokens->units.width, index);
    if (c != '\\') {
        tokens->next = (struct RegexToken){1, c, 0};
        tokens->index = index + 1;
        return true;
    }
    if (index + 1 >= length) {
        regex_raise(tokens->vm, string_from_cstring(tokens->vm, "bad escape (end of pattern)"), tokens->source,
                    (int64_t)length - 1);
        return false;
    }
    tokens->next = (struct RegexToken){2, c, units_at(tokens->units.data, (int)tokens->units.width, index + 1)};
    tokens->index = index + 2;
    return true;
}

bool tokens_open(struct RegexTokens *tokens, struct Interpreter *vm, Value source)
{
    *tokens = (struct RegexTokens){.vm = vm, .source = source, .is_text = is_string(vm, source)};
    if (tokens->is_text) {
        const struct String *s = as_string(source);
        tokens->units = (struct Units){s->data, s->length, (uint64_t)string_width(s)};
    } else {
        const uint8_t *data;
        size_t length;
        if (!bytes_view(vm, source, &data, &length)) {
            if (!error_pending(vm))
                raise_type_error(vm, "decoding to str: need a bytes-like object, %T found", source);
            return false;
        }
        tokens->units = (struct Units){data, length, 1};
    }
    return advance(tokens);
}

bool tokens_seek(struct RegexTokens *tokens, size_t index)
{
    tokens->index = index;
    return advance(tokens);
}

bool tokens_get(struct RegexTokens *tokens, struct RegexToken *token)
{
    *token = tokens->next;
    return advance(tokens);
}

int tokens_match(struct RegexTokens *tokens, uint32_t c)
{
    if (!tokens_next_is(tokens, c))
        return 0;
    return advance(tokens) ? 1 : -1;
}

bool tokens_get_while(struct RegexTokens *tokens, size_t limit, bool (*wanted)(uint32_t c))
{
    for (size_t i = 0; i < limit && tokens->next.length == 1 && wanted(tokens->next.first); i++)
        if (!advance(tokens))
            return false;
    return true;
}

OWNED Value tokens_get_until(struct RegexTokens *tokens, uint32_t terminator, const char *what)
{
    size_t start = tokens_tell(tokens);
    while (tokens->next.length != 0 && !tokens_next_is(tokens, terminator))
        if (!advance(tokens))
            return EMPTY;
    size_t end = tokens_tell(tokens);
    if (tokens->next.length == 0) {
        if (end == start)
            return tokens_error(tokens, 0, "missing %s", what);
        return tokens_error(tokens, (int64_t)(end - start), "missing %c, unterminated name", (int)terminator);
    }
    if (!advance(tokens))
        return EMPTY;
    if (end == start)
        return tokens_error(tokens, 1, "missing %s", what);
    return tokens_text(tokens, start, end);
}

OWNED Value tokens_text(struct RegexTokens *tokens, size_t start, size_t end)
{
    int width = (int)tokens->units.width;
    return string_from_units(tokens->vm, units_from(tokens->units.data, width, start), width, end - start);
}

/* Messages about bytes patterns spell what is not ASCII as escapes. */
static OWNED Value escape_message(struct Interpreter *vm, STEALS Value message)
{
    struct StringBuilder builder;
    builder_open(&builder, vm);
    bool good = true;
    for (size_t i = 0; good && i < string_length(message); i++) {
        uint32_t c = string_at(as_string(message), i);
        char text[8];
        if (c < 0x80)
            good = builder_add_char(&builder, c);
        else
            good = builder_add_ascii(&builder, text, (size_t)snprintf(text, sizeof text, "\\x%02x", c & 0xff));
    }
    release(vm, message);
    if (good)
        return builder_finish(&builder);
    builder_abandon(&builder);
    return EMPTY;
}

Value tokens_error_text(struct RegexTokens *tokens, int64_t offset, STEALS Value message)
{
    if (is_empty(message))
        return EMPTY;
    if (!tokens->is_text && !string_is_ascii(as_string(message)))
        message = escape_message(tokens->vm, message);
    return regex_raise(tokens->vm, message, tokens->source, (int64_t)tokens_tell(tokens) - offset);
}

Value tokens_error(struct RegexTokens *tokens, int64_t offset, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    Value message = string_from_format_list(tokens->vm, format, arguments);
    va_end(arguments);
    return tokens_error_text(tokens, offset, message);
}

bool tokens_check_group_name(struct RegexTokens *tokens, Value name)
{
    struct Interpreter *vm = tokens->vm;
    int64_t offset = (int64_t)string_length(name) + 1;
    if (!tokens->is_text && !string_is_ascii(as_string(name))) {
        Value shown = object_ascii(vm, name);
        if (!is_empty(shown)) {
            tokens_error(tokens, offset, "bad character in group name %V", shown);
            release(vm, shown);
        }
        return false;
    }
    Value method = string_from_cstring(vm, "isidentifier");
    if (is_empty(method))
        return false;
    Value answer = object_call_method(vm, method, &name, 1);
    release(vm, method);
    if (is_empty(answer))
        return false;
    bool good = is_true(answer);
    release(vm, answer);
    if (!good)
        tokens_error(tokens, offset, "bad character in group name %R", name);
    return good;
}

bool decimal_name(Value name, int64_t *number)
{
    const struct String *s = as_string(name);
    int64_t n = 0;
    for (size_t i = 0; i < s->length; i++) {
        uint32_t c = string_at(s, i);
        if (!is_decimal_digit(c))
            return false;
        if (__builtin_mul_overflow(n, (int64_t)10, &n) || __builtin_add_overflow(n, (int64_t)(c - '0'), &n))
            n = INT64_MAX / 16;
    }
    *number = n;
    return s->length > 0;
}

uint32_t tokens_number(const struct RegexTokens *tokens, size_t start, size_t end, unsigned base)
{
    uint32_t n = 0;
    for (size_t i = start; i < end; i++) {
        uint32_t c = units_at(tokens->units.data, (int)tokens->units.width, i);
        n = n * base + (c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    return n;
}
