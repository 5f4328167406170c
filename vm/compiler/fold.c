/*
 * Constant folding: what CPython computes while compiling, with its limits on
 * how big a result may get.  An expression that fails to compute is left to
 * run time, where it raises.
 *
 * A node found not to be constant is marked, so that asking again on the way
 * down costs nothing; chains of left operands are walked without recursion.
 */
#include "runtime/dict.h"
#include "runtime/error.h"
#include "runtime/number.h"
#include "runtime/object.h"
#include "runtime/sequence.h"
#include "runtime/string.h"
#include "runtime/bytes.h"
#include "vm/compiler/unit.h"

enum { AST_NOT_CONSTANT = 1 << 14 }; /* in a node's flags; the parser uses the low ones */

enum { INT_BITS_LIMIT = 128, COLLECTION_LIMIT = 256, TEXT_LIMIT = 4096 };

/* ---- Limits ------------------------------------------------------------ */

static int64_t bit_length(Value v)
{
    int64_t number;
    if (int_fits_int64(v, &number)) {
        uint64_t magnitude = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
        return magnitude == 0 ? 0 : 64 - __builtin_clzll(magnitude);
    }
    const struct BigInt *big = (const struct BigInt *)value_object(v);
    int64_t limbs = big->size < 0 ? -big->size : big->size;
    return limbs * 64 - __builtin_clzll(big->limbs[limbs - 1]);
}

/* The items of a constant tuple, with those of tuples in it; beyond the limit it stops counting. */
static int64_t count_items(struct Interpreter *vm, Value v, int64_t limit)
{
    int64_t total = 0;
    for (size_t i = 0; i < tuple_length(v) && total <= limit; i++) {
        Value item = as_tuple(v)->items[i];
        total += 1 + (is_exact_tuple(vm, item) ? count_items(vm, item, limit - total) : 0);
    }
    return total;
}

static bool may_repeat(struct Interpreter *vm, Value sequence, Value times)
{
    int64_t count;
    if (!int_fits_int64(times, &count))
        return false;
    if (count <= 0)
        return true;
    if (is_exact_tuple(vm, sequence)) {
        int64_t size = count_items(vm, sequence, COLLECTION_LIMIT);
        return size == 0 || (count <= COLLECTION_LIMIT && size * count <= COLLECTION_LIMIT);
    }
    int64_t size = is_string(vm, sequence) ? (int64_t)string_length(sequence) : (int64_t)as_bytes(sequence)->length;
    return size == 0 || (count <= TEXT_LIMIT && size * count <= TEXT_LIMIT);
}

static bool is_repeatable(struct Interpreter *vm, Value v)
{
    return is_exact_tuple(vm, v) || is_exact_string(vm, v) || object_has_type(vm, v, TYPE_bytes);
}

static bool may_multiply(struct Interpreter *vm, Value a, Value b)
{
    if (is_int(vm, a) && is_int(vm, b))
        return bit_length(a) + bit_length(b) <= INT_BITS_LIMIT;
    if (is_int(vm, a) && is_repeatable(vm, b))
        return may_repeat(vm, b, a);
    return !(is_int(vm, b) && is_repeatable(vm, a)) || may_repeat(vm, a, b);
}

static bool may_raise_to(struct Interpreter *vm, Value a, Value b)
{
    int64_t exponent;
    if (!is_int(vm, a) || !is_int(vm, b))
        return true;
    if (!int_fits_int64(b, &exponent))
        return false;
    return exponent <= 0 || bit_length(a) == 0 ||
           (exponent <= INT_BITS_LIMIT && bit_length(a) * exponent <= INT_BITS_LIMIT);
}

static bool may_shift(struct Interpreter *vm, Value a, Value b)
{
    int64_t distance;
    if (!is_int(vm, a) || !is_int(vm, b))
        return true;
    if (!int_fits_int64(b, &distance))
        return false;
    return distance <= 0 || bit_length(a) == 0 ||
           (distance <= INT_BITS_LIMIT && bit_length(a) + distance <= INT_BITS_LIMIT);
}

static bool may_compute(struct Interpreter *vm, enum AstOperator operation, Value a, Value b)
{
    switch (operation) {
    case AST_MULTIPLY:
        return may_multiply(vm, a, b);
    case AST_POWER:
        return may_raise_to(vm, a, b);
    case AST_LEFT_SHIFT:
        return may_shift(vm, a, b);
    case AST_MODULO:
        return !is_exact_string(vm, a) && !object_has_type(vm, a, TYPE_bytes);
    case AST_MATRIX_MULTIPLY:
        return false;
    default:
        return true;
    }
}

