/*
 * functools._lru_cache_wrapper: a function whose results are remembered.
 *
 * A bounded cache is a dict from key to Link, and a ring of the links in
 * order of use that begins and ends at the wrapper.  The dict holds the
 * links; the ring does not: a link leaves it before the dict lets go of it,
 * or at its death.  Looking up a key may run Python code, which may change
 * the cache: whatever was read before is read again afterwards.
 */
#include "runtime/arguments.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/instance.h"
#include "runtime/iterators.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/tracking.h"
#include "runtime/type_internal.h"

struct Ring {
    struct Ring *next, *previous; /* both NULL outside a ring */
};

struct Link {
    struct Object header;
    Value key, result;
    int64_t hash;
    struct Ring ring;
};

enum CacheKind { CACHE_NOTHING, CACHE_EVERYTHING, CACHE_RECENT };

struct LruCache {
    struct Object header;
    Value function, cache, info_type;
    Value mark; /* stands between positional and keyword arguments in a key; EMPTY until needed */
    struct Ring ring; /* next: the least recently used */
    enum CacheKind kind;
    bool typed;
    int64_t maximum, hits, misses;
};
enum { CACHE_VALUES = 4 };

static struct LruCache *as_cache(Value v) { return (struct LruCache *)value_object(v); }
static struct Link *as_link(Value v) { return (struct Link *)value_object(v); }

/* ---- The ring ---------------------------------------------------------- */

static void ring_remove(struct Ring *ring)
{
    if (ring->next == NULL)
        return;
    ring->next->previous = ring->previous;
    ring->previous->next = ring->next;
    ring->next = ring->previous = NULL;
}

static void ring_append(struct LruCache *cache, struct Ring *ring)
{
    ring->next = &cache->ring;
    ring->previous = cache->ring.previous;
    ring->previous->next = ring;
    cache->ring.previous = ring;
}

static void ring_empty(struct LruCache *cache)
{
    while (cache->ring.next != NULL && cache->ring.next != &cache->ring)
        ring_remove(cache->ring.next);
}

static struct Link *link_of(struct Ring *ring)
{
    return (struct Link *)(void *)((char *)ring - offsetof(struct Link, ring));
}

/* ---- Keys -------------------------------------------------------------- */

static bool need_mark(struct Interpreter *vm, struct LruCache *cache)
{
    if (!is_empty(cache->mark))
        return true;
    Value mark = instance_new(vm, builtin_type(vm, TYPE_object));
    if (is_empty(mark))
        return false;
    slot_init(vm, cache, &cache->mark, mark);
    return true;
}

static size_t put(struct Interpreter *vm, struct Tuple *tuple, size_t at, Value v)
{
    slot_init(vm, tuple, &tuple->items[at], retain(v));
    return at + 1;
}

static Value type_of(struct Interpreter *vm, Value v) { return type_value(value_type(vm, v)); }

/* One int or str is its own key; all else is a tuple of what tells calls apart. */
static Value make_key(struct Interpreter *vm, struct LruCache *cache, const Value *args, size_t positional, Value names)
{
    size_t keywords = keyword_count(names);
    if (!cache->typed && keywords == 0 && positional == 1 &&
        (is_exact_string(vm, args[0]) || value_type(vm, args[0]) == builtin_type(vm, TYPE_int)))
        return retain(args[0]);
    size_t size = positional + (keywords == 0 ? 0 : 1 + 2 * keywords) + (cache->typed ? positional + keywords : 0);
    if (size == 0)
        return tuple_new(vm, NULL, 0);
    if (keywords != 0 && !need_mark(vm, cache))
        return EMPTY;
    Value key = tuple_new_empty(vm, size);
    if (is_empty(key))
        return EMPTY;
    struct Tuple *tuple = as_tuple(key);
    size_t at = positional;
    slots_init_retained(vm, tuple, tuple->items, args, positional);
    if (keywords != 0)
        at = put(vm, tuple, at, cache->mark);
    for (size_t i = 0; i < keywords; i++) {
        at = put(vm, tuple, at, as_tuple(names)->items[i]);
        at = put(vm, tuple, at, args[positional + i]);
    }
    for (size_t i = 0; cache->typed && i < positional + keywords; i++)
        at = put(vm, tuple, at, type_of(vm, args[i]));
    return key;
}

/* ---- Calling ----------------------------------------------------------- */

static Value call_function(struct Interpreter *vm, struct LruCache *cache, const Value *args, size_t positional,
                           Value names)
{
    cache->misses++;
    Value function = retain(cache->function);
    Value result = object_call(vm, function, args, positional, names);
    release(vm, function);
    return result;
}

