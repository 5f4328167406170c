/*
 * The module gc: CPython 3.13's functions over gc/collector.h.
 *
 * gc.garbage and gc.callbacks are lists of the interpreter (gc_garbage,
 * gc_callbacks), made when the module is imported; the collector reaches them
 * through the callbacks installed here.
 */
#include <stdio.h>
#include <time.h>

#include "gc/collector.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/module.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/tracking.h"

enum DebugFlag { DEBUG_STATS = 1, DEBUG_COLLECTABLE = 2, DEBUG_UNCOLLECTABLE = 4, DEBUG_SAVEALL = 32 };

static bool as_int(struct Interpreter *vm, Value v, int *number)
{
    int64_t wide;
    if (!object_as_int64(vm, v, TYPE_OverflowError, &wide))
        return false;
    if (wide < INT32_MIN || wide > INT32_MAX) {
        raise_error(vm, TYPE_OverflowError, "signed integer is %s than %s", wide > 0 ? "greater" : "less",
                    wide > 0 ? "maximum" : "minimum");
        return false;
    }
    *number = (int)wide;
    return true;
}

/* ---- Collecting -------------------------------------------------------- */

static Value gc_collect(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int generation = GENERATION_COUNT - 1;
    if (!is_absent(args[0]) && !as_int(vm, args[0], &generation))
        return EMPTY;
    if (generation < 0 || generation >= GENERATION_COUNT)
        return raise_value_error(vm, "invalid generation");
    return value_from_small_int((int64_t)collector_collect(vm, generation));
}

static Value gc_enable(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    collector_enable(vm, true);
    return VALUE_NONE;
}

static Value gc_disable(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    collector_enable(vm, false);
    return VALUE_NONE;
}

static Value gc_isenabled(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return value_from_bool(collector_is_enabled(vm));
}

static Value three_ints(struct Interpreter *vm, int64_t a, int64_t b, int64_t c)
{
    return tuple_pack(vm, 3, value_from_small_int(a), value_from_small_int(b), value_from_small_int(c));
}

static Value gc_get_count(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return three_ints(vm, (int64_t)collector_count(vm, 0), (int64_t)collector_count(vm, 1),
                      (int64_t)collector_count(vm, 2));
}

static Value gc_get_threshold(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return three_ints(vm, (int)collector_threshold(vm, 0), (int)collector_threshold(vm, 1),
                      (int)collector_threshold(vm, 2));
}

static Value gc_set_threshold(struct Interpreter *vm, const Value *args, size_t count)
{
    int thresholds[GENERATION_COUNT];
    if (count < 1 || count > GENERATION_COUNT)
        return raise_type_error(vm, "gc.set_threshold requires 1 to 3 arguments");
    for (size_t i = 0; i < count; i++) {
        if (!as_int(vm, args[i], &thresholds[i]))
            return EMPTY;
    }
    for (size_t i = 0; i < count; i++)
        collector_set_threshold(vm, (int)i, (size_t)(int64_t)thresholds[i]);
    return VALUE_NONE;
}

/* ---- Lists of objects -------------------------------------------------- */

struct Listing {
    struct Interpreter *vm;
    Value list, skip; /* skip: not to be listed, or EMPTY */
    bool failed;
};

static void list_value(struct Listing *listing, Value v)
{
    if (!listing->failed && !list_append(listing->vm, listing->list, retain(v)))
        listing->failed = true;
}

static void visit_tracked(Value v, void *context)
{
    struct Listing *listing = context;
    if (!value_same(v, listing->list) && value_is_tracked(listing->vm, v))
        list_value(listing, v);
}

static Value finish_listing(struct Listing *listing)
{
    if (!listing->failed)
        return listing->list;
    release(listing->vm, listing->list);
    return EMPTY;
}

/* None (or, as in CPython, -1): all generations; otherwise the number of one. */
static bool generation_argument(struct Interpreter *vm, Value v, int *generation)
{
    *generation = -1;
    if (is_absent(v) || is_none(v))
        return true;
    if (!is_int(vm, v) && value_type(vm, v)->operations.index == NULL) {
        raise_type_error(vm, "argument should be integer or None, not '%s'", value_type_name(vm, v));
        return false;
    }
    if (!as_int(vm, v, generation))
        return false;
    if (*generation >= GENERATION_COUNT)
        raise_value_error(vm, "generation parameter must be less than the number of available generations (%d)",
                          GENERATION_COUNT);
    else if (*generation < -1)
        raise_value_error(vm, "generation parameter cannot be negative");
    return *generation >= -1 && *generation < GENERATION_COUNT;
}

static Value gc_get_objects(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int generation;
    if (!generation_argument(vm, args[0], &generation))
        return EMPTY;
    struct Listing listing = {vm, list_new(vm, 0), EMPTY, false};
    if (is_empty(listing.list))
        return EMPTY;
    collector_walk(vm, generation, visit_tracked, &listing);
    return finish_listing(&listing);
}