/* ---- Folding ----------------------------------------------------------- */

static const enum BinaryOperation operations[] = {
    [AST_ADD] = BINARY_ADD,
    [AST_SUBTRACT] = BINARY_SUBTRACT,
    [AST_MULTIPLY] = BINARY_MULTIPLY,
    [AST_MATRIX_MULTIPLY] = BINARY_MATRIX_MULTIPLY,
    [AST_DIVIDE] = BINARY_TRUE_DIVIDE,
    [AST_MODULO] = BINARY_MODULO,
    [AST_POWER] = BINARY_POWER,
    [AST_LEFT_SHIFT] = BINARY_LEFT_SHIFT,
    [AST_RIGHT_SHIFT] = BINARY_RIGHT_SHIFT,
    [AST_BIT_OR] = BINARY_OR,
    [AST_BIT_XOR] = BINARY_XOR,
    [AST_BIT_AND] = BINARY_AND,
    [AST_FLOOR_DIVIDE] = BINARY_FLOOR_DIVIDE,
};

/* What could not be computed is no constant; why does not matter. */
static OWNED Value computed(struct Interpreter *vm, STEALS Value v)
{
    if (!is_empty(v))
        return v;
    error_clear(vm);
    return VALUE_ABSENT;
}

static OWNED Value fold_operation(struct Compiler *compiler, const struct AstBinOp *node, STEALS Value left)
{
    struct Interpreter *vm = compiler->vm;
    Value right = fold_constant(compiler, node->right);
    Value result = VALUE_ABSENT;
    if (!is_absent(right)) {
        if (may_compute(vm, node->op, left, right))
            result = computed(vm, object_binary(vm, operations[node->op], left, right));
        release(vm, right);
    }
    release(vm, left);
    return result;
}

/* Left operands are followed down first and computed on the way up: `a + b + c + …` may be long. */
static OWNED Value fold_binary(struct Compiler *compiler, struct AstNode *top)
{
    size_t depth = 0;
    struct AstNode *node = top;
    while (node->kind == AST_BinOp && !(node->flags & AST_NOT_CONSTANT)) {
        node = as_BinOp(node)->left;
        depth++;
    }
    Value v = node->kind == AST_BinOp ? VALUE_ABSENT : fold_constant(compiler, node);
    struct AstNode **chain = compiler_allocate(compiler, depth, sizeof *chain);
    if (!chain) {
        release(compiler->vm, v);
        return VALUE_ABSENT;
    }
    node = top;
    for (size_t i = 0; i < depth; i++, node = as_BinOp(node)->left)
        chain[i] = node;
    for (size_t i = depth; i-- > 0;) {
        if (!is_absent(v))
            v = fold_operation(compiler, as_BinOp(chain[i]), v);
        if (is_absent(v))
            chain[i]->flags |= AST_NOT_CONSTANT;
    }
    return v;
}

static OWNED Value fold_unary(struct Compiler *compiler, const struct AstUnaryOp *node)
{
    static const enum UnaryOperation unary[] = {
        [AST_INVERT] = UNARY_INVERT, [AST_PLUS] = UNARY_POSITIVE, [AST_MINUS] = UNARY_NEGATIVE};
    struct Interpreter *vm = compiler->vm;
    Value operand = fold_constant(compiler, node->operand);
    if (is_absent(operand))
        return VALUE_ABSENT;
    Value result = VALUE_ABSENT;
    if (node->op == AST_NOT) {
        int truth = object_truth(vm, operand);
        result = computed(vm, truth < 0 ? EMPTY : value_from_bool(!truth));
    } else if (node->op == AST_INVERT && is_bool(operand)) { /* a constant's does not warn */
        result = value_from_small_int(is_true(operand) ? -2 : -1);
    } else {
        result = computed(vm, object_unary(vm, unary[node->op], operand));
    }
    release(vm, operand);
    return result;
}

