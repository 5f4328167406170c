/*
 * match: each pattern consumes the subject on top of the stack and goes on
 * when it matches; when it fails it jumps to the block that drops what the
 * failing place has left on the stack.
 *
 * Names are bound only when the whole pattern has matched: until then their
 * Values wait on the stack, in the order of `stores`, below `on_top` Values
 * that are at work.
 */
#include "vm/compiler/unit.h"

#include "runtime/sequence.h"
#include "runtime/string.h"

struct PatternContext {
    struct NameTable stores;
    struct Block **failures; /* failures[n] drops n Values and fails */
    uint32_t failure_count;
    uint32_t on_top;
    bool allow_irrefutable;
};

static void compile_pattern(struct Compiler *compiler, struct AstNode *pattern, struct PatternContext *context);

/* ---- Failing ----------------------------------------------------------- */

static bool ensure_failures(struct Compiler *compiler, struct PatternContext *context, uint32_t count)
{
    if (count <= context->failure_count)
        return !compiler->failed;
    struct Block **failures = compiler_allocate(compiler, count, sizeof *failures);
    if (!failures)
        return false;
    if (context->failure_count > 0)
        memcpy(failures, context->failures, context->failure_count * sizeof *failures);
    for (uint32_t i = context->failure_count; i < count; i++)
        failures[i] = new_block(compiler);
    context->failures = failures;
    context->failure_count = count;
    return !compiler->failed;
}

static void jump_to_failure(struct Compiler *compiler, struct PatternContext *context, enum Opcode opcode,
                            struct SourceSpan span)
{
    uint32_t drops = context->on_top + context->stores.count;
    if (ensure_failures(compiler, context, drops + 1))
        emit_jump(compiler, opcode, context->failures[drops], span);
}

static void emit_failures(struct Compiler *compiler, struct PatternContext *context, struct SourceSpan span)
{
    for (uint32_t i = context->failure_count; i-- > 1;) {
        use_block(compiler, context->failures[i]);
        emit(compiler, OP_POP_TOP, 0, span);
    }
    if (context->failure_count > 0)
        use_block(compiler, context->failures[0]);
    context->failure_count = 0;
}

/* ---- Names ------------------------------------------------------------- */

/* Moves the top Value below `count - 1` others. */
static void rotate_down(struct Compiler *compiler, uint32_t count, struct SourceSpan span)
{
    while (count > 1)
        emit(compiler, OP_SWAP, count--, span);
}

/* The subject's Value waits for the whole match; without a name it is dropped. */
static void store_later(struct Compiler *compiler, const struct Identifier *name, struct PatternContext *context,
                        const struct AstNode *pattern)
{
    struct SourceSpan span = span_of(pattern);
    if (!name) {
        emit(compiler, OP_POP_TOP, 0, span);
        return;
    }
    if (name_find(&context->stores, name) >= 0) {
        fail_syntax(compiler, pattern, "multiple assignments to name '%s' in pattern", name->text);
        return;
    }
    rotate_down(compiler, context->on_top + context->stores.count + 1, span);
    name_number(compiler, &context->stores, name);
}

/* ---- Simple patterns --------------------------------------------------- */

static bool is_wildcard(const struct AstNode *pattern)
{
    return pattern->kind == AST_MatchAs && !as_MatchAs(pattern)->name;
}

static bool is_star_wildcard(const struct AstNode *pattern)
{
    return pattern->kind == AST_MatchStar && !as_MatchStar(pattern)->name;
}

static void match_value(struct Compiler *compiler, const struct AstMatchValue *pattern, struct PatternContext *context)
{
    struct SourceSpan span = span_of(&pattern->node);
    compile_expression(compiler, pattern->value);
    emit(compiler, OP_COMPARE, COMPARE_EQ, span);
    jump_to_failure(compiler, context, OP_JUMP_IF_FALSE, span);
}

static void match_singleton(struct Compiler *compiler, const struct AstMatchSingleton *pattern,
                            struct PatternContext *context)
{
    struct SourceSpan span = span_of(&pattern->node);
    emit_constant(compiler, literal_value(compiler, &pattern->node, &pattern->value), span);
    emit(compiler, OP_IS, 0, span);
    jump_to_failure(compiler, context, OP_JUMP_IF_FALSE, span);
}

