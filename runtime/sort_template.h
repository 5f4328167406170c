/*
 * A stable, adaptive merge sort, written once for every kind of key.
 *
 * The including file (sort.c) defines
 *     SORT(name)         the name of a function of this instance
 *     ELEMENT            what is moved: a key, or a key with its item
 *     LESS(sort, a, b)   1, 0, or -1 when the comparison raised
 *
 * Natural runs are found and extended to a minimum by binary insertion; the
 * order of merges follows powersort (Munro and Wild, 2018), merges gallop
 * when one side keeps winning (Peters' timsort).  When a comparison raises,
 * every function leaves a permutation of what it was given.
 *
 * No include guard: it is included once per instance.
 */

/* ---- Runs --------------------------------------------------------------- */

static void SORT(reverse)(ELEMENT *low, ELEMENT *high)
{
    while (low + 1 < high) {
        ELEMENT first = *low;
        *low++ = *--high;
        *high = first;
    }
}

/* Sorts [low, low + count), of which the first `sorted` elements are sorted. */
static bool SORT(insertion)(struct Sort *sort, ELEMENT *low, size_t count, size_t sorted)
{
    for (; sorted < count; sorted++) {
        ELEMENT pivot = low[sorted];
        size_t left = 0, right = sorted;
        while (left < right) {
            size_t middle = (left + right) / 2;
            int less = LESS(sort, pivot, low[middle]);
            if (less < 0)
                return false;
            if (less)
                right = middle;
            else
                left = middle + 1;
        }
        memmove(low + left + 1, low + left, (sorted - left) * sizeof *low);
        low[left] = pivot;
    }
    return true;
}

/* Extends a descending run of `length` elements, its groups of equals reversed so that reversing the whole keeps
 * their order; *raised is set when a comparison raised. */
static size_t SORT(descend)(struct Sort *sort, ELEMENT *low, size_t length, size_t count, bool *raised)
{
    size_t group = length - 1; /* where the current group of equals begins */
    for (; length < count; length++) {
        int smaller = LESS(sort, low[length], low[length - 1]);
        if (smaller > 0) {
            SORT(reverse)(low + group, low + length);
            group = length;
            continue;
        }
        int larger = smaller < 0 ? -1 : LESS(sort, low[length - 1], low[length]);
        if (larger < 0) {
            *raised = true;
            return length;
        }
        if (larger > 0)
            break;
    }
    SORT(reverse)(low + group, low + length);
    return length;
}

/* Length of the run at low, ascending on return; 0: raised. */
static size_t SORT(find_run)(struct Sort *sort, ELEMENT *low, size_t count)
{
    size_t length = 1;
    int less = 0;
    bool raised = false;
    while (length < count && (less = LESS(sort, low[length], low[length - 1])) == 0)
        length++;
    if (length == count || less < 0)
        return less < 0 ? 0 : length;
    if (length > 1) {
        less = LESS(sort, low[0], low[length - 1]);
        if (less != 0)
            return less < 0 ? 0 : length;
        SORT(reverse)(low, low + length); /* all equal so far: the start of a descending run */
    }
    length = SORT(descend)(sort, low, length + 1, count, &raised);
    if (raised)
        return 0;
    SORT(reverse)(low, low + length);
    while (length < count) {
        less = LESS(sort, low[length], low[length - 1]);
        if (less != 0)
            return less < 0 ? 0 : length;
        length++;
    }
    return length;
}

/* ---- Galloping ---------------------------------------------------------- */

/*
 * Where key belongs in the sorted run of `count` elements, searched
 * exponentially from `hint`: behind its equals (after true) or before them.
 * SIZE_MAX: raised.
 */
static inline __attribute__((always_inline)) size_t SORT(gallop)(struct Sort *sort, ELEMENT key, const ELEMENT *run,
                                                                 size_t count, size_t hint, bool after)
{
    /* "low": run[i] belongs before the place that is sought */
#define BELONGS_BEFORE(i) (after ? 1 - LESS(sort, key, run[i]) : LESS(sort, run[i], key))
    size_t left, right, offset = 1, last = 0;
    int low = BELONGS_BEFORE(hint);
    if (low < 0 || low > 1)
        return SIZE_MAX;
    if (low) {
        size_t limit = count - hint;
        while (offset < limit && (low = BELONGS_BEFORE(hint + offset)) == 1) {
            last = offset;
            offset = offset * 2 + 1;
        }
        if (low < 0 || low > 1)
            return SIZE_MAX;
        left = hint + last + 1;
        right = offset < limit ? hint + offset : count;
    } else {
        size_t limit = hint + 1;
        while (offset < limit && (low = BELONGS_BEFORE(hint - offset)) == 0) {
            last = offset;
            offset = offset * 2 + 1;
        }
        if (low < 0 || low > 1)
            return SIZE_MAX;
        left = offset < limit ? hint - offset + 1 : 0;
        right = hint - last;
    }
    while (left < right) {
        size_t middle = left + (right - left) / 2;
        low = BELONGS_BEFORE(middle);
        if (low < 0 || low > 1)
            return SIZE_MAX;
        if (low)
            left = middle + 1;
        else
            right = middle;
    }
    return left;
#undef BELONGS_BEFORE
}

