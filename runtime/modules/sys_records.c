/*
 * The records of the sys module: version_info, flags, float_info, int_info,
 * hash_info, thread_info.
 *
 * Owner: the numbers (sys).
 */
#include <float.h>

#include "runtime/float.h"
#include "runtime/modules/sys.h"
#include "runtime/string.h"
#include "runtime/struct_sequence.h"

static const struct NativeAttribute version_fields[] = {
    MEMBERS_FOLLOW,
    STRUCT_FIELD(0, "major", "Major release number"),
    STRUCT_FIELD(1, "minor", "Minor release number"),
    STRUCT_FIELD(2, "micro", "Patch release number"),
    STRUCT_FIELD(3, "releaselevel", "'alpha', 'beta', 'candidate', or 'final'"),
    STRUCT_FIELD(4, "serial", "Serial release number"),
    ATTRIBUTES_END,
};
STRUCT_SEQUENCE(version_info, "sys.version_info", "Version information as a named tuple.", version_fields,
                TYPE_NO_INSTANCES);

static Value small(int64_t number) { return value_from_small_int(number); }

Value system_version_info(struct Interpreter *vm)
{
    Value items[] = {small(3), small(13), small(0), string_from_cstring(vm, "final"), small(0)};
    return struct_sequence_new(vm, builtin_type(vm, TYPE_version_info), items, 5);
}

static const struct NativeAttribute flags_fields[] = {
    MEMBERS_FOLLOW,
    STRUCT_FIELD(0, "debug", "-d"),
    STRUCT_FIELD(1, "inspect", "-i"),
    STRUCT_FIELD(2, "interactive", "-i"),
    STRUCT_FIELD(3, "optimize", "-O or -OO"),
    STRUCT_FIELD(4, "dont_write_bytecode", "-B"),
    STRUCT_FIELD(5, "no_user_site", "-s"),
    STRUCT_FIELD(6, "no_site", "-S"),
    STRUCT_FIELD(7, "ignore_environment", "-E"),
    STRUCT_FIELD(8, "verbose", "-v"),
    STRUCT_FIELD(9, "bytes_warning", "-b"),
    STRUCT_FIELD(10, "quiet", "-q"),
    STRUCT_FIELD(11, "hash_randomization", "-R"),
    STRUCT_FIELD(12, "isolated", "-I"),
    STRUCT_FIELD(13, "dev_mode", "-X dev"),
    STRUCT_FIELD(14, "utf8_mode", "-X utf8"),
    STRUCT_FIELD(15, "warn_default_encoding", "-X warn_default_encoding"),
    STRUCT_FIELD(16, "safe_path", "-P"),
    STRUCT_FIELD(17, "int_max_str_digits", "-X int_max_str_digits"),
    ATTRIBUTES_END,
};
STRUCT_SEQUENCE(system_flags, "sys.flags", "Flags provided through command line arguments or environment vars.",
                flags_fields, TYPE_NO_INSTANCES);

Value system_flags(struct Interpreter *vm)
{
    unsigned flags = vm->flags;
    bool inspect = flags & INTERPRETER_INSPECT, quiet = flags & INTERPRETER_QUIET;
    int optimize = flags & INTERPRETER_OPTIMIZE_MORE ? 2 : (flags & INTERPRETER_OPTIMIZE) != 0;
    Value items[18];
    for (int i = 0; i < 18; i++)
        items[i] = small(0);
    items[1] = items[2] = small(inspect);
    items[3] = small(optimize);
    items[4] = small(1); /* viv keeps no compiled files */
    items[8] = small((flags & INTERPRETER_VERBOSE) != 0);
    items[10] = small(quiet);
    items[11] = small(1);
    items[13] = items[16] = VALUE_FALSE;
    items[17] = small(vm->int_max_str_digits);
    return struct_sequence_new(vm, builtin_type(vm, TYPE_system_flags), items, 18);
}