static void match_as(struct Compiler *compiler, const struct AstMatchAs *pattern, struct PatternContext *context)
{
    if (!pattern->pattern) {
        if (!context->allow_irrefutable) {
            if (pattern->name)
                fail_syntax(compiler, &pattern->node, "name capture '%s' makes remaining patterns unreachable",
                            pattern->name->text);
            else
                fail_syntax(compiler, &pattern->node, "wildcard makes remaining patterns unreachable");
            return;
        }
        store_later(compiler, pattern->name, context, &pattern->node);
        return;
    }
    context->on_top++;
    emit(compiler, OP_COPY, 1, span_of(&pattern->node));
    compile_pattern(compiler, pattern->pattern, context);
    context->on_top--;
    store_later(compiler, pattern->name, context, &pattern->node);
}

static void compile_subpattern(struct Compiler *compiler, struct AstNode *pattern, struct PatternContext *context)
{
    bool allowed = context->allow_irrefutable;
    context->allow_irrefutable = true;
    compile_pattern(compiler, pattern, context);
    context->allow_irrefutable = allowed;
}

/* ---- Sequences --------------------------------------------------------- */

/* Unpacks the subject and matches all items. */
static void match_items(struct Compiler *compiler, const struct AstMatchSequence *pattern, size_t star,
                        struct PatternContext *context)
{
    const struct AstNodes *patterns = &pattern->patterns;
    struct SourceSpan span = span_of(&pattern->node);
    uint32_t count = (uint32_t)patterns->count;
    if (star < count)
        emit(compiler, OP_UNPACK_STARRED, (uint32_t)star | (uint32_t)(count - star - 1) << 12, span);
    else
        emit(compiler, OP_UNPACK_SEQUENCE, count, span);
    context->on_top += count;
    for (size_t i = 0; i < patterns->count; i++) {
        context->on_top--;
        compile_subpattern(compiler, patterns->items[i], context);
    }
}

/* Only the items that matter are looked up: the sequence has a starred wildcard, or only wildcards. */
static void match_some_items(struct Compiler *compiler, const struct AstMatchSequence *pattern, size_t star,
                             struct PatternContext *context)
{
    const struct AstNodes *patterns = &pattern->patterns;
    struct SourceSpan span = span_of(&pattern->node);
    context->on_top++;
    for (size_t i = 0; i < patterns->count; i++) {
        if (i == star || is_wildcard(patterns->items[i]))
            continue;
        emit(compiler, OP_COPY, 1, span);
        if (i < star) {
            emit(compiler, OP_LOAD_SMALL_INT, (uint32_t)i, span);
        } else { /* counted from the end */
            emit(compiler, OP_GET_LENGTH, 0, span);
            emit(compiler, OP_LOAD_SMALL_INT, (uint32_t)(patterns->count - i), span);
            emit(compiler, OP_SUBTRACT, 0, span);
        }
        emit(compiler, OP_GET_ITEM, 0, span);
        compile_subpattern(compiler, patterns->items[i], context);
    }
    context->on_top--;
    emit(compiler, OP_POP_TOP, 0, span);
}

static void check_length(struct Compiler *compiler, const struct AstMatchSequence *pattern, bool starred,
                         struct PatternContext *context)
{
    struct SourceSpan span = span_of(&pattern->node);
    size_t count = pattern->patterns.count;
    if (starred && count == 1)
        return;
    emit(compiler, OP_GET_LENGTH, 0, span);
    emit(compiler, OP_LOAD_SMALL_INT, (uint32_t)(starred ? count - 1 : count), span);
    emit(compiler, OP_COMPARE, starred ? COMPARE_GE : COMPARE_EQ, span);
    jump_to_failure(compiler, context, OP_JUMP_IF_FALSE, span);
}

static void match_sequence(struct Compiler *compiler, const struct AstMatchSequence *pattern,
                           struct PatternContext *context)
{
    const struct AstNodes *patterns = &pattern->patterns;
    struct SourceSpan span = span_of(&pattern->node);
    size_t star = patterns->count, wildcards = 0;
    for (size_t i = 0; i < patterns->count; i++) {
        if (patterns->items[i]->kind == AST_MatchStar) {
            if (star < patterns->count) {
                fail_syntax(compiler, &pattern->node, "multiple starred expressions in sequence pattern");
                return;
            }
            star = i;
        }
        wildcards += is_wildcard(patterns->items[i]) || is_star_wildcard(patterns->items[i]);
    }
    bool starred = star < patterns->count;
    context->on_top++;
    emit(compiler, OP_MATCH_SEQUENCE, 0, span);
    jump_to_failure(compiler, context, OP_JUMP_IF_FALSE, span);
    check_length(compiler, pattern, starred, context);
    context->on_top--;
    if (wildcards == patterns->count)
        emit(compiler, OP_POP_TOP, 0, span);
    else if (starred && is_star_wildcard(patterns->items[star]))
        match_some_items(compiler, pattern, star, context);
    else
        match_items(compiler, pattern, star, context);
}

