/*
 * The tokenizer of patterns and templates: characters, a backslash together
 * with the one that follows it, and one token of lookahead, which decides
 * where CPython says that an error is.
 */
#ifndef VIV_RUNTIME_MODULES_RE_TOKENS_H
#define VIV_RUNTIME_MODULES_RE_TOKENS_H

#include "runtime/interpreter.h"
#include "runtime/string_search.h"

struct RegexToken {
    uint32_t length; /* 0: the end; 2: a backslash and `second` */
    uint32_t first, second;
};

struct RegexTokens {
    struct Interpreter *vm;
    Value source; /* borrowed: str or bytes */
    struct Units units;
    bool is_text;
    size_t index; /* behind `next` */
    struct RegexToken next;
};

/* All bool functions: false with re.error pending. */
MUST_USE bool tokens_open(struct RegexTokens *tokens, struct Interpreter *vm, Value source);
MUST_USE bool tokens_seek(struct RegexTokens *tokens, size_t index);
MUST_USE bool tokens_get(struct RegexTokens *tokens, struct RegexToken *token);
/* Takes the next token if it is this character: 1 taken, 0 not, -1 raised. */
MUST_USE int tokens_match(struct RegexTokens *tokens, uint32_t c);
/* Takes at most `limit` characters that `wanted` accepts. */
MUST_USE bool tokens_get_while(struct RegexTokens *tokens, size_t limit, bool (*wanted)(uint32_t c));
/* The text up to the terminator, which is taken too; `what` names it in the errors. */
OWNED MUST_USE Value tokens_get_until(struct RegexTokens *tokens, uint32_t terminator, const char *what);
MUST_USE bool tokens_check_group_name(struct RegexTokens *tokens, Value name);
/* Source from start to end as str. */
OWNED MUST_USE Value tokens_text(struct RegexTokens *tokens, size_t start, size_t end);
/* re.error at `offset` characters before the next token. */
Value tokens_error(struct RegexTokens *tokens, int64_t offset, const char *format, ...);
Value tokens_error_text(struct RegexTokens *tokens, int64_t offset, STEALS Value message);

static inline size_t tokens_tell(const struct RegexTokens *tokens) { return tokens->index - tokens->next.length; }
static inline bool tokens_next_is(const struct RegexTokens *tokens, uint32_t c)
{
    return tokens->next.length == 1 && tokens->next.first == c;
}

/* Whether v is a decimal number in ASCII, and which one (clamped to INT64_MAX). */
bool decimal_name(Value name, int64_t *number);

bool is_octal_digit(uint32_t c);
bool is_decimal_digit(uint32_t c);
bool is_hexadecimal_digit(uint32_t c);
bool is_ascii_letter(uint32_t c);
/* \a \b \f \n \r \t \v \\ : the character, or 0. */
uint32_t simple_escape(uint32_t letter);
uint32_t tokens_number(const struct RegexTokens *tokens, size_t start, size_t end, unsigned base);

#endif
