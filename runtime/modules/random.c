/*
 * The module _random: the generator under random.Random.
 *
 * Owner: the numbers.  random.Random adds the distributions (in Python) and
 * decides, by what its subclasses override, whether _randbelow() of this type
 * is used.
 */
#include "runtime/modules/random.h"

#include <sys/random.h>

#include "runtime/arguments.h"
#include "runtime/bytes.h"
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/int_big.h"
#include "runtime/module.h"
#include "runtime/object.h"
#include "runtime/sequence.h"

struct RandomGenerator {
    struct Object header;
    struct Twister twister;
};

static struct Twister *twister_of(Value v) { return &((struct RandomGenerator *)value_object(v))->twister; }

/* ---- Seeding ------------------------------------------------------------ */

static bool seed_from_system(struct Interpreter *vm, struct Twister *twister)
{
    uint32_t key[TWISTER_SIZE];
    for (size_t got = 0; got < sizeof key;) {
        ssize_t more = getrandom((char *)key + got, sizeof key - got, 0);
        if (more < 0) {
            raise_os_error(vm, 5, EMPTY);
            return false;
        }
        got += (size_t)more;
    }
    twister_seed(twister, key, TWISTER_SIZE);
    return true;
}

/* By the magnitude of an int, in words of 32 bits. */
static bool seed_from_int(struct Interpreter *vm, struct Twister *twister, Value number)
{
    struct IntView view;
    int_view(number, &view);
    size_t words = (size_t)(int_view_bits(&view) + 31) / 32, count = words ? words : 1;
    uint32_t *key = heap_allocate_array(vm, MEMORY_BYTES, count, sizeof *key);
    if (!key)
        return false;
    key[0] = 0;
    for (size_t i = 0; i < words; i++)
        key[i] = (uint32_t)(view.limbs[i / 2] >> (i % 2 ? 32 : 0));
    twister_seed(twister, key, count);
    heap_free(vm, MEMORY_BYTES, key, count * sizeof *key);
    return true;
}

static bool seed_from_value(struct Interpreter *vm, struct Twister *twister, Value v)
{
    if (is_absent(v) || is_none(v))
        return seed_from_system(vm, twister);
    if (is_int(vm, v)) {
        Value plain = int_plain(vm, v);
        if (is_empty(plain))
            return false;
        bool good = seed_from_int(vm, twister, plain);
        release(vm, plain);
        return good;
    }
    int64_t hash;
    if (!object_hash(vm, v, &hash))
        return false;
    const uint32_t key[2] = {(uint32_t)hash, (uint32_t)((uint64_t)hash >> 32)};
    twister_seed(twister, key, key[1] ? 2 : 1);
    return true;
}

static Value random_seed(struct Interpreter *vm, const Value *args, size_t count)
{
    return seed_from_value(vm, twister_of(args[0]), count > 1 ? args[1] : VALUE_ABSENT) ? VALUE_NONE : EMPTY;
}

static Value random_construct(struct Interpreter *vm, struct Type *type, const Value *args, size_t positional,
                              Value names)
{
    if (type == builtin_type(vm, TYPE_random_generator) &&
        (!check_no_keywords(vm, "Random", names) || !check_positional(vm, "Random", positional, 0, 1)))
        return EMPTY;
    struct RandomGenerator *self = (struct RandomGenerator *)(void *)object_allocate(vm, type, type->instance_size);
    if (!self)
        return EMPTY;
    if (type != builtin_type(vm, TYPE_random_generator) || /* its __init__ seeds */
        seed_from_value(vm, &self->twister, positional ? args[0] : VALUE_ABSENT))
        return value_from_object(self);
    object_release(vm, self);
    return EMPTY;
}

/* ---- Numbers ------------------------------------------------------------ */