static size_t SORT(gallop_left)(struct Sort *sort, ELEMENT key, const ELEMENT *run, size_t count, size_t hint)
{
    return SORT(gallop)(sort, key, run, count, hint, false);
}

static size_t SORT(gallop_right)(struct Sort *sort, ELEMENT key, const ELEMENT *run, size_t count, size_t hint)
{
    return SORT(gallop)(sort, key, run, count, hint, true);
}

/* ---- Merging ------------------------------------------------------------ */

/* A merge under way: `low` is the run with the smaller elements' place, one of the two lies in the spare array. */
struct SORT(Merge) {
    ELEMENT *target, *a, *b;
    size_t a_left, b_left;
};

/* One element after the other until one run wins often enough: 1, runs over: 0, raised: -1. */
static inline int SORT(step_low)(struct Sort *sort, struct SORT(Merge) *m)
{
    size_t a_wins = 0, b_wins = 0;
    for (;;) {
        int less = LESS(sort, *m->b, *m->a);
        if (less < 0)
            return -1;
        if (less) {
            *m->target++ = *m->b++;
            b_wins++;
            a_wins = 0;
            if (--m->b_left == 0)
                return 0;
            if (b_wins >= sort->minimum_gallop)
                return 1;
        } else {
            *m->target++ = *m->a++;
            a_wins++;
            b_wins = 0;
            if (--m->a_left == 1)
                return 0;
            if (a_wins >= sort->minimum_gallop)
                return 1;
        }
    }
}

static int SORT(gallop_low)(struct Sort *sort, struct SORT(Merge) *m)
{
    size_t a_run, b_run;
    sort->minimum_gallop++;
    do {
        sort->minimum_gallop -= sort->minimum_gallop > 1;
        a_run = SORT(gallop_right)(sort, *m->b, m->a, m->a_left, 0);
        if (a_run == SIZE_MAX)
            return -1;
        memcpy(m->target, m->a, a_run * sizeof *m->a);
        m->target += a_run;
        m->a += a_run;
        m->a_left -= a_run;
        if (m->a_left <= 1)
            return 0;
        *m->target++ = *m->b++;
        if (--m->b_left == 0)
            return 0;
        b_run = SORT(gallop_left)(sort, *m->a, m->b, m->b_left, 0);
        if (b_run == SIZE_MAX)
            return -1;
        memmove(m->target, m->b, b_run * sizeof *m->b);
        m->target += b_run;
        m->b += b_run;
        m->b_left -= b_run;
        if (m->b_left == 0)
            return 0;
        *m->target++ = *m->a++;
        if (--m->a_left == 1)
            return 0;
    } while (a_run >= MINIMUM_GALLOP || b_run >= MINIMUM_GALLOP);
    sort->minimum_gallop++;
    return 1;
}

/* Merges from the left; run a, the shorter one, is copied aside.  b[0] < a[0] and a's last is the largest. */
static bool SORT(merge_low)(struct Sort *sort, ELEMENT *a, size_t a_count, ELEMENT *b, size_t b_count)
{
    if (!sort_spare(sort, a_count * sizeof *a))
        return false;
    memcpy(sort->spare, a, a_count * sizeof *a);
    struct SORT(Merge) m = {a, sort->spare, b, a_count, b_count};
    *m.target++ = *m.b++;
    m.b_left--;
    int state = m.b_left == 0 || m.a_left == 1 ? 0 : 1;
    while (state > 0) {
        state = SORT(step_low)(sort, &m);
        if (state > 0)
            state = SORT(gallop_low)(sort, &m);
    }
    if (state == 0 && m.a_left == 1 && m.b_left > 0) { /* a's last element goes behind all of b */
        memmove(m.target, m.b, m.b_left * sizeof *m.b);
        m.target += m.b_left;
    }
    memcpy(m.target, m.a, m.a_left * sizeof *m.a);
    return state == 0;
}

/* The same from the right: here target, a and b point behind their last elements. */
static inline int SORT(step_high)(struct Sort *sort, struct SORT(Merge) *m)
{
    size_t a_wins = 0, b_wins = 0;
    for (;;) {
        int less = LESS(sort, m->b[-1], m->a[-1]);
        if (less < 0)
            return -1;
        if (less) {
            *--m->target = *--m->a;
            a_wins++;
            b_wins = 0;
            if (--m->a_left == 0)
                return 0;
            if (a_wins >= sort->minimum_gallop)
                return 1;
        } else {
            *--m->target = *--m->b;
            b_wins++;
            a_wins = 0;
            if (--m->b_left == 1)
                return 0;
            if (b_wins >= sort->minimum_gallop)
                return 1;
        }
    }
}