struct Search {
    struct Listing listing;
    const Value *wanted;
    size_t count;
    bool found;
};

static void visit_wanted(Value v, void *context)
{
    struct Search *search = context;
    for (size_t i = 0; i < search->count && !search->found; i++)
        search->found = !is_empty(v) && value_same(v, search->wanted[i]);
}

static void visit_referrer(Value v, void *context)
{
    struct Search *search = context;
    if (value_same(v, search->listing.list) || !value_is_tracked(search->listing.vm, v))
        return;
    search->found = false;
    object_traverse(value_object(v), visit_wanted, search);
    if (search->found)
        list_value(&search->listing, v);
}

static Value gc_get_referrers(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Search search = {{vm, list_new(vm, 0), EMPTY, false}, args, count, false};
    if (is_empty(search.listing.list))
        return EMPTY;
    collector_walk(vm, -1, visit_referrer, &search);
    return finish_listing(&search.listing);
}

static void visit_referent(Value v, void *context)
{
    struct Listing *listing = context;
    /* Constants that no Python code ever sees mark empty places. */
    if (!is_empty(v) && !is_unbound(v) && !is_absent(v) && !is_end(v) && !value_same(v, listing->skip))
        list_value(listing, v);
}

static bool is_exact_sequence(struct Interpreter *vm, Value v) { return is_exact_list(vm, v) || is_exact_tuple(vm, v); }

/* In the order in which CPython's types visit: sequences from the end, a dict's value before its key, which is left
 * out where all keys are str; the class comes last. */
static void list_referents(struct Interpreter *vm, struct Listing *listing, Value v)
{
    if (!is_object(v))
        return;
    if (is_exact_sequence(vm, v)) {
        for (size_t i = sequence_fast_length(v, vm); i-- > 0 && i < sequence_fast_length(v, vm);)
            visit_referent(sequence_fast_items(v, vm)[i], listing);
    } else if (is_exact_dict(vm, v)) {
        size_t position = 0;
        Value key, value;
        while (dict_next(v, &position, &key, &value)) {
            visit_referent(value, listing);
            if (as_dict(v)->has_other_keys)
                visit_referent(key, listing);
        }
    } else {
        struct Object *object = value_object(v);
        struct Type *type = object->type;
        if (type->memory.traverse != NULL)
            type->memory.traverse(object, visit_referent, listing);
        if (type->flags & TYPE_HEAP)
            list_value(listing, value_from_object(type));
    }
}

static Value gc_get_referents(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Listing listing = {vm, list_new(vm, 0), EMPTY, false};
    if (is_empty(listing.list))
        return EMPTY;
    for (size_t i = 0; i < count; i++) {
        if (collector_is_tracked(vm, args[i]))
            list_referents(vm, &listing, args[i]);
    }
    return finish_listing(&listing);
}

/* ---- Tracked or not ---------------------------------------------------- */

static Value gc_is_tracked(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    return value_from_bool(value_is_tracked(vm, args[0]));
}

static Value gc_is_finalized(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)vm, (void)count;
    bool object = is_object(args[0]);
    return value_from_bool(object && (value_object(args[0])->flags & OBJECT_FINALIZED));
}

/* ---- Freezing, statistics ---------------------------------------------- */

static Value gc_freeze(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    collector_freeze(vm);
    return VALUE_NONE;
}

static Value gc_unfreeze(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    collector_unfreeze(vm);
    return VALUE_NONE;
}

static Value gc_get_freeze_count(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return value_from_small_int((int64_t)collector_frozen_count(vm));
}

static Value statistics_dict(struct Interpreter *vm, int generation)
{
    const struct CollectorStatistics *statistics = collector_statistics(vm, generation);
    Value dict = dict_new(vm);
    if (is_empty(dict))
        return EMPTY;
    if (dict_set_cstring(vm, dict, "collections", value_from_small_int((int64_t)statistics->collections)) &&
        dict_set_cstring(vm, dict, "collected", value_from_small_int((int64_t)statistics->collected)) &&
        dict_set_cstring(vm, dict, "uncollectable", value_from_small_int((int64_t)statistics->uncollectable)))
        return dict;
    release(vm, dict);
    return EMPTY;
}

static Value gc_get_stats(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    Value list = list_new(vm, GENERATION_COUNT);
    for (int i = 0; !is_empty(list) && i < GENERATION_COUNT; i++) {
        Value dict = statistics_dict(vm, i);
        if (is_empty(dict) || !list_append(vm, list, dict)) {
            release(vm, list);
            return EMPTY;
        }
    }
    return list;
}

/* ---- Callbacks --------------------------------------------------------- */