static Value call_unbounded(struct Interpreter *vm, struct LruCache *cache, Value key, int64_t hash, const Value *args,
                            size_t positional, Value names)
{
    Value result = dict_get_hashed(vm, cache->cache, key, hash);
    if (is_empty(result))
        return EMPTY;
    if (!is_absent(result)) {
        cache->hits++;
        return result;
    }
    result = call_function(vm, cache, args, positional, names);
    if (!is_empty(result) && !dict_set_hashed(vm, cache->cache, key, hash, result)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

static bool add_link(struct Interpreter *vm, struct LruCache *cache, Value key, int64_t hash, Value result)
{
    struct Link *link = (struct Link *)object_allocate(vm, builtin_type(vm, TYPE_lru_link), sizeof(struct Link));
    if (link == NULL)
        return false;
    Value v = value_from_object(link);
    slot_init(vm, link, &link->key, retain(key));
    slot_init(vm, link, &link->result, retain(result));
    link->hash = hash;
    bool done = dict_set_hashed(vm, cache->cache, key, hash, v);
    if (done)
        ring_append(cache, &link->ring);
    release(vm, v);
    return done;
}

/* Takes the least recently used entry out; the ring has one. */
static bool drop_oldest(struct Interpreter *vm, struct LruCache *cache)
{
    struct Link *oldest = link_of(cache->ring.next);
    Value held = retain(value_from_object(oldest)), key = retain(oldest->key);
    ring_remove(&oldest->ring);
    int dropped = dict_delete(vm, cache->cache, key);
    if (dropped < 0 && oldest->ring.next == NULL)
        ring_append(cache, &oldest->ring);
    release(vm, key);
    release(vm, held);
    return dropped >= 0;
}

/* The call that made result may have changed the cache, and may have cached this very key. */
static bool remember(struct Interpreter *vm, struct LruCache *cache, Value key, int64_t hash, Value result)
{
    int known = dict_contains_hashed(vm, cache->cache, key, hash);
    if (known != 0)
        return known > 0;
    if ((int64_t)dict_length(cache->cache) >= cache->maximum) {
        if (cache->ring.next == &cache->ring)
            return true;
        if (!drop_oldest(vm, cache))
            return false;
    }
    return add_link(vm, cache, key, hash, result);
}

static Value call_bounded(struct Interpreter *vm, struct LruCache *cache, Value key, int64_t hash, const Value *args,
                          size_t positional, Value names)
{
    Value found = dict_get_hashed(vm, cache->cache, key, hash);
    if (is_empty(found))
        return EMPTY;
    if (!is_absent(found)) {
        struct Link *link = as_link(found);
        if (link->ring.next != NULL) {
            ring_remove(&link->ring);
            ring_append(cache, &link->ring);
        }
        cache->hits++;
        Value result = retain(link->result);
        release(vm, found);
        return result;
    }
    Value result = call_function(vm, cache, args, positional, names);
    if (!is_empty(result) && !remember(vm, cache, key, hash, result)) {
        release(vm, result);
        return EMPTY;
    }
    return result;
}

static Value cache_call(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names)
{
    struct LruCache *cache = as_cache(self);
    if (cache->kind == CACHE_NOTHING)
        return call_function(vm, cache, args, positional, names);
    Value key = make_key(vm, cache, args, positional, names), result = EMPTY;
    if (is_empty(key))
        return EMPTY;
    int64_t hash;
    retain(self);
    if (object_hash(vm, key, &hash))
        result = (cache->kind == CACHE_RECENT ? call_bounded : call_unbounded)(vm, cache, key, hash, args, positional,
                                                                              names);
    release(vm, key);
    release(vm, self);
    return result;
}

/* ---- Making ------------------------------------------------------------ */

static bool read_maximum(struct Interpreter *vm, struct LruCache *cache, Value maximum)
{
    if (is_none(maximum)) {
        cache->kind = CACHE_EVERYTHING;
        cache->maximum = -1;
        return true;
    }
    if (!value_has_flag(vm, maximum, TYPE_SUBCLASS_INT)) {
        raise_type_error(vm, "maxsize should be integer or None");
        return false;
    }
    if (!object_as_int64(vm, maximum, TYPE_OverflowError, &cache->maximum))
        return false;
    if (cache->maximum < 0)
        cache->maximum = 0;
    cache->kind = cache->maximum == 0 ? CACHE_NOTHING : CACHE_RECENT;
    return true;
}

static Value cache_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional, Value names)
{
    enum { FUNCTION_ARGUMENT, MAXIMUM, TYPED, INFO_TYPE, ARGUMENT_COUNT };
    Value bound[ARGUMENT_COUNT];
    if (!native_bind(vm, "lru_cache", "user_function, maxsize, typed, cache_info_type", args, positional, names, bound,
                     ARGUMENT_COUNT))
        return EMPTY;
    if (!object_is_callable(vm, bound[FUNCTION_ARGUMENT]))
        return raise_type_error(vm, "the first argument must be callable");
    int typed = object_truth(vm, bound[TYPED]);
    struct LruCache *cache = typed < 0 ? NULL : (struct LruCache *)object_allocate(vm, type, type->instance_size);
    if (cache == NULL)
        return EMPTY;
    Value self = value_from_object(cache);
    cache->typed = typed != 0;
    cache->ring.next = cache->ring.previous = &cache->ring;
    slot_init(vm, cache, &cache->function, retain(bound[FUNCTION_ARGUMENT]));
    slot_init(vm, cache, &cache->info_type, retain(bound[INFO_TYPE]));
    slot_init(vm, cache, &cache->cache, dict_new(vm));
    if (!is_empty(cache->cache) && read_maximum(vm, cache, bound[MAXIMUM]))
        return self;
    release(vm, self);
    return EMPTY;
}

/* ---- Methods ----------------------------------------------------------- */

static Value cache_info(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    const struct LruCache *cache = as_cache(args[0]);
    Value numbers[] = {value_from_small_int(cache->hits), value_from_small_int(cache->misses),
                       cache->kind == CACHE_EVERYTHING ? VALUE_NONE : value_from_small_int(cache->maximum),
                       value_from_small_int((int64_t)dict_length(cache->cache))};
    return object_call(vm, cache->info_type, numbers, 4, EMPTY);
}

static Value cache_clear(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    struct LruCache *cache = as_cache(args[0]);
    cache->hits = cache->misses = 0;
    ring_empty(cache);
    dict_clear(vm, cache->cache);
    return VALUE_NONE;
}

static Value cache_reduce(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return object_get_attribute(vm, args[0], NAME(vm, __qualname__));
}

static Value same_object(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    return retain(args[0]);
}

static Value cache_get(struct Interpreter *vm, Value self, Value instance, Value owner)
{
    (void)owner;
    return is_empty(instance) || is_none(instance) ? retain(self) : method_new(vm, self, instance);
}

static const struct NativeMethod cache_methods[] = {
    METHOD("cache_info", cache_info, 0, 0, "", "Report cache statistics"),
    METHOD("cache_clear", cache_clear, 0, 0, "", "Clear the cache and cache statistics"),
    METHOD("__reduce__", cache_reduce, 0, 0, NULL, NULL),
    METHOD("__copy__", same_object, 0, 0, NULL, NULL),
    METHOD("__deepcopy__", same_object, 1, 1, NULL, NULL),
    METHODS_END,
};

/* ---- Memory ------------------------------------------------------------ */

static void cache_traverse(struct Object *self, VisitFunction visit, void *context)
{
    values_traverse(self, CACHE_VALUES, visit, context);
    attributes_traverse(self, visit, context);
}

/* The results die first, then the function, as in CPython. */
static Value cache_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    struct LruCache *cache = (struct LruCache *)self;
    ring_empty(cache);
    Value *const held[] = {&cache->cache, &cache->function, &cache->mark, &cache->info_type};
    for (size_t i = 0; i < CACHE_VALUES; i++)
        if (!is_empty(*held[i]))
            return slot_take(vm, self, held[i]);
    return attributes_take(vm, self, cursor);
}

