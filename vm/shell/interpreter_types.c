/* The specification of every built-in type, by index: the one place where runtime's and the machine's meet. */
#include "vm/shell/shell.h"

#define TYPE(identifier, base) extern const struct TypeSpec identifier##_type_spec;
#include "runtime/types.def"
#undef TYPE
#define EXCEPTION(name, base, layout) extern const struct TypeSpec name##_type_spec;
#include "runtime/exceptions.def"
#undef EXCEPTION

const struct TypeSpec *const interpreter_type_specs[TYPE_COUNT] = {
#define TYPE(identifier, base) [TYPE_##identifier] = &identifier##_type_spec,
#include "runtime/types.def"
#undef TYPE
#define EXCEPTION(name, base, layout) [TYPE_##name] = &name##_type_spec,
#include "runtime/exceptions.def"
#undef EXCEPTION
};
