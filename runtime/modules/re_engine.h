/* What the engine's three widths (re_engine_width.h) share with the engine. */
#ifndef VIV_RUNTIME_MODULES_RE_ENGINE_H
#define VIV_RUNTIME_MODULES_RE_ENGINE_H

#define PCRE2_CODE_UNIT_WIDTH 0
#include <pcre2.h>

#include "runtime/modules/re.h"

enum { REGEX_WIDTH_COUNT = 3 };

/* vm->regex: contexts of the three libraries, made when first needed. */
struct RegexState {
    void *general[REGEX_WIDTH_COUNT];
    void *compile[REGEX_WIDTH_COUNT];
    void *jit_stack[REGEX_WIDTH_COUNT]; /* made when the machine's own was too small */
};

/* What callouts see of a match under way. */
struct RegexWatch {
    struct Interpreter *vm;
    uint32_t last_closed;
    uint32_t ticks;
};

enum {
    CALLOUT_AT_END = 1,
    CALLOUT_STOP = -1000, /* no code of PCRE2's: an exception is due */
    FIRST_MATCH_LIMIT = 3000000, /* steps until the guarded program takes over */
    HEAP_LIMIT_KIB = 1024 * 1024,
    JIT_STACK_START = 64 * 1024,
    JIT_STACK_LIMIT = 64 * 1024 * 1024,
};

/* What a width's library does for the engine. */
struct RegexLibrary {
    bool (*open)(struct Interpreter *vm, struct RegexState *state);
    void (*close)(struct RegexState *state);
    /* 0, or PCRE2's error number; ENGINE_NO_MEMORY for ours. */
    int (*compile)(struct RegexState *state, struct RegexText *text, uint32_t options, void **code);
    bool (*prepare)(struct RegexState *state, struct RegexProgram *program, uint32_t groups);
    bool (*compile_jit)(void *code);
    int (*run)(struct RegexState *state, struct RegexProgram *program, bool guarded, bool jit,
               const struct RegexSubject *subject, size_t start, uint32_t options, struct RegexWatch *watch);
    const size_t *(*offsets)(struct RegexProgram *program);
    bool (*grow_jit_stack)(struct RegexState *state, struct RegexProgram *program);
    void (*free)(struct RegexProgram *program);
    void (*message)(int error, char *buffer, size_t size);
};

/* Called by callouts every now and then; false: stop. */
bool regex_tick(struct RegexWatch *watch);
void *regex_allocate(size_t size, void *context);
void regex_free(void *block, void *context);
int regex_stack_guard(uint32_t depth, void *context);

#endif