static Value callback_information(struct Interpreter *vm, int generation, size_t collected, size_t uncollectable)
{
    Value dict = dict_new(vm);
    if (is_empty(dict))
        return EMPTY;
    if (dict_set_cstring(vm, dict, "generation", value_from_small_int(generation)) &&
        dict_set_cstring(vm, dict, "collected", value_from_small_int((int64_t)collected)) &&
        dict_set_cstring(vm, dict, "uncollectable", value_from_small_int((int64_t)uncollectable)))
        return dict;
    release(vm, dict);
    return EMPTY;
}

static void call_callback(struct Interpreter *vm, Value callback, Value phase, Value information)
{
    Value result = object_call_2(vm, callback, phase, information);
    if (is_empty(result))
        error_write_unraisable(vm, NULL, callback);
    else
        release(vm, result);
}

static void call_callbacks(struct Interpreter *vm, bool stop, int generation, size_t collected, size_t uncollectable)
{
    if (as_list(vm->gc_callbacks)->length == 0)
        return;
    Value callbacks = retain(vm->gc_callbacks);
    Value phase = string_from_cstring(vm, stop ? "stop" : "start");
    Value information = is_empty(phase) ? EMPTY : callback_information(vm, generation, collected, uncollectable);
    if (is_empty(information))
        error_write_unraisable(vm, NULL, EMPTY);
    for (size_t i = 0; !is_empty(information) && i < as_list(callbacks)->length; i++) {
        Value callback = retain(as_list(callbacks)->items[i]);
        call_callback(vm, callback, phase, information);
        release(vm, callback);
    }
    release_maybe(vm, information);
    release_maybe(vm, phase);
    release(vm, callbacks);
}

static void print_statistics(struct Interpreter *vm, bool stop, int generation, size_t collected, size_t uncollectable)
{
    if (!stop) {
        fprintf(stderr, "gc: collecting generation %d...\ngc: objects in each generation: %zu %zu %zu\n"
                "gc: objects in permanent generation: %zu\n", generation, collector_population(vm, 0),
                collector_population(vm, 1), collector_population(vm, 2), collector_frozen_count(vm));
        return;
    }
    fprintf(stderr, "gc: done, %zu unreachable, %zu uncollectable, %.4fs elapsed\n", collected + uncollectable,
            uncollectable, (double)collector_last_pause(vm) * 1e-9);
}

static void on_collection(struct Interpreter *vm, bool stop, int generation, size_t collected, size_t uncollectable)
{
    if (vm->gc_debug & DEBUG_STATS)
        print_statistics(vm, stop, generation, collected, uncollectable);
    if (!is_empty(vm->gc_callbacks))
        call_callbacks(vm, stop, generation, collected, uncollectable);
}

/* ---- Debugging --------------------------------------------------------- */

static void save_garbage(struct Interpreter *vm, struct Object *object)
{
    if (!list_append(vm, vm->gc_garbage, retain(value_from_object(object))))
        error_write_unraisable(vm, NULL, EMPTY);
}

static void report_garbage(struct Interpreter *vm, struct Object *object)
{
    (void)vm;
    fprintf(stderr, "gc: collectable <%s %p>\n", type_name(object->type), (void *)object);
}

static Value gc_set_debug(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)count;
    int flags;
    if (!as_int(vm, args[0], &flags))
        return EMPTY;
    vm->gc_debug = (unsigned)flags;
    collector_set_save(vm, flags & DEBUG_SAVEALL ? save_garbage : NULL);
    collector_set_report(vm, flags & DEBUG_COLLECTABLE ? report_garbage : NULL);
    return VALUE_NONE;
}

static Value gc_get_debug(struct Interpreter *vm, const Value *args, size_t count)
{
    (void)args, (void)count;
    return value_from_small_int((int)vm->gc_debug);
}

/* ---- The module -------------------------------------------------------- */

static bool add_list(struct Interpreter *vm, Value dict, const char *name, Value *list)
{
    if (is_empty(*list))
        *list = list_new(vm, 0);
    return !is_empty(*list) && dict_set_cstring(vm, dict, name, *list);
}

static bool gc_fill(struct Interpreter *vm, Value module, Value dict)
{
    static const struct {
        const char *name;
        int value;
    } flags[] = {
        {"DEBUG_STATS", DEBUG_STATS},     {"DEBUG_COLLECTABLE", DEBUG_COLLECTABLE},
        {"DEBUG_UNCOLLECTABLE", DEBUG_UNCOLLECTABLE},
        {"DEBUG_SAVEALL", DEBUG_SAVEALL}, {"DEBUG_LEAK", DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_SAVEALL},
    };
    (void)module;
    if (!add_list(vm, dict, "garbage", &vm->gc_garbage) || !add_list(vm, dict, "callbacks", &vm->gc_callbacks))
        return false;
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        if (!dict_set_cstring(vm, dict, flags[i].name, value_from_small_int(flags[i].value)))
            return false;
    }
    collector_set_callback(vm, on_collection);
    return true;
}

