/*
 * The Mersenne Twister MT19937 of Matsumoto and Nishimura (1998), seeded by
 * arrays: random's sequences are its.
 */
#include "runtime/modules/random.h"

enum { MIDDLE = 397 };

static void seed_with_word(struct Twister *twister, uint32_t seed)
{
    twister->state[0] = seed;
    for (uint32_t i = 1; i < TWISTER_SIZE; i++)
        twister->state[i] = 1812433253u * (twister->state[i - 1] ^ twister->state[i - 1] >> 30) + i;
    twister->index = TWISTER_SIZE;
}

/* The next index; the first word takes over the last one's value when the array wraps. */
static uint32_t step(struct Twister *twister, uint32_t i)
{
    if (++i < TWISTER_SIZE)
        return i;
    twister->state[0] = twister->state[TWISTER_SIZE - 1];
    return 1;
}

void twister_seed(struct Twister *twister, const uint32_t *key, size_t length)
{
    uint32_t *state = twister->state, i = 1;
    seed_with_word(twister, 19650218u);
    size_t rounds = length > TWISTER_SIZE ? length : TWISTER_SIZE;
    for (size_t j = 0; rounds > 0; rounds--) {
        state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) * 1664525u) + key[j] + (uint32_t)j;
        i = step(twister, i);
        j = j + 1 == length ? 0 : j + 1;
    }
    for (rounds = TWISTER_SIZE - 1; rounds > 0; rounds--) {
        state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >> 30) * 1566083941u) - i;
        i = step(twister, i);
    }
    state[0] = 0x80000000u;
}

static void generate(struct Twister *twister)
{
    uint32_t *state = twister->state;
    for (size_t i = 0; i < TWISTER_SIZE; i++) {
        uint32_t y = (state[i] & 0x80000000u) | (state[(i + 1) % TWISTER_SIZE] & 0x7fffffffu);
        state[i] = state[(i + MIDDLE) % TWISTER_SIZE] ^ y >> 1 ^ (y & 1 ? 0x9908b0dfu : 0);
    }
    twister->index = 0;
}

uint32_t twister_next(struct Twister *twister)
{
    if (twister->index >= TWISTER_SIZE)
        generate(twister);
    uint32_t y = twister->state[twister->index++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680u;
    y ^= y << 15 & 0xefc60000u;
    return y ^ y >> 18;
}
