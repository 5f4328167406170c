/*
 * The scanner: which lexeme of ordinary code begins at the cursor.
 *
 * Only the shapes of tokens stand here; lines, brackets and f-strings are the
 * driver's (lexer.c).  The source ends in a NUL, which no rule but the last
 * one but two can pass.
 */
#include "lexer/internal.h"

#include <string.h>

static void count_lines(struct Lexer *lexer, const char *from, const char *to)
{
    const char *newline;
    while ((newline = memchr(from, '\n', (size_t)(to - from))) != NULL) {
        from = newline + 1;
        lexer->line++;
        lexer->line_start = from;
    }
}

static int stray_backslash(struct Lexer *lexer, const char *at)
{
    lexer_fail_at(lexer, at, "unexpected character after line continuation character");
    lexer->failure.end_offset = 0;
    lexer->failure.text_length++;
    lexer->failure_rank = LEX_FAILURE_WHEN_REACHED;
    lexer->failure_in_buffer = true;
    return SCAN_FAILED;
}

/* A backslash that joins this line to the next. */
static int join_line(struct Lexer *lexer)
{
    if (*lexer->cursor != '\0') {
        count_lines(lexer, lexer->token_start, lexer->cursor);
        return SCAN_SKIP;
    }
    if (lexer->bare_end)
        return stray_backslash(lexer, lexer->token_start + 1);
    if (lexer->bracket_depth > 0) {
        lexer_fail_unclosed(lexer);
        return SCAN_FAILED;
    }
    lexer_fail_at(lexer, lexer->cursor, "unexpected EOF while parsing");
    lexer->failure.kind = FAILURE_INCOMPLETE;
    lexer->failure.end_offset = -1;
    lexer->failure.text_length++;
    lexer->failure_rank = LEX_FAILURE_WHEN_REACHED;
    return SCAN_FAILED;
}

static int unterminated(struct Lexer *lexer, size_t quote_size)
{
    lexer_fail_unterminated(lexer, lexer->cursor[-1], quote_size);
    return SCAN_FAILED;
}