static OWNED Value fold_tuple(struct Compiler *compiler, const struct AstNodes *elements)
{
    struct Interpreter *vm = compiler->vm;
    size_t count = elements->count;
    if (count == 0)
        return retain(vm->empty_tuple);
    Value tuple = computed(vm, tuple_new_empty(vm, count));
    for (size_t i = 0; i < count && !is_absent(tuple); i++) {
        Value item = fold_constant(compiler, elements->items[i]);
        if (is_absent(item)) {
            release(vm, tuple);
            return VALUE_ABSENT;
        }
        slot_init(vm, as_tuple(tuple), &as_tuple(tuple)->items[i], item);
    }
    return tuple;
}

static OWNED Value fold_subscript(struct Compiler *compiler, const struct AstSubscript *node)
{
    struct Interpreter *vm = compiler->vm;
    Value container = fold_constant(compiler, node->value);
    if (is_absent(container))
        return VALUE_ABSENT;
    Value key = fold_constant(compiler, node->slice), result = VALUE_ABSENT;
    if (!is_absent(key)) {
        result = computed(vm, object_get_item(vm, container, key));
        release(vm, key);
    }
    release(vm, container);
    return result;
}

static OWNED Value fold_debug(const struct Compiler *compiler, const struct AstName *node)
{
    if (node->ctx != AST_LOAD || strcmp(node->id->text, "__debug__") != 0)
        return VALUE_ABSENT;
    return value_from_bool(!compiler->optimize);
}

static OWNED Value fold_kind(struct Compiler *compiler, struct AstNode *node)
{
    switch (node->kind) {
    case AST_BinOp:
        return fold_binary(compiler, node);
    case AST_UnaryOp:
        return fold_unary(compiler, as_UnaryOp(node));
    case AST_Tuple:
        return as_Tuple(node)->ctx == AST_LOAD ? fold_tuple(compiler, &as_Tuple(node)->elts) : VALUE_ABSENT;
    case AST_Subscript:
        return as_Subscript(node)->ctx == AST_LOAD ? fold_subscript(compiler, as_Subscript(node)) : VALUE_ABSENT;
    case AST_Name:
        return fold_debug(compiler, as_Name(node));
    default:
        return VALUE_ABSENT;
    }
}

Value fold_constant(struct Compiler *compiler, struct AstNode *node)
{
    if (compiler->failed || (node->flags & AST_NOT_CONSTANT))
        return VALUE_ABSENT;
    if (node->kind == AST_Constant) {
        Value v = literal_value(compiler, node, &as_Constant(node)->value);
        return is_empty(v) ? VALUE_ABSENT : v; /* then the compiler has failed */
    }
    if (!enter_node(compiler))
        return VALUE_ABSENT;
    Value v = fold_kind(compiler, node);
    leave_node(compiler);
    if (is_absent(v))
        node->flags |= AST_NOT_CONSTANT;
    return v;
}

/* Made twice, as CPython does when it merges constants: the second time in the order of the first, which shows in
 * the order of sets that are built from it. */
static OWNED Value fold_set(struct Interpreter *vm, Value items)
{
    Value first = computed(vm, set_from_iterable(vm, TYPE_frozenset, items));
    if (is_absent(first))
        return VALUE_ABSENT;
    Value ordered = computed(vm, tuple_from_iterable(vm, first));
    release(vm, first);
    if (is_absent(ordered))
        return VALUE_ABSENT;
    Value second = computed(vm, set_from_iterable(vm, TYPE_frozenset, ordered));
    release(vm, ordered);
    return second;
}

/* [1, 2] and {1, 2} that are only looked through become a tuple and a frozenset. */
Value fold_iterable(struct Compiler *compiler, struct AstNode *node)
{
    struct Interpreter *vm = compiler->vm;
    if (compiler->failed || (node->kind != AST_List && node->kind != AST_Set))
        return VALUE_ABSENT;
    const struct AstNodes *elements = node->kind == AST_List ? &as_List(node)->elts : &as_Set(node)->elts;
    Value items = fold_tuple(compiler, elements);
    if (is_absent(items) || node->kind == AST_List)
        return items;
    Value set = fold_set(vm, items);
    release(vm, items);
    return set;
}

int fold_truth(struct Compiler *compiler, struct AstNode *node)
{
    Value v = fold_constant(compiler, node);
    if (is_absent(v))
        return -1;
    int truth = object_truth(compiler->vm, v);
    if (truth < 0)
        error_clear(compiler->vm);
    release(compiler->vm, v);
    return truth;
}
