/*
 * Ownership in the signature.
 *
 * A parameter is borrowed unless it is marked STEALS; a result is OWNED (the
 * caller must release it) or BORROWED (it lives as long as its holder).  For
 * clang's RetainCount checker (`make ownership`) the words are annotations;
 * for every other reader they are documentation that cannot go stale.
 */
#ifndef VIV_GC_OWNERSHIP_H
#define VIV_GC_OWNERSHIP_H

#if defined(__clang__)
#define OWNED __attribute__((annotate("rc_ownership_returns_retained")))
#define BORROWED __attribute__((annotate("rc_ownership_returns_not_retained")))
#define STEALS __attribute__((annotate("rc_ownership_consumed")))
#else
#define OWNED
#define BORROWED
#define STEALS
#endif

#define MUST_USE __attribute__((warn_unused_result))
#define LIKELY(condition) __builtin_expect(!!(condition), 1)
#define UNLIKELY(condition) __builtin_expect(!!(condition), 0)
#define FORMAT_LIKE_PRINTF(position, first) __attribute__((__format__(__printf__, position, first)))

#endif