int lexer_scan(struct Lexer *lexer)
{
    const char *cursor = lexer->cursor;
    const char *marker = cursor;
    lexer->token_start = cursor;
    lexer->token_line = lexer->line;
    lexer->token_line_start = lexer->line_start;
#define FOUND(kind) do { lexer->cursor = cursor; return (kind); } while (0)
    /*!re2c
    re2c:define:YYCTYPE = "unsigned char";
    re2c:define:YYCURSOR = cursor;
    re2c:define:YYMARKER = marker;
    re2c:yyfill:enable = 0;

    any = [^\x00];
    start = [a-zA-Z_\x80-\xff];
    continue = [a-zA-Z0-9_\x80-\xff];
    ascii_name = [a-zA-Z_][a-zA-Z0-9_]*;
    name = start continue*;

    digits = [0-9]("_"?[0-9])*;
    exponent = [eE][-+]?digits;
    point = digits "." digits? | "." digits;
    float = point exponent? | digits exponent;
    integer = [1-9]("_"?[0-9])* | "0"("_"?"0")* | "0"[xX]("_"?[0-9a-fA-F])+ | "0"[oO]("_"?[0-7])+
            | "0"[bB]("_"?[01])+;

    prefix = [bB][rR]? | [rR][bB]? | [uU];
    fprefix = [fF][rR]? | [rR][fF];
    escape = "\\" any;
    single = "'" ([^'\\\n\x00] | escape)* "'" | "\"" ([^"\\\n\x00] | escape)* "\"";
    triple = "'''" ("'"{0,2} ([^'\\\x00] | escape))* "'''"
           | "\"\"\"" ("\""{0,2} ([^"\\\x00] | escape))* "\"\"\"";

    [ \t\f]+         { FOUND(SCAN_SKIP); }
    "\\\n"           { lexer->cursor = cursor; return join_line(lexer); }
    "\\"             { lexer->cursor = cursor; return stray_backslash(lexer, lexer->token_start + 2); }
    "\n"             { FOUND(SCAN_LINE_END); }
    "#" [^\n\x00]*   { FOUND(TOKEN_COMMENT); }
    "\x00"           { return SCAN_FILE_END; }

    "False"    { FOUND(TOKEN_FALSE); }
    "None"     { FOUND(TOKEN_NONE); }
    "True"     { FOUND(TOKEN_TRUE); }
    "and"      { FOUND(TOKEN_AND); }
    "as"       { FOUND(TOKEN_AS); }
    "assert"   { FOUND(TOKEN_ASSERT); }
    "async"    { FOUND(TOKEN_ASYNC); }
    "await"    { FOUND(TOKEN_AWAIT); }
    "break"    { FOUND(TOKEN_BREAK); }
    "class"    { FOUND(TOKEN_CLASS); }
    "continue" { FOUND(TOKEN_CONTINUE); }
    "def"      { FOUND(TOKEN_DEF); }
    "del"      { FOUND(TOKEN_DEL); }
    "elif"     { FOUND(TOKEN_ELIF); }
    "else"     { FOUND(TOKEN_ELSE); }
    "except"   { FOUND(TOKEN_EXCEPT); }
    "finally"  { FOUND(TOKEN_FINALLY); }
    "for"      { FOUND(TOKEN_FOR); }
    "from"     { FOUND(TOKEN_FROM); }
    "global"   { FOUND(TOKEN_GLOBAL); }
    "if"       { FOUND(TOKEN_IF); }
    "import"   { FOUND(TOKEN_IMPORT); }
    "in"       { FOUND(TOKEN_IN); }
    "is"       { FOUND(TOKEN_IS); }
    "lambda"   { FOUND(TOKEN_LAMBDA); }
    "nonlocal" { FOUND(TOKEN_NONLOCAL); }
    "not"      { FOUND(TOKEN_NOT); }
    "or"       { FOUND(TOKEN_OR); }
    "pass"     { FOUND(TOKEN_PASS); }
    "raise"    { FOUND(TOKEN_RAISE); }
    "return"   { FOUND(TOKEN_RETURN); }
    "try"      { FOUND(TOKEN_TRY); }
    "while"    { FOUND(TOKEN_WHILE); }
    "with"     { FOUND(TOKEN_WITH); }
    "yield"    { FOUND(TOKEN_YIELD); }
    ascii_name { FOUND(TOKEN_NAME); }
    name       { lexer->cursor = cursor; return lexer_check_identifier(lexer) ? TOKEN_NAME : SCAN_FAILED; }

    (integer | float | (float | digits) [jJ]) {
        lexer->cursor = cursor;
        return lexer_check_number(lexer) ? TOKEN_NUMBER : SCAN_FAILED;
    }

    prefix? single {
        lexer->cursor = cursor;
        count_lines(lexer, lexer->token_start, cursor);
        return TOKEN_STRING;
    }
    prefix? triple {
        lexer->cursor = cursor;
        count_lines(lexer, lexer->token_start, cursor);
        return TOKEN_STRING;
    }
    prefix? ("'''" | "\"\"\"") { lexer->cursor = cursor; return unterminated(lexer, 3); }
    prefix? ("'" | "\"")       { lexer->cursor = cursor; return unterminated(lexer, 1); }
    fprefix ("'''" | "\"\"\"" | "'" | "\"") { FOUND(SCAN_FSTRING); }

    "("   { FOUND(TOKEN_LPAR); }
    ")"   { FOUND(TOKEN_RPAR); }
    "["   { FOUND(TOKEN_LSQB); }
    "]"   { FOUND(TOKEN_RSQB); }
    "{"   { FOUND(TOKEN_LBRACE); }
    "}"   { FOUND(TOKEN_RBRACE); }
    ":"   { FOUND(TOKEN_COLON); }
    ","   { FOUND(TOKEN_COMMA); }
    ";"   { FOUND(TOKEN_SEMI); }
    "+"   { FOUND(TOKEN_PLUS); }
    "-"   { FOUND(TOKEN_MINUS); }
    "*"   { FOUND(TOKEN_STAR); }
    "/"   { FOUND(TOKEN_SLASH); }
    "|"   { FOUND(TOKEN_VBAR); }
    "&"   { FOUND(TOKEN_AMPER); }
    "<"   { FOUND(TOKEN_LESS); }
    ">"   { FOUND(TOKEN_GREATER); }
    "="   { FOUND(TOKEN_EQUAL); }
    "."   { FOUND(TOKEN_DOT); }
    "%"   { FOUND(TOKEN_PERCENT); }
    "=="  { FOUND(TOKEN_EQEQUAL); }
    "!="  { FOUND(TOKEN_NOTEQUAL); }
    "<>"  { FOUND(TOKEN_NOTEQUAL); }
    "<="  { FOUND(TOKEN_LESSEQUAL); }
    ">="  { FOUND(TOKEN_GREATEREQUAL); }
    "~"   { FOUND(TOKEN_TILDE); }
    "^"   { FOUND(TOKEN_CIRCUMFLEX); }
    "<<"  { FOUND(TOKEN_LEFTSHIFT); }
    ">>"  { FOUND(TOKEN_RIGHTSHIFT); }
    "**"  { FOUND(TOKEN_DOUBLESTAR); }
    "+="  { FOUND(TOKEN_PLUSEQUAL); }
    "-="  { FOUND(TOKEN_MINEQUAL); }
    "*="  { FOUND(TOKEN_STAREQUAL); }
    "/="  { FOUND(TOKEN_SLASHEQUAL); }
    "%="  { FOUND(TOKEN_PERCENTEQUAL); }
    "&="  { FOUND(TOKEN_AMPEREQUAL); }
    "|="  { FOUND(TOKEN_VBAREQUAL); }
    "^="  { FOUND(TOKEN_CIRCUMFLEXEQUAL); }
    "<<=" { FOUND(TOKEN_LEFTSHIFTEQUAL); }
    ">>=" { FOUND(TOKEN_RIGHTSHIFTEQUAL); }
    "**=" { FOUND(TOKEN_DOUBLESTAREQUAL); }
    "//"  { FOUND(TOKEN_DOUBLESLASH); }
    "//=" { FOUND(TOKEN_DOUBLESLASHEQUAL); }
    "@"   { FOUND(TOKEN_AT); }
    "@="  { FOUND(TOKEN_ATEQUAL); }
    "->"  { FOUND(TOKEN_RARROW); }
    "..." { FOUND(TOKEN_ELLIPSIS); }
    ":="  { FOUND(TOKEN_COLONEQUAL); }
    "!"   { FOUND(TOKEN_EXCLAMATION); }
    [$?`] { FOUND(TOKEN_ERRORTOKEN); }
    *     {
        lexer_fail_at(lexer, cursor, "invalid non-printable character U+%04X", (unsigned char)cursor[-1]);
        return SCAN_FAILED;
    }
    */
#undef FOUND
}
