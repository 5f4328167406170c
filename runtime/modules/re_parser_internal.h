/* What the files of the pattern parser share. */
#ifndef VIV_RUNTIME_MODULES_RE_PARSER_INTERNAL_H
#define VIV_RUNTIME_MODULES_RE_PARSER_INTERNAL_H

#include "runtime/modules/re_set.h"
#include "runtime/modules/re_tokens.h"

/* How many characters something can match; both saturate. */
struct RegexWidth {
    uint64_t least, most;
};
#define WIDTH_UNLIMITED ((uint64_t)1 << 62)

struct RegexGroup {
    struct RegexWidth width;
    bool closed;
};

/* A group number that a condition mentioned, and where: checked when all groups are known. */
struct RegexReference {
    uint32_t group;
    size_t position;
};

enum ItemKind { ITEM_NONE, ITEM_POSITION, ITEM_REPEATED, ITEM_OTHER };

/* The item written last, to which a quantifier would apply. */
struct RegexItem {
    enum ItemKind kind;
    size_t start; /* in the translation */
    struct RegexWidth width;
    bool is_bare; /* must be wrapped before it can be quantified */
    uint32_t groups_before;
};

struct RegexParser {
    struct RegexTokens tokens; /* first: the parser is a tokenizer */
    struct Interpreter *vm;
    struct RegexText *text;
    struct RegexParsed *parsed;
    uint32_t flags; /* of the whole pattern; inline ones at its start add to them */
    enum RegexKind kind;
    bool first;
    bool variable_lookbehind; /* met one; an error once the rest is known to be good */
    struct RegexGroup *groups; /* by number, 0 unused */
    uint32_t group_count, group_capacity;
    uint32_t closed_count;
    int64_t lookbehind_groups; /* groups opened before the outermost lookbehind under way; -1: none is */
    struct RegexReference *references;
    size_t reference_count, reference_capacity;
};

/* What applies at one place of the pattern. */
struct RegexScope {
    uint32_t flags;
    bool verbose;
    uint32_t nested;
    bool first; /* nothing but the first alternative stands before */
};

/* re_parser.c */
MUST_USE bool parse_alternatives(struct RegexParser *parser, struct RegexScope scope, struct RegexWidth *width);
MUST_USE bool parse_sequence(struct RegexParser *parser, struct RegexScope scope, struct RegexWidth *width);

/* re_groups.c: what follows "(".  1: an item was written; 2: global flags, which changed parser->flags; 3: a comment;
 * -1 raised. */
MUST_USE int parse_group(struct RegexParser *parser, struct RegexScope scope, bool anything_before,
                         struct RegexItem *item);
MUST_USE bool check_group_reference(struct RegexParser *parser, uint32_t group, int64_t offset);
void write_group_reference(struct RegexParser *parser, uint32_t group, uint32_t flags);

/* re_escapes.c */
MUST_USE bool parse_escape(struct RegexParser *parser, struct RegexToken token, uint32_t flags, struct RegexItem *item);
MUST_USE bool parse_set(struct RegexParser *parser, uint32_t flags);

#endif
