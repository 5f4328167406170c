/*
 * How far one name is from another: Levenshtein's distance, in which a change
 * of case costs half.  Costs and limits are CPython's.
 */
#include "runtime/edit_distance.h"

#include <ctype.h>
#include <stdint.h>

enum { CASE_COST = 1 };

static size_t substitution_cost(char a, char b)
{
    if (a == b)
        return 0;
    return tolower((unsigned char)a) == tolower((unsigned char)b) ? CASE_COST : EDIT_COST;
}

size_t edit_distance(const char *a, size_t a_length, const char *b, size_t b_length, size_t limit)
{
    while (a_length > 0 && b_length > 0 && *a == *b)
        a++, b++, a_length--, b_length--;
    while (a_length > 0 && b_length > 0 && a[a_length - 1] == b[b_length - 1])
        a_length--, b_length--;
    if (a_length == 0 || b_length == 0)
        return (a_length + b_length) * EDIT_COST;
    if (a_length > EDIT_DISTANCE_LONGEST || b_length > EDIT_DISTANCE_LONGEST)
        return limit + 1;
    if (b_length < a_length) {
        const char *text = a;
        size_t length = a_length;
        a = b, a_length = b_length;
        b = text, b_length = length;
    }
    if ((b_length - a_length) * EDIT_COST > limit)
        return limit + 1;
    size_t row[EDIT_DISTANCE_LONGEST], result = 0;
    for (size_t i = 0; i < a_length; i++)
        row[i] = (i + 1) * EDIT_COST;
    for (size_t j = 0; j < b_length; j++) {
        size_t distance = result = j * EDIT_COST, minimum = SIZE_MAX;
        for (size_t i = 0; i < a_length; i++) {
            size_t substitute = distance + substitution_cost(b[j], a[i]);
            distance = row[i];
            size_t shift = (result < distance ? result : distance) + EDIT_COST;
            result = shift < substitute ? shift : substitute;
            row[i] = result;
            if (result < minimum)
                minimum = result;
        }
        if (minimum > limit)
            return limit + 1;
    }
    return result;
}