static const struct NativeAttribute float_fields[] = {
    MEMBERS_FOLLOW,
    STRUCT_FIELD(0, "max", "DBL_MAX -- maximum representable finite float"),
    STRUCT_FIELD(1, "max_exp", "DBL_MAX_EXP -- maximum int e such that radix**(e-1) is representable"),
    STRUCT_FIELD(2, "max_10_exp", "DBL_MAX_10_EXP -- maximum int e such that 10**e is representable"),
    STRUCT_FIELD(3, "min", "DBL_MIN -- Minimum positive normalized float"),
    STRUCT_FIELD(4, "min_exp", "DBL_MIN_EXP -- minimum int e such that radix**(e-1) is a normalized float"),
    STRUCT_FIELD(5, "min_10_exp", "DBL_MIN_10_EXP -- minimum int e such that 10**e is a normalized float"),
    STRUCT_FIELD(6, "dig", "DBL_DIG -- maximum number of decimal digits that can be faithfully represented"),
    STRUCT_FIELD(7, "mant_dig", "DBL_MANT_DIG -- mantissa digits"),
    STRUCT_FIELD(8, "epsilon", "DBL_EPSILON -- Difference between 1 and the next representable float"),
    STRUCT_FIELD(9, "radix", "FLT_RADIX -- radix of exponent"),
    STRUCT_FIELD(10, "rounds", "FLT_ROUNDS -- rounding mode used for arithmetic operations"),
    ATTRIBUTES_END,
};
STRUCT_SEQUENCE(float_info, "sys.float_info", "A named tuple holding information about the float type.", float_fields, 0);

Value system_float_info(struct Interpreter *vm)
{
    Value items[] = {float_new(vm, DBL_MAX), small(DBL_MAX_EXP),  small(DBL_MAX_10_EXP),
                     float_new(vm, DBL_MIN), small(DBL_MIN_EXP),  small(DBL_MIN_10_EXP),
                     small(DBL_DIG),         small(DBL_MANT_DIG), float_new(vm, DBL_EPSILON),
                     small(FLT_RADIX),       small(1)};
    return struct_sequence_new(vm, builtin_type(vm, TYPE_float_info), items, 11);
}

static const struct NativeAttribute int_fields[] = {
    MEMBERS_FOLLOW,
    STRUCT_FIELD(0, "bits_per_digit", "size of a digit in bits"),
    STRUCT_FIELD(1, "sizeof_digit", "size in bytes of the C type used to represent a digit"),
    STRUCT_FIELD(2, "default_max_str_digits", "maximum string conversion digits limitation"),
    STRUCT_FIELD(3, "str_digits_check_threshold", "minimum positive value for int_max_str_digits"),
    ATTRIBUTES_END,
};
STRUCT_SEQUENCE(int_info, "sys.int_info", "A named tuple that holds information about Python's internal representation.",
                int_fields, 0);

Value system_int_info(struct Interpreter *vm)
{
    Value items[] = {small(64), small(8), small(4300), small(640)};
    return struct_sequence_new(vm, builtin_type(vm, TYPE_int_info), items, 4);
}

static const struct NativeAttribute hash_fields[] = {
    MEMBERS_FOLLOW,
    STRUCT_FIELD(0, "width", "width of the type used for hashing, in bits"),
    STRUCT_FIELD(1, "modulus", "prime number giving the modulus on which the hash function is based"),
    STRUCT_FIELD(2, "inf", "value to be used for hash of a positive infinity"),
    STRUCT_FIELD(3, "nan", "value to be used for hash of a nan"),
    STRUCT_FIELD(4, "imag", "multiplier used for the imaginary part of a complex number"),
    STRUCT_FIELD(5, "algorithm", "name of the algorithm for hashing of str, bytes and memoryviews"),
    STRUCT_FIELD(6, "hash_bits", "internal output size of hash algorithm"),
    STRUCT_FIELD(7, "seed_bits", "seed size of hash algorithm"),
    STRUCT_FIELD(8, "cutoff", "small string optimization cutoff"),
    ATTRIBUTES_END,
};
STRUCT_SEQUENCE(hash_info, "sys.hash_info", "A named tuple with parameters of hashing.", hash_fields, 0);

Value system_hash_info(struct Interpreter *vm)
{
    Value items[] = {small(64), int_new(vm, ((int64_t)1 << 61) - 1),   small(314159), small(0), small(1000003),
                     string_from_cstring(vm, "siphash13"), small(64), small(128),    small(0)};
    return struct_sequence_new(vm, builtin_type(vm, TYPE_hash_info), items, 9);
}

static const struct NativeAttribute thread_fields[] = {
    MEMBERS_FOLLOW,
    STRUCT_FIELD(0, "name", "name of the thread implementation"),
    STRUCT_FIELD(1, "lock", "name of the lock implementation"),
    STRUCT_FIELD(2, "version", "name and version of the thread library"),
    ATTRIBUTES_END,
};
STRUCT_SEQUENCE(thread_info, "sys.thread_info", "A named tuple holding information about the thread implementation.",
                thread_fields, 0);

Value system_thread_info(struct Interpreter *vm)
{
    Value items[] = {VALUE_NONE, VALUE_NONE, VALUE_NONE};
    return struct_sequence_new(vm, builtin_type(vm, TYPE_thread_info), items, 3);
}