/* ---- Mappings ---------------------------------------------------------- */

static void check_duplicate_keys(struct Compiler *compiler, const struct AstMatchMapping *pattern)
{
    for (size_t i = 0; i < pattern->keys.count && !compiler->failed; i++) {
        struct AstNode *key = pattern->keys.items[i];
        if (key->kind != AST_Constant)
            continue;
        const struct AstConstantValue *value = &as_Constant(key)->value;
        for (size_t k = 0; k < i; k++) {
            if (pattern->keys.items[k]->kind != AST_Constant)
                continue;
            const struct AstConstantValue *other = &as_Constant(pattern->keys.items[k])->value;
            if (value->kind == other->kind && value->length == other->length && value->kind == AST_CONSTANT_STRING &&
                memcmp(value->bytes, other->bytes, value->length) == 0)
                fail_syntax(compiler, &pattern->node, "mapping pattern checks duplicate key ('%s')", value->bytes);
        }
    }
}

static void check_mapping(struct Compiler *compiler, const struct AstMatchMapping *pattern,
                          struct PatternContext *context)
{
    struct SourceSpan span = span_of(&pattern->node);
    emit(compiler, OP_MATCH_MAPPING, 0, span);
    jump_to_failure(compiler, context, OP_JUMP_IF_FALSE, span);
    if (pattern->keys.count == 0)
        return;
    emit(compiler, OP_GET_LENGTH, 0, span);
    emit(compiler, OP_LOAD_SMALL_INT, (uint32_t)pattern->keys.count, span);
    emit(compiler, OP_COMPARE, COMPARE_GE, span);
    jump_to_failure(compiler, context, OP_JUMP_IF_FALSE, span);
}

/* [rest of the context … subject keys] → the subject without these keys, kept for **rest. */
static void bind_rest(struct Compiler *compiler, const struct AstMatchMapping *pattern, struct PatternContext *context)
{
    struct SourceSpan span = span_of(&pattern->node);
    uint32_t size = (uint32_t)pattern->keys.count;
    emit(compiler, OP_BUILD_DICT, 0, span);
    emit(compiler, OP_SWAP, 3, span);
    emit(compiler, OP_DICT_UPDATE, 2, span); /* empty, keys, subject → copy, keys */
    emit(compiler, OP_UNPACK_SEQUENCE, size, span);
    while (size > 0) {
        emit(compiler, OP_COPY, 1 + size--, span);
        emit(compiler, OP_SWAP, 2, span);
        emit(compiler, OP_DELETE_ITEM, 0, span);
    }
    store_later(compiler, pattern->rest, context, &pattern->node);
}

static void match_mapping(struct Compiler *compiler, const struct AstMatchMapping *pattern,
                          struct PatternContext *context)
{
    struct SourceSpan span = span_of(&pattern->node);
    uint32_t size = (uint32_t)pattern->keys.count;
    context->on_top++; /* the subject */
    check_mapping(compiler, pattern, context);
    if (size == 0 && !pattern->rest) {
        context->on_top--;
        emit(compiler, OP_POP_TOP, 0, span);
        return;
    }
    check_duplicate_keys(compiler, pattern);
    for (size_t i = 0; i < pattern->keys.count; i++)
        compile_expression(compiler, pattern->keys.items[i]);
    emit(compiler, OP_BUILD_TUPLE, size, span);
    emit(compiler, OP_MATCH_KEYS, 0, span);
    context->on_top += 2; /* keys, values */
    emit(compiler, OP_COPY, 1, span);
    jump_to_failure(compiler, context, OP_JUMP_IF_NONE, span);
    emit(compiler, OP_UNPACK_SEQUENCE, size, span);
    context->on_top += size - 1;
    for (uint32_t i = 0; i < size; i++) {
        context->on_top--;
        compile_subpattern(compiler, pattern->patterns.items[i], context);
    }
    context->on_top -= 2; /* subject and keys */
    if (pattern->rest) {
        bind_rest(compiler, pattern, context);
    } else {
        emit(compiler, OP_POP_TOP, 0, span);
        emit(compiler, OP_POP_TOP, 0, span);
    }
}

