/* What the files of collections.OrderedDict share. */
#ifndef VIV_RUNTIME_MODULES_ORDERED_DICT_H
#define VIV_RUNTIME_MODULES_ORDERED_DICT_H

#include "runtime/dict_internal.h"

/* Dicts are ordered already; this adds what moves entries, and attributes. */
struct OrderedDict {
    struct Dict dict;
};

bool is_ordered_dict(struct Interpreter *vm, Value v);

enum OrderedItem { ORDERED_KEYS, ORDERED_VALUES, ORDERED_ITEMS };

/* ordered_dict_views.c */
OWNED MUST_USE Value ordered_iterator_new(struct Interpreter *vm, Value dict, enum OrderedItem what, bool backward);

/* ordered_dict_update.c: fills by setting items, one by one. */
MUST_USE bool ordered_dict_set(struct Interpreter *vm, Value self, Value key, Value value);
MUST_USE bool ordered_dict_update(struct Interpreter *vm, Value self, Value other);
MUST_USE bool ordered_dict_update_keywords(struct Interpreter *vm, Value self, const Value *values, Value names);

/* ordered_dict_methods.c */
extern const struct NativeMethod ordered_dict_method_table[];

#endif