static const struct NativeMethod gc_functions[] = {
    FUNCTION("enable", gc_enable, 0, 0, "", "Enable automatic garbage collection."),
    FUNCTION("disable", gc_disable, 0, 0, "", "Disable automatic garbage collection."),
    FUNCTION("isenabled", gc_isenabled, 0, 0, "", "Returns true if automatic garbage collection is enabled."),
    FUNCTION_NAMED("collect", gc_collect, "generation=2",
                   "Run the garbage collector.\n\n"
                   "With no arguments, run a full collection.  The optional argument\n"
                   "may be an integer specifying which generation to collect.  A ValueError\n"
                   "is raised if the generation number is invalid.\n\n"
                   "The number of unreachable objects is returned."),
    FUNCTION("get_count", gc_get_count, 0, 0, "", "Return a three-tuple of the current collection counts."),
    FUNCTION("get_threshold", gc_get_threshold, 0, 0, "", "Return the current collection thresholds."),
    FUNCTION("set_threshold", gc_set_threshold, 0, NATIVE_VARIADIC, NULL,
             "set_threshold(threshold0, [threshold1, [threshold2]])\n"
             "Set the collection thresholds (the collection frequency).\n\n"
             "Setting 'threshold0' to zero disables collection."),
    FUNCTION_NAMED("get_objects", gc_get_objects, "generation=None",
                   "Return a list of objects tracked by the collector (excluding the list returned).\n\n"
                   "  generation\n"
                   "    Generation to extract the objects from.\n\n"
                   "If generation is not None, return only the objects tracked by the collector\n"
                   "that are in that generation."),
    FUNCTION("get_referrers", gc_get_referrers, 0, NATIVE_VARIADIC, "*objs",
             "Return the list of objects that directly refer to any of 'objs'."),
    FUNCTION("get_referents", gc_get_referents, 0, NATIVE_VARIADIC, "*objs",
             "Return the list of objects that are directly referred to by 'objs'."),
    FUNCTION("is_tracked", gc_is_tracked, 1, 1, "obj, /",
             "Returns true if the object is tracked by the garbage collector.\n\n"
             "Simple atomic objects will return false."),
    FUNCTION("is_finalized", gc_is_finalized, 1, 1, "obj, /",
             "Returns true if the object has been already finalized by the GC."),
    FUNCTION("freeze", gc_freeze, 0, 0, "", "Freeze all current tracked objects and ignore them for future collections."),
    FUNCTION("unfreeze", gc_unfreeze, 0, 0, "", "Unfreeze all objects in the permanent generation."),
    FUNCTION("get_freeze_count", gc_get_freeze_count, 0, 0, "",
             "Return the number of objects in the permanent generation."),
    FUNCTION("get_stats", gc_get_stats, 0, 0, "",
             "Return a list of dictionaries containing per-generation statistics."),
    FUNCTION("set_debug", gc_set_debug, 1, 1, "flags, /", "Set the garbage collection debugging flags."),
    FUNCTION("get_debug", gc_get_debug, 0, 0, "", "Get the garbage collection debugging flags."),
    METHODS_END,
};

const struct ModuleSpec gc_module_spec = {
    .name = "gc",
    .documentation = "This module provides access to the garbage collector for reference cycles.\n\n"
                     "enable() -- Enable automatic garbage collection.\n"
                     "disable() -- Disable automatic garbage collection.\n"
                     "isenabled() -- Returns true if automatic collection is enabled.\n"
                     "collect() -- Do a full collection right now.\n"
                     "get_count() -- Return the current collection counts.\n"
                     "get_stats() -- Return list of dictionaries containing per-generation stats.\n"
                     "set_debug() -- Set debugging flags.\n"
                     "get_debug() -- Get debugging flags.\n"
                     "set_threshold() -- Set the collection thresholds.\n"
                     "get_threshold() -- Return the current the collection thresholds.\n"
                     "get_objects() -- Return a list of all objects tracked by the collector.\n"
                     "is_tracked() -- Returns true if a given object is tracked.\n"
                     "is_finalized() -- Returns true if a given object has been already finalized.\n"
                     "get_referrers() -- Return the list of objects that refer to an object.\n"
                     "get_referents() -- Return the list of objects that an object refers to.\n"
                     "freeze() -- Freeze all tracked objects and ignore them for future collections.\n"
                     "unfreeze() -- Unfreeze all objects in the permanent generation.\n"
                     "get_freeze_count() -- Return the number of objects in the permanent generation.\n",
    .functions = gc_functions,
    .fill = gc_fill,
};
