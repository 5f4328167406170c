/*
 * `viv ast`: the tree in the format of `python3 -m ast` (ast.dump).
 */
#ifndef VIV_PARSER_DUMP_H
#define VIV_PARSER_DUMP_H

#include <stdio.h>

#include "parser/ast.h"

/*
 * With attributes, lineno and the like are shown too (python3 -m ast -a).
 * False if the tree is too deep to print or memory runs out.
 */
MUST_USE bool ast_dump(FILE *file, struct Memory *memory, const struct AstNode *node, int indent,
                       bool attributes);

#endif
