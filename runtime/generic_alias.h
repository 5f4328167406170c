/* list[int]: for the __class_getitem__ of the built-in containers. */
#ifndef VIV_RUNTIME_GENERIC_ALIAS_H
#define VIV_RUNTIME_GENERIC_ALIAS_H

#include "runtime/string.h"

/* args: a tuple, or the one argument. */
OWNED MUST_USE Value generic_alias_new(struct Interpreter *vm, Value origin, Value args);

/* An alias, of a Python subclass of types.GenericAlias perhaps. */
bool is_generic_alias(struct Interpreter *vm, Value v);

/* The native method behind __class_getitem__: CLASS_METHOD("__class_getitem__", generic_alias_class_getitem, 1, 1, …). */
Value generic_alias_class_getitem(struct Interpreter *vm, const Value *args, size_t count);

/* A type argument as it is written in source. */
MUST_USE bool type_argument_repr(struct StringBuilder *builder, Value v);

/* The type parameters in a tuple of type arguments, each once, as a tuple. */
OWNED MUST_USE Value generic_parameters(struct Interpreter *vm, Value args);

/* The tuple args with parameters replaced by item (one argument, or a tuple of them); self is named in errors. */
OWNED MUST_USE Value generic_substitute(struct Interpreter *vm, Value self, Value args, Value parameters, Value item);

#endif
