/* What the files of the module _random share. */
#ifndef VIV_RUNTIME_MODULES_RANDOM_H
#define VIV_RUNTIME_MODULES_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/* The Mersenne Twister MT19937 (random_twister.c). */
enum { TWISTER_SIZE = 624 };
struct Twister {
    uint32_t state[TWISTER_SIZE];
    uint32_t index; /* of the next word; TWISTER_SIZE: all are used up */
};
void twister_seed(struct Twister *twister, const uint32_t *key, size_t length);
uint32_t twister_next(struct Twister *twister);

void random_sha512(const uint8_t *data, size_t length, uint8_t digest[64]);

#endif