static void cache_break(struct Interpreter *vm, struct Object *self)
{
    struct LruCache *cache = (struct LruCache *)self;
    ring_empty(cache);
    if (!is_empty(cache->cache))
        dict_clear(vm, cache->cache);
}

static void cache_destroy(struct Interpreter *vm, struct Object *self)
{
    ring_empty((struct LruCache *)self);
    attributes_destroy(vm, self);
}

static void link_traverse(struct Object *self, VisitFunction visit, void *context)
{
    values_traverse(self, 2, visit, context);
}

static Value link_take(struct Interpreter *vm, struct Object *self, size_t *cursor)
{
    return values_take(vm, self, 2, cursor);
}

static void link_destroy(struct Interpreter *vm, struct Object *self)
{
    (void)vm;
    ring_remove(&((struct Link *)self)->ring);
}

const struct TypeSpec lru_link_type_spec = {
    .name = "functools._lru_list_elem",
    .instance_size = sizeof(struct Link),
    .flags = TYPE_NO_INSTANCES,
    .memory = {.traverse = link_traverse, .take = link_take, .destroy = link_destroy, .kind = OBJECT_CONTAINER,
               .weigh = no_weight},
};

const struct TypeSpec lru_cache_type_spec = {
    .name = "functools._lru_cache_wrapper",
    .documentation = "Create a cached callable that wraps another function.\n\nuser_function:      the function being "
                     "cached\nmaxsize:  0 for no caching, None for unlimited cache size, n for a bounded cache\n"
                     "typed:    False and True tell whether 3 and 3.0 are cached as one call or as two\n"
                     "cache_info_type:    namedtuple class with the fields hits misses currsize maxsize",
    .instance_size = sizeof(struct LruCache),
    .flags = TYPE_BASE | TYPE_HAS_ATTRIBUTES | TYPE_WEAKLY_REFERENCEABLE | TYPE_METHOD_DESCRIPTOR,
    .memory = {.traverse = cache_traverse, .take = cache_take, .clear = cache_break, .destroy = cache_destroy,
               .kind = OBJECT_CONTAINER, .weigh = attributed_weight},
    .operations = {.construct = cache_construct, .call = cache_call, .descriptor_get = cache_get},
    .methods = cache_methods,
};