/* ---- Classes ----------------------------------------------------------- */

static void check_attribute_names(struct Compiler *compiler, const struct AstMatchClass *pattern)
{
    for (size_t i = 0; i < pattern->kwd_attrs.count; i++)
        for (size_t k = i + 1; k < pattern->kwd_attrs.count; k++)
            if (pattern->kwd_attrs.items[i] == pattern->kwd_attrs.items[k])
                fail_syntax(compiler, pattern->kwd_patterns.items[k], "attribute name repeated in class pattern: %s",
                            pattern->kwd_attrs.items[k]->text);
}

static void match_class(struct Compiler *compiler, const struct AstMatchClass *pattern, struct PatternContext *context)
{
    struct SourceSpan span = span_of(&pattern->node);
    size_t positional = pattern->patterns.count, named = pattern->kwd_attrs.count;
    check_attribute_names(compiler, pattern);
    compile_expression(compiler, pattern->cls);
    struct NameTable names = {0};
    for (size_t i = 0; i < named; i++)
        name_number(compiler, &names, pattern->kwd_attrs.items[i]);
    if (!compiler->failed)
        emit_constant(compiler, names_value(compiler, &names), span);
    emit(compiler, OP_MATCH_CLASS, (uint32_t)positional, span);
    emit(compiler, OP_COPY, 1, span);
    context->on_top++;
    jump_to_failure(compiler, context, OP_JUMP_IF_NONE, span);
    emit(compiler, OP_UNPACK_SEQUENCE, (uint32_t)(positional + named), span);
    context->on_top += (uint32_t)(positional + named) - 1;
    for (size_t i = 0; i < positional + named; i++) {
        struct AstNode *part = i < positional ? pattern->patterns.items[i]
                                              : pattern->kwd_patterns.items[i - positional];
        context->on_top--;
        if (is_wildcard(part))
            emit(compiler, OP_POP_TOP, 0, span);
        else
            compile_subpattern(compiler, part, context);
    }
}

/* ---- Alternatives ------------------------------------------------------ */

/* Brings the waiting Values of an alternative into the first one's order. */
static void reorder_stores(struct Compiler *compiler, const struct NameTable *control, struct NameTable *stores,
                           struct SourceSpan span)
{
    for (uint32_t i = control->count; i-- > 0;) {
        int64_t at = name_find(stores, control->items[i]);
        if (at == i || at < 0)
            continue;
        /* stores up to `at` are rotated until the name is at i: the lowest of them goes on top */
        uint32_t rotations = (uint32_t)at + 1;
        struct NameTable reordered = {0};
        for (uint32_t k = rotations; k <= i; k++)
            name_number(compiler, &reordered, stores->items[k]);
        for (uint32_t k = 0; k < rotations; k++)
            name_number(compiler, &reordered, stores->items[k]);
        for (uint32_t k = i + 1; k < stores->count; k++)
            name_number(compiler, &reordered, stores->items[k]);
        while (rotations-- > 0)
            rotate_down(compiler, i + 1, span);
        *stores = reordered;
    }
}

static bool same_names(const struct NameTable *a, const struct NameTable *b)
{
    if (a->count != b->count)
        return false;
    for (uint32_t i = 0; i < a->count; i++)
        if (name_find(b, a->items[i]) < 0)
            return false;
    return true;
}

/* One alternative on a copy of the subject; goes to `matched` with its Values in the first one's order. */
static void compile_alternative(struct Compiler *compiler, const struct AstMatchOr *pattern, size_t i,
                                struct PatternContext *outer, struct NameTable *control, struct Block *matched)
{
    struct AstNode *alternative = pattern->patterns.items[i];
    struct SourceSpan span = span_of(alternative);
    struct PatternContext context = {
        .allow_irrefutable = i + 1 == pattern->patterns.count && outer->allow_irrefutable};
    emit(compiler, OP_COPY, 1, span);
    compile_pattern(compiler, alternative, &context);
    if (compiler->failed)
        return;
    if (i == 0) {
        *control = context.stores;
    } else if (!same_names(control, &context.stores)) {
        fail_syntax(compiler, &pattern->node, "alternative patterns bind different names");
        return;
    } else {
        reorder_stores(compiler, control, &context.stores, span);
    }
    emit_jump(compiler, OP_JUMP, matched, span);
    emit_failures(compiler, &context, span);
}

