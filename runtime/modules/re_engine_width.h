/*
 * The engine for one width of code units: re_engine.c includes this once for
 * each with WIDTH defined as 8, 16 or 32, UNIT as the units' type, and INDEX
 * as the width's number.
 */
#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define PCRE(name) JOIN(pcre2_##name##_, WIDTH)
#define MINE(name) JOIN(name##_, WIDTH)

static bool MINE(open)(struct Interpreter *vm, struct RegexState *state)
{
    if (state->compile[INDEX])
        return true;
    if (!state->general[INDEX])
        state->general[INDEX] = PCRE(general_context_create)(regex_allocate, regex_free, vm);
    PCRE(compile_context) *compile = state->general[INDEX] ? PCRE(compile_context_create)(state->general[INDEX]) : NULL;
    if (!compile)
        return false;
    PCRE(set_newline)(compile, PCRE2_NEWLINE_LF);
    PCRE(set_parens_nest_limit)(compile, 4000);
    PCRE(set_compile_recursion_guard)(compile, regex_stack_guard, vm);
    state->compile[INDEX] = compile;
    return true;
}

static void MINE(close)(struct RegexState *state)
{
    PCRE(jit_stack_free)(state->jit_stack[INDEX]);
    PCRE(compile_context_free)(state->compile[INDEX]);
    PCRE(general_context_free)(state->general[INDEX]);
}

static int MINE(compile)(struct RegexState *state, struct RegexText *text, uint32_t options, void **code)
{
    size_t length = text->length, size = (length + 1) * sizeof(UNIT), offset;
    UNIT *units = heap_allocate(text->vm, MEMORY_BYTES, size);
    int error;
    if (!units)
        return ENGINE_NO_MEMORY;
    for (size_t i = 0; i < length; i++)
        units[i] = (UNIT)(unsigned char)text->data[i];
    *code = PCRE(compile)(units, length, options, &error, &offset, state->compile[INDEX]);
    heap_free(text->vm, MEMORY_BYTES, units, size);
    return *code ? 0 : error;
}

static int MINE(callout)(PCRE(callout_block) *block, void *context)
{
    struct RegexWatch *watch = context;
    if (block->callout_number == CALLOUT_AT_END) {
        watch->last_closed = block->capture_last;
        return 0;
    }
    return ++watch->ticks & 1023 ? 0 : regex_tick(watch) ? 0 : CALLOUT_STOP;
}

static bool MINE(prepare)(struct RegexState *state, struct RegexProgram *program, uint32_t groups)
{
    if (!program->match_data)
        program->match_data = PCRE(match_data_create)(groups + 1, state->general[INDEX]);
    if (!program->match_context)
        program->match_context = PCRE(match_context_create)(state->general[INDEX]);
    if (!program->match_data || !program->match_context)
        return false;
    PCRE(set_heap_limit)(program->match_context, HEAP_LIMIT_KIB);
    PCRE(set_depth_limit)(program->match_context, UINT32_MAX);
    PCRE(set_match_limit)(program->match_context, FIRST_MATCH_LIMIT);
    PCRE(jit_stack_assign)(program->match_context, NULL, state->jit_stack[INDEX]);
    return true;
}

static bool MINE(compile_jit)(void *code) { return PCRE(jit_compile)(code, PCRE2_JIT_COMPLETE) == 0; }

static int MINE(run)(struct RegexState *state, struct RegexProgram *program, bool guarded, bool jit,
                     const struct RegexSubject *subject, size_t start, uint32_t options, struct RegexWatch *watch)
{
    static const UNIT nothing[1] = {0};
    PCRE(match_context) *context = program->match_context;
    const UNIT *units = subject->units ? subject->units : nothing;
    void *code = guarded ? program->guarded : program->code;
    (void)state;
    PCRE(set_callout)(context, MINE(callout), watch);
    if (jit && !guarded)
        return PCRE(jit_match)(code, units, subject->end, start, options, program->match_data, context);
    if (guarded)
        PCRE(set_match_limit)(context, UINT32_MAX);
    int result = PCRE(match)(code, units, subject->end, start, options | (jit ? 0 : PCRE2_NO_JIT), program->match_data,
                             context);
    if (guarded)
        PCRE(set_match_limit)(context, FIRST_MATCH_LIMIT);
    return result;
}

static const size_t *MINE(offsets)(struct RegexProgram *program)
{
    return PCRE(get_ovector_pointer)(program->match_data);
}

static bool MINE(grow_jit_stack)(struct RegexState *state, struct RegexProgram *program)
{
    if (!state->jit_stack[INDEX])
        state->jit_stack[INDEX] = PCRE(jit_stack_create)(JIT_STACK_START, JIT_STACK_LIMIT, state->general[INDEX]);
    if (!state->jit_stack[INDEX])
        return false;
    PCRE(jit_stack_assign)(program->match_context, NULL, state->jit_stack[INDEX]);
    return true;
}

static void MINE(free)(struct RegexProgram *program)
{
    PCRE(match_context_free)(program->match_context);
    PCRE(match_data_free)(program->match_data);
    PCRE(code_free)(program->guarded);
    PCRE(code_free)(program->code);
}

static void MINE(message)(int error, char *buffer, size_t size)
{
    UNIT text[200];
    int length = PCRE(get_error_message)(error, text, sizeof text / sizeof *text);
    size_t i = 0;
    for (; length > 0 && i < (size_t)length && i + 1 < size; i++)
        buffer[i] = (char)text[i];
    buffer[i] = '\0';
}

static const struct RegexLibrary MINE(library) = {
    MINE(open), MINE(close),   MINE(compile),        MINE(prepare), MINE(compile_jit),
    MINE(run),  MINE(offsets), MINE(grow_jit_stack), MINE(free),    MINE(message),
};

#undef JOIN_
#undef JOIN
#undef PCRE
#undef MINE
#undef WIDTH
#undef UNIT
#undef INDEX