static int SORT(gallop_high)(struct Sort *sort, struct SORT(Merge) *m)
{
    size_t a_run, b_run, place;
    sort->minimum_gallop++;
    do {
        sort->minimum_gallop -= sort->minimum_gallop > 1;
        place = SORT(gallop_right)(sort, m->b[-1], m->a - m->a_left, m->a_left, m->a_left - 1);
        if (place == SIZE_MAX)
            return -1;
        a_run = m->a_left - place;
        m->target -= a_run;
        m->a -= a_run;
        memmove(m->target, m->a, a_run * sizeof *m->a);
        m->a_left -= a_run;
        if (m->a_left == 0)
            return 0;
        *--m->target = *--m->b;
        if (--m->b_left == 1)
            return 0;
        place = SORT(gallop_left)(sort, m->a[-1], m->b - m->b_left, m->b_left, m->b_left - 1);
        if (place == SIZE_MAX)
            return -1;
        b_run = m->b_left - place;
        m->target -= b_run;
        m->b -= b_run;
        memcpy(m->target, m->b, b_run * sizeof *m->b);
        m->b_left -= b_run;
        if (m->b_left <= 1)
            return 0;
        *--m->target = *--m->a;
        if (--m->a_left == 0)
            return 0;
    } while (a_run >= MINIMUM_GALLOP || b_run >= MINIMUM_GALLOP);
    sort->minimum_gallop++;
    return 1;
}

/* Merges from the right; run b, the shorter one, is copied aside. */
static bool SORT(merge_high)(struct Sort *sort, ELEMENT *a, size_t a_count, ELEMENT *b, size_t b_count)
{
    if (!sort_spare(sort, b_count * sizeof *b))
        return false;
    memcpy(sort->spare, b, b_count * sizeof *b);
    ELEMENT *spare = sort->spare;
    struct SORT(Merge) m = {b + b_count, a + a_count, spare + b_count, a_count, b_count};
    *--m.target = *--m.a;
    m.a_left--;
    int state = m.a_left == 0 || m.b_left == 1 ? 0 : 1;
    while (state > 0) {
        state = SORT(step_high)(sort, &m);
        if (state > 0)
            state = SORT(gallop_high)(sort, &m);
    }
    if (state == 0 && m.b_left == 1 && m.a_left > 0) { /* b's first element goes before all of a */
        m.target -= m.a_left;
        m.a -= m.a_left;
        memmove(m.target, m.a, m.a_left * sizeof *m.a);
    }
    memcpy(m.target - m.b_left, m.b - m.b_left, m.b_left * sizeof *m.b);
    return state == 0;
}

/* Merges the two topmost runs of the stack. */
static bool SORT(merge_top)(struct Sort *sort, ELEMENT *base)
{
    struct Run *first = &sort->runs[sort->run_count - 2], *second = &sort->runs[sort->run_count - 1];
    ELEMENT *a = base + first->start, *b = base + second->start;
    size_t a_count = first->length, b_count = second->length;
    first->length += b_count;
    sort->run_count--;
    size_t in_place = SORT(gallop_right)(sort, *b, a, a_count, 0);
    if (in_place == SIZE_MAX)
        return false;
    a += in_place;
    a_count -= in_place;
    if (a_count == 0)
        return true;
    b_count = SORT(gallop_left)(sort, a[a_count - 1], b, b_count, b_count - 1);
    if (b_count == SIZE_MAX)
        return false;
    if (b_count == 0)
        return true;
    return a_count <= b_count ? SORT(merge_low)(sort, a, a_count, b, b_count)
                              : SORT(merge_high)(sort, a, a_count, b, b_count);
}

static bool SORT(all)(struct Sort *sort, ELEMENT *base, size_t count, bool backward)
{
    size_t minimum = minimum_run(count);
    bool ok = true;
    if (backward) /* reversed before and after, equal elements keep their order */
        SORT(reverse)(base, base + count);
    for (size_t start = 0; ok && start < count;) {
        size_t rest = count - start, length = SORT(find_run)(sort, base + start, rest);
        if (length == 0) {
            ok = false;
            break;
        }
        if (length < minimum) {
            size_t forced = rest < minimum ? rest : minimum;
            ok = SORT(insertion)(sort, base + start, forced, length);
            length = forced;
        }
        unsigned power = sort->run_count > 0 ? run_power(&sort->runs[sort->run_count - 1], length, count) : 0;
        while (ok && sort->run_count > 1 && sort->runs[sort->run_count - 2].power > power)
            ok = SORT(merge_top)(sort, base);
        if (sort->run_count > 0)
            sort->runs[sort->run_count - 1].power = power;
        sort->runs[sort->run_count++] = (struct Run){start, length, 0};
        start += length;
    }
    while (ok && sort->run_count > 1)
        ok = SORT(merge_top)(sort, base);
    if (backward)
        SORT(reverse)(base, base + count);
    return ok;
}