static Value random_random(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Twister *twister = twister_of(args[0]);
    (void)count;
    uint32_t a = twister_next(twister) >> 5, b = twister_next(twister) >> 6;
    return float_new(vm, (a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}

/* So many bits, at most 64. */
static uint64_t few_bits(struct Twister *twister, unsigned bits)
{
    if (bits == 0)
        return 0;
    if (bits <= 32)
        return twister_next(twister) >> (32 - bits);
    uint64_t low = twister_next(twister);
    return low | (uint64_t)(twister_next(twister) >> (64 - bits)) << 32;
}

static OWNED Value many_bits(struct Interpreter *vm, struct Twister *twister, uint64_t bits)
{
    int64_t limbs = (int64_t)((bits + 63) / 64);
    struct BigInt *number = int_allocate(vm, limbs);
    if (!number)
        return EMPTY;
    for (int64_t i = 0; i < limbs; i++) {
        number->limbs[i] = few_bits(twister, bits >= 64 ? 64 : (unsigned)bits);
        bits -= bits >= 64 ? 64 : bits;
    }
    return int_normalize(vm, number, limbs, false);
}

static OWNED Value random_bits(struct Interpreter *vm, struct Twister *twister, uint64_t bits)
{
    return bits <= 60 ? value_from_small_int((int64_t)few_bits(twister, (unsigned)bits))
                      : many_bits(vm, twister, bits);
}

static Value random_getrandbits(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t bits;
    (void)count;
    if (!object_as_int64(vm, args[1], TYPE_OverflowError, &bits))
        return EMPTY;
    if (bits < 0)
        return raise_value_error(vm, "number of bits must be non-negative");
    if (bits > (int64_t)1 << 40)
        return raise_memory_error(vm);
    return random_bits(vm, twister_of(args[0]), (uint64_t)bits);
}

/* Below n by drawing as many bits as n has until they are. */
static Value random_randbelow(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Twister *twister = twister_of(args[0]);
    Value n = args[1];
    (void)count;
    if (is_small_int(n) && small_int(n) > 0) {
        uint64_t limit = (uint64_t)small_int(n), number;
        unsigned bits = 64 - (unsigned)__builtin_clzll(limit);
        do
            number = few_bits(twister, bits);
        while (number >= limit);
        return value_from_small_int((int64_t)number);
    }
    if (!is_int(vm, n))
        return raise_type_error(vm, "'%T' object cannot be interpreted as an integer", n);
    if (int_sign(n) <= 0)
        return raise_value_error(vm, "Upper bound must be positive.");
    struct IntView view;
    int_view(n, &view);
    for (;;) {
        Value number = random_bits(vm, twister, (uint64_t)int_view_bits(&view));
        if (is_empty(number) || int_compare(number, n) < 0)
            return number;
        release(vm, number);
    }
}

/* ---- State -------------------------------------------------------------- */

static Value random_getstate(struct Interpreter *vm, const Value *args, size_t count)
{
    const struct Twister *twister = twister_of(args[0]);
    (void)count;
    Value tuple = tuple_new_empty(vm, TWISTER_SIZE + 1);
    if (is_empty(tuple))
        return EMPTY;
    for (size_t i = 0; i <= TWISTER_SIZE; i++)
        slot_init(vm, as_tuple(tuple), &as_tuple(tuple)->items[i],
                  value_from_small_int(i < TWISTER_SIZE ? twister->state[i] : twister->index));
    return tuple;
}

static Value random_setstate(struct Interpreter *vm, const Value *args, size_t count)
{
    struct Twister state;
    int64_t number;
    (void)count;
    if (!is_tuple(vm, args[1]))
        return raise_type_error(vm, "state vector must be a tuple");
    if (tuple_length(args[1]) != TWISTER_SIZE + 1)
        return raise_value_error(vm, "state vector is the wrong size");
    for (size_t i = 0; i <= TWISTER_SIZE; i++) {
        Value item = as_tuple(args[1])->items[i];
        if (!is_int(vm, item))
            return raise_type_error(vm, "an integer is required");
        if (!object_as_int64(vm, item, TYPE_OverflowError, &number))
            return EMPTY;
        if (number < 0)
            return raise_error(vm, TYPE_OverflowError, "can't convert negative value to unsigned int");
        if (i < TWISTER_SIZE)
            state.state[i] = (uint32_t)number;
        else if (number > TWISTER_SIZE)
            return raise_value_error(vm, "invalid state");
        else
            state.index = (uint32_t)number;
    }
    *twister_of(args[0]) = state;
    return VALUE_NONE;
}

static const struct NativeMethod random_methods[] = {
    METHOD("random", random_random, 0, 0, "", "random() -> x in the interval [0, 1)."),
    METHOD("seed", random_seed, 0, 1, "n=None, /", "seed([n]) -> None.\n\nDefaults to use urandom and falls back to a "
                                                   "combination\nof the current time and the process identifier."),
    METHOD("getstate", random_getstate, 0, 0, "", "getstate() -> tuple containing the current state."),
    METHOD("setstate", random_setstate, 1, 1, "state, /", "setstate(state) -> None.  Restores generator state."),
    METHOD("getrandbits", random_getrandbits, 1, 1, "k, /",
           "getrandbits(k) -> x.  Generates an int with k random bits."),
    METHOD("_randbelow", random_randbelow, 1, 1, "n, /", "Return a random int in the range [0,n).  Defined for n > 0."),
    METHODS_END,
};

const struct TypeSpec random_generator_type_spec = {
    .name = "_random.Random",
    .documentation = "Random() -> create a random number generator with its own internal state.",
    .instance_size = sizeof(struct RandomGenerator),
    .flags = TYPE_BASE,
    .memory = {.kind = OBJECT_LEAF},
    .operations = {.construct = random_construct},
    .methods = random_methods,
};

/* ---- The module --------------------------------------------------------- */

/* data followed by its SHA-512, as a number: big-endian. */
static Value random_digest_int(struct Interpreter *vm, const Value *args, size_t count)
{
    const uint8_t *data;
    size_t length;
    uint8_t digest[64];
    (void)count;
    if (!bytes_view(vm, args[0], &data, &length))
        return error_pending(vm) ? EMPTY : raise_type_error(vm, "a bytes-like object is required, not '%T'", args[0]);
    random_sha512(data, length, digest);
    size_t total = length + sizeof digest;
    int64_t limbs = (int64_t)((total + 7) / 8);
    struct BigInt *number = int_allocate(vm, limbs);
    if (!number)
        return EMPTY;
    for (int64_t i = 0; i < limbs; i++)
        number->limbs[i] = 0;
    for (size_t i = 0; i < total; i++) {
        size_t place = total - 1 - i;
        uint8_t octet = i < length ? data[i] : digest[i - length];
        number->limbs[place / 8] |= (mp_limb_t)octet << 8 * (place % 8);
    }
    return int_normalize(vm, number, limbs, false);
}

/* So many octets from the operating system. */
static Value random_system_bytes(struct Interpreter *vm, const Value *args, size_t count)
{
    int64_t length;
    (void)count;
    if (!object_as_int64(vm, args[0], TYPE_OverflowError, &length))
        return EMPTY;
    if (length < 0)
        return raise_value_error(vm, "negative argument not allowed");
    Value result = bytes_allocate(vm, (size_t)length);
    for (size_t got = 0; !is_empty(result) && got < (size_t)length;) {
        ssize_t more = getrandom(as_bytes(result)->data + got, (size_t)length - got, 0);
        if (more < 0) {
            release(vm, result);
            return raise_os_error(vm, 5, EMPTY);
        }
        got += (size_t)more;
    }
    return result;
}

static bool random_fill(struct Interpreter *vm, Value module, Value dict)
{
    (void)module;
    return dict_set_cstring(vm, dict, "Random", value_from_object(builtin_type(vm, TYPE_random_generator)));
}

static const struct NativeMethod random_functions[] = {
    FUNCTION("digest_int", random_digest_int, 1, 1, "data, /", "The number that seeds by data stand for."),
    FUNCTION("system_bytes", random_system_bytes, 1, 1, "n, /", "Random octets from the operating system."),
    METHODS_END,
};

const struct ModuleSpec _random_module_spec = {
    .name = "_random",
    .documentation = "Module implements the Mersenne Twister random number generator.",
    .functions = random_functions,
    .fill = random_fill,
};
