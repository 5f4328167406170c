/*
 * Hashes of text and octets: SipHash-1-3 over the buffer, keyed by
 * vm->hash_key, as CPython computes them; so with PYTHONHASHSEED=0 both agree.
 */
#include "runtime/string_internal.h"

static inline uint64_t rotate(uint64_t word, int bits) { return word << bits | word >> (64 - bits); }

struct SipState {
    uint64_t a, b, c, d;
};

static inline void sip_round(struct SipState *s)
{
    s->a += s->b;
    s->c += s->d;
    s->b = rotate(s->b, 13) ^ s->a;
    s->d = rotate(s->d, 16) ^ s->c;
    s->a = rotate(s->a, 32);
    s->c += s->b;
    s->a += s->d;
    s->b = rotate(s->b, 17) ^ s->c;
    s->d = rotate(s->d, 21) ^ s->a;
    s->c = rotate(s->c, 32);
}

static inline void sip_word(struct SipState *s, uint64_t word)
{
    s->d ^= word;
    sip_round(s);
    s->a ^= word;
}

static uint64_t sip_hash(const uint64_t key[2], const uint8_t *data, size_t length)
{
    struct SipState s = {key[0] ^ 0x736f6d6570736575u, key[1] ^ 0x646f72616e646f6du, key[0] ^ 0x6c7967656e657261u,
                         key[1] ^ 0x7465646279746573u};
    uint64_t last = (uint64_t)length << 56, word;
    for (; length >= 8; data += 8, length -= 8) {
        memcpy(&word, data, sizeof word);
        sip_word(&s, word);
    }
    for (size_t i = 0; i < length; i++)
        last |= (uint64_t)data[i] << (8 * i);
    sip_word(&s, last);
    s.c ^= 0xff;
    sip_round(&s);
    sip_round(&s);
    sip_round(&s);
    return s.a ^ s.b ^ s.c ^ s.d;
}

uint64_t octets_hash(struct Interpreter *vm, const void *data, size_t length)
{
    if (length == 0)
        return 0;
    uint64_t hash = sip_hash(vm->hash_key, data, length);
    return hash == UINT64_MAX ? UINT64_MAX - 1 : hash; /* -1 is never a hash in Python */
}

uint64_t string_hash(struct Interpreter *vm, Value v)
{
    struct String *s = as_string(v);
    if (LIKELY(s->hash != 0))
        return s->hash;
    return s->hash = octets_hash(vm, s->data, s->length * (size_t)string_width(s));
}

void hash_key_from_seed(uint64_t seed, uint64_t key[2])
{
    uint8_t secret[16];
    uint32_t state = (uint32_t)seed;
    key[0] = key[1] = 0;
    if (seed == 0)
        return;
    for (size_t i = 0; i < sizeof secret; i++) {
        state = state * 214013u + 2531011u;
        secret[i] = (uint8_t)(state >> 16);
    }
    memcpy(key, secret, sizeof secret);
}