static void match_or(struct Compiler *compiler, const struct AstMatchOr *pattern, struct PatternContext *context)
{
    struct SourceSpan span = span_of(&pattern->node);
    struct Block *matched = new_block(compiler);
    struct NameTable control = {0};
    for (size_t i = 0; i < pattern->patterns.count && !compiler->failed; i++)
        compile_alternative(compiler, pattern, i, context, &control, matched);
    emit(compiler, OP_POP_TOP, 0, span); /* none matched: the subject goes */
    jump_to_failure(compiler, context, OP_JUMP, span);
    use_block(compiler, matched);
    /* The bound Values are on top of the subject, on top of what was there; they go below all of it. */
    uint32_t below = control.count + 1 + context->on_top + context->stores.count;
    for (uint32_t i = 0; i < control.count && !compiler->failed; i++) {
        rotate_down(compiler, below, span);
        if (name_find(&context->stores, control.items[i]) >= 0) {
            fail_syntax(compiler, &pattern->node, "multiple assignments to name '%s' in pattern",
                        control.items[i]->text);
            return;
        }
    }
    for (uint32_t i = 0; i < control.count; i++)
        name_number(compiler, &context->stores, control.items[i]);
    emit(compiler, OP_POP_TOP, 0, span);
}

/* ---- Dispatch ---------------------------------------------------------- */

static void compile_pattern(struct Compiler *compiler, struct AstNode *pattern, struct PatternContext *context)
{
    if (!enter_node(compiler))
        return;
    switch (pattern->kind) {
    case AST_MatchValue:
        match_value(compiler, as_MatchValue(pattern), context);
        break;
    case AST_MatchSingleton:
        match_singleton(compiler, as_MatchSingleton(pattern), context);
        break;
    case AST_MatchSequence:
        match_sequence(compiler, as_MatchSequence(pattern), context);
        break;
    case AST_MatchMapping:
        match_mapping(compiler, as_MatchMapping(pattern), context);
        break;
    case AST_MatchClass:
        match_class(compiler, as_MatchClass(pattern), context);
        break;
    case AST_MatchStar:
        store_later(compiler, as_MatchStar(pattern)->name, context, pattern);
        break;
    case AST_MatchAs:
        match_as(compiler, as_MatchAs(pattern), context);
        break;
    case AST_MatchOr:
        match_or(compiler, as_MatchOr(pattern), context);
        break;
    default:
        fail_syntax(compiler, pattern, "this pattern is not supported yet");
    }
    leave_node(compiler);
}

/* subject → nothing once the case is taken; the subject stays when it is not. */
static void compile_case(struct Compiler *compiler, const struct Astmatch_case *branch, bool is_last, struct Block *end)
{
    struct SourceSpan span = span_of(branch->pattern);
    struct PatternContext context = {.allow_irrefutable = branch->guard != NULL || is_last};
    emit(compiler, OP_COPY, 1, span);
    compile_pattern(compiler, branch->pattern, &context);
    for (uint32_t i = 0; i < context.stores.count; i++)
        compile_name(compiler, context.stores.items[i], NAME_STORE, span);
    if (branch->guard && ensure_failures(compiler, &context, 1))
        compile_condition(compiler, branch->guard, context.failures[0], false);
    emit(compiler, OP_POP_TOP, 0, span);
    compile_body(compiler, &branch->body);
    emit_jump(compiler, OP_JUMP, end, NO_SPAN);
    emit_failures(compiler, &context, span);
}

void compile_match(struct Compiler *compiler, struct AstNode *top)
{
    struct AstMatch *node = as_Match(top);
    struct Block *end = new_block(compiler);
    compile_expression(compiler, node->subject);
    for (size_t i = 0; i < node->cases.count && !compiler->failed; i++)
        compile_case(compiler, as_match_case(node->cases.items[i]), i + 1 == node->cases.count, end);
    emit(compiler, OP_POP_TOP, 0, NO_SPAN);
    use_block(compiler, end);
}
