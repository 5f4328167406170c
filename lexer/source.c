/*
 * Decoding: byte order mark, encoding cookie (PEP 263), UTF-8 validity, NULs,
 * line ends.  Owns the text it makes; its lines always end in \n.
 *
 * Encodings other than UTF-8, latin-1 and ascii are left to libunistring.
 */
#include "lexer/source.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <uniconv.h>

void failure_set(struct SyntaxFailure *failure, enum FailureKind kind, const char *format, ...)
{
    memset(failure, 0, sizeof *failure);
    failure->kind = kind;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(failure->message, sizeof failure->message, format, arguments);
    va_end(arguments);
}

void source_close(struct Source *source)
{
    memory_free(source->memory, MEMORY_BYTES, source->text, source->capacity);
    source->text = NULL;
    source->capacity = 0;
}

void source_line_at(const struct Source *source, size_t offset, const char **start, size_t *length)
{
    const char *text = source->text;
    size_t begin = offset < source->length ? offset : source->length;
    while (begin > 0 && text[begin - 1] != '\n') {
        begin--;
    }
    const char *end = memchr(text + begin, '\n', source->length - begin);
    *start = text + begin;
    *length = end != NULL ? (size_t)(end - *start) : source->length - begin;
}

size_t source_line_offset(const struct Source *source, size_t line)
{
    const char *at = source->text;
    const char *end = at + source->length;
    for (; line > 1 && at < end; line--) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        at = newline != NULL ? newline + 1 : end;
    }
    return (size_t)(at - source->text);
}

/* Bytes of the well-formed UTF-8 sequence at `bytes`, 0 if there is none; surrogates are not well-formed. */
static size_t utf8_sequence(const unsigned char *bytes, size_t left)
{
    unsigned char first = bytes[0];
    if (first < 0x80) {
        return 1;
    }
    size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || left < size) {
        return 0;
    }
    for (size_t i = 1; i < size; i++) {
        if ((bytes[i] & 0xC0) != 0x80) {
            return 0;
        }
    }
    bool out_of_range = (first == 0xE0 && bytes[1] < 0xA0) || (first == 0xED && bytes[1] > 0x9F) ||
                        (first == 0xF0 && bytes[1] < 0x90) || (first == 0xF4 && bytes[1] > 0x8F);
    return out_of_range ? 0 : size;
}

/* CPython's words for what is wrong with the sequence. */
static const char *utf8_reason(const unsigned char *bytes, size_t left)
{
    unsigned char first = bytes[0];
    if (first < 0xC2 || first > 0xF4) {
        return "invalid start byte";
    }
    size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    for (size_t i = 1; i < size && i < left; i++) {
        if ((bytes[i] & 0xC0) != 0x80) {
            return "invalid continuation byte";
        }
    }
    return left < size ? "unexpected end of data" : "invalid continuation byte";
}

/* The cookie's name in one physical line, or NULL. */
static const char *find_cookie(const char *line, size_t length, size_t *name_length)
{
    size_t i = 0;
    while (i < length && (line[i] == ' ' || line[i] == '\t' || line[i] == '\f')) {
        i++;
    }
    if (i == length || line[i] != '#') {
        return NULL;
    }
    for (; i + 7 <= length; i++) {
        if (memcmp(line + i, "coding", 6) != 0 || (line[i + 6] != ':' && line[i + 6] != '=')) {
            continue;
        }
        size_t begin = i + 7;
        while (begin < length && (line[begin] == ' ' || line[begin] == '\t')) {
            begin++;
        }
        size_t end = begin;
        while (end < length &&
               (strchr("-_.", line[end]) != NULL || (line[end] >= '0' && line[end] <= '9') ||
                (line[end] >= 'a' && line[end] <= 'z') || (line[end] >= 'A' && line[end] <= 'Z'))) {
            end++;
        }
        if (end > begin) {
            *name_length = end - begin;
            return line + begin;
        }
    }
    return NULL;
}

/* True if the line holds nothing but space and perhaps a comment: then the next one may hold the cookie. */
static bool line_is_blank(const char *line, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (line[i] == '#') {
            return true;
        }
        if (line[i] != ' ' && line[i] != '\t' && line[i] != '\f') {
            return false;
        }
    }
    return true;
}

/* The name itself, or the name with something behind a dash. */
static bool has_prefix(const char *name, const char *prefix)
{
    size_t length = strlen(prefix);
    return strncmp(name, prefix, length) == 0 && (name[length] == '\0' || name[length] == '-');
}

/* Other spellings that CPython's codecs know. */
static bool is_among(const char *name, const char *const *names)
{
    while (*names != NULL && strcmp(name, *names) != 0)
        names++;
    return *names != NULL;
}

static bool is_latin_alias(const char *name)
{
    static const char *const aliases[] = {"latin1", "latin", "l1",    "8859",           "iso8859",      "iso8859-1",
                                          "cp819",  "819",   "ibm819", "iso-8859-1-1987", "iso-ir-100", "csisolatin1",
                                          NULL};
    return is_among(name, aliases);
}

static bool is_utf8_alias(const char *name)
{
    static const char *const aliases[] = {"utf8", "u8", "utf", "cp65001", "utf8-ucs2", "utf8-ucs4", NULL};
    return is_among(name, aliases);
}

static bool is_ascii_alias(const char *name)
{
    static const char *const aliases[] = {"us-ascii", "646",      "us",        "iso646-us", "cp367", "367", "ibm367",
                                          "iso-ir-6", "csascii", "ansi-x3.4-1968", NULL};
    return is_among(name, aliases);
}

/* Lower case, - for _, and the aliases of the two encodings that every source uses. */
static void normalise_encoding(char *result, size_t size, const char *name, size_t length)
{
    size_t i;
    for (i = 0; i < length && i + 1 < size; i++) {
        char character = name[i];
        if (character == '_') {
            character = '-';
        } else if (character >= 'A' && character <= 'Z') {
            character = (char)(character + 'a' - 'A');
        }
        result[i] = character;
    }
    result[i] = '\0';
    if (has_prefix(result, "utf-8") || is_utf8_alias(result)) {
        strcpy(result, "utf-8");
    } else if (has_prefix(result, "latin-1") || has_prefix(result, "iso-8859-1") ||
               has_prefix(result, "iso-latin-1") || is_latin_alias(result)) {
        strcpy(result, "iso-8859-1");
    } else if (is_ascii_alias(result)) {
        strcpy(result, "ascii");
    }
}

/* Looks for the cookie in the first two lines; the second counts only if the first is blank. */
static void find_encoding(struct Source *source, const char *bytes, size_t length, char *written, size_t size)
{
    strcpy(source->encoding, "utf-8");
    strcpy(written, "utf-8");
    for (int line = 0; line < 2; line++) {
        const char *end = bytes;
        while (end < bytes + length && *end != '\n' && *end != '\r') {
            end++;
        }
        size_t name_length;
        const char *name = find_cookie(bytes, (size_t)(end - bytes), &name_length);
        if (name != NULL) {
            snprintf(written, size, "%.*s", (int)(name_length < size ? name_length : size - 1), name);
            normalise_encoding(source->encoding, sizeof source->encoding, name, name_length);
            return;
        }
        if (!line_is_blank(bytes, (size_t)(end - bytes)) || end == bytes + length) {
            return;
        }
        size_t left = (size_t)(bytes + length - end);
        end += left > 1 && end[0] == '\r' && end[1] == '\n' ? 2 : 1;
        length -= (size_t)(end - bytes);
        bytes = end;
    }
}

/* Errors that come before any line has been read have line 0. */
static bool encoding_failure(struct SyntaxFailure *failure, enum SourceKind kind, const char *format,
                             const char *name)
{
    failure_set(failure, FAILURE_SYNTAX, format, name);
    failure->has_position = kind != SOURCE_FILE;
    failure->offset = -1;
    return false;
}

/* The line of an offset in bytes whose line ends are still as they were. */
static size_t line_number(const char *bytes, size_t offset)
{
    size_t line = 1;
    for (size_t i = 0; i < offset; i++) {
        line += bytes[i] == '\n' || (bytes[i] == '\r' && bytes[i + 1] != '\n');
    }
    return line;
}

static bool utf8_failure(struct SyntaxFailure *failure, const char *bytes, size_t length, size_t at,
                         enum SourceKind kind, const char *filename)
{
    unsigned byte = (unsigned char)bytes[at];
    size_t line = line_number(bytes, at);
    if (kind == SOURCE_FILE) {
        failure_set(
            failure, FAILURE_SYNTAX,
            "Non-UTF-8 code starting with '\\x%02x' in file %.500s on line %zu, but no encoding declared; "
            "see https://peps.python.org/pep-0263/ for details",
            byte, filename, line);
        return false;
    }
    size_t begin = at;
    while (begin > 0 && bytes[begin - 1] != '\n') {
        begin--;
    }
    failure_set(failure, FAILURE_SYNTAX,
                "(unicode error) 'utf-8' codec can't decode byte 0x%02x in position %zu: %s", byte,
                at - begin, utf8_reason((const unsigned char *)bytes + at, length - at));
    failure->has_position = failure->has_end = true;
    failure->line = failure->end_line = (int)line;
    failure->offset = (int)(at - begin) + 1;
    failure->end_offset = -1;
    return false;
}

/* Checks the bytes before anything is copied; counts what latin-1 will grow by. */
static bool check_bytes(const struct Source *source, const char *bytes, size_t length, enum SourceKind kind,
                        const char *filename, size_t *growth, struct SyntaxFailure *failure)
{
    bool latin = strcmp(source->encoding, "iso-8859-1") == 0;
    bool ascii = strcmp(source->encoding, "ascii") == 0;
    for (size_t i = 0; i < length;) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte == 0) {
            failure_set(failure, FAILURE_SYNTAX,
                        kind == SOURCE_FILE ? "source code cannot contain null bytes"
                                            : "source code string cannot contain null bytes");
            if (kind == SOURCE_FILE) {
                failure->has_position = failure->has_end = true;
                failure->line = failure->end_line = (int)line_number(bytes, i);
                size_t start = i;
                while (start > 0 && bytes[start - 1] != '\n')
                    start--;
                failure->text = bytes + start; /* the caller's bytes outlive the report */
                failure->text_length = i - start;
            }
            return false;
        }
        if (byte < 0x80) {
            i++;
        } else if (latin) {
            ++*growth;
            i++;
        } else if (ascii) {
            if (kind == SOURCE_FILE) {
                return encoding_failure(failure, kind, "encoding problem: %s", "ascii");
            }
            char detail[100];
            snprintf(detail, sizeof detail, "'ascii' codec can't decode byte 0x%02x in position %zu", byte,
                     i);
            return encoding_failure(failure, kind, "%s: ordinal not in range(128)", detail);
        } else {
            size_t size = utf8_sequence((const unsigned char *)bytes + i, length - i);
            if (size == 0) {
                return utf8_failure(failure, bytes, length, i, kind, filename);
            }
            i += size;
        }
    }
    return true;
}

/* The encodings decoded here. */
static bool is_built_in(const char *encoding)
{
    return strcmp(encoding, "utf-8") == 0 || strcmp(encoding, "utf8") == 0 ||
           strcmp(encoding, "iso-8859-1") == 0 || strcmp(encoding, "ascii") == 0;
}

/* A cookie that was read octet by octet cannot name an encoding of wider units. */
static bool is_wide(const char *encoding)
{
    return strncasecmp(encoding, "utf", 3) == 0 && (strstr(encoding, "16") != NULL || strstr(encoding, "32") != NULL);
}

/* The bytes in UTF-8, to be freed with free(); NULL after a failure. */
static char *convert(struct Source *source, const char *bytes, size_t length, size_t *converted_length,
                     enum SourceKind kind, const char *written, struct SyntaxFailure *failure)
{
    char *converted = NULL;
    errno = 0;
    if (!is_wide(source->encoding)) {
        converted = (char *)u8_conv_from_encoding(source->encoding, iconveh_error, bytes, length, NULL, NULL,
                                                  converted_length);
    }
    if (converted != NULL) {
        return converted;
    }
    if (errno == ENOMEM) {
        failure_set(failure, FAILURE_MEMORY, "%s", "");
    } else {
        encoding_failure(failure, kind, kind == SOURCE_FILE ? "encoding problem: %s" : "unknown encoding: %s",
                         written);
    }
    return NULL;
}

/* \r\n and \r become \n, latin-1 becomes UTF-8, a missing last \n is added. */
static void copy_text(struct Source *source, const char *bytes, size_t length)
{
    bool latin = strcmp(source->encoding, "iso-8859-1") == 0;
    char *out = source->text;
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte == '\r') {
            *out++ = '\n';
            i += i + 1 < length && bytes[i + 1] == '\n';
        } else if (latin && byte >= 0x80) {
            *out++ = (char)(0xC0 | byte >> 6);
            *out++ = (char)(0x80 | (byte & 0x3F));
        } else {
            *out++ = (char)byte;
        }
    }
    if (out > source->text && out[-1] != '\n') {
        source->newline_added = true;
        *out++ = '\n';
    }
    *out = '\0';
    source->length = (size_t)(out - source->text);
}

/* Checks the bytes and copies them as text. */
static bool take_text(struct Source *source, const char *bytes, size_t length, enum SourceKind kind,
                      const char *filename, struct SyntaxFailure *failure)
{
    size_t growth = 2;
    if (!check_bytes(source, bytes, length, kind, filename, &growth, failure)) {
        return false;
    }
    source->capacity = length + growth;
    source->text = memory_allocate(source->memory, MEMORY_BYTES, source->capacity);
    if (source->text == NULL) {
        source->capacity = 0;
        failure_set(failure, FAILURE_MEMORY, "%s", "");
        return false;
    }
    copy_text(source, bytes, length);
    return true;
}

/* Behind a byte order mark, aliases such as utf8 do not count. */
static bool is_written_utf8(const char *name)
{
    bool same = strncasecmp(name, "utf", 3) == 0 && (name[3] == '-' || name[3] == '_') && name[4] == '8';
    return same && (name[5] == '\0' || name[5] == '-' || name[5] == '_');
}

bool source_open(struct Source *source, struct Memory *memory, const char *bytes, size_t length,
                 enum SourceKind kind, const char *filename, struct SyntaxFailure *failure)
{
    memset(source, 0, sizeof *source);
    source->memory = memory;
    strcpy(source->encoding, "utf-8");
    if (length > INT32_MAX / 2) {
        failure_set(failure, FAILURE_MEMORY, "%s", "");
        return false;
    }
    if (kind == SOURCE_DECODED) {
        return take_text(source, bytes, length, kind, filename, failure);
    }
    bool marked = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
    bytes += marked ? 3 : 0;
    length -= marked ? 3 : 0;
    char written[100] = "utf-8";
    find_encoding(source, bytes, length, written, sizeof written);
    if (marked && !is_written_utf8(written)) {
        bool aliased = strcmp(source->encoding, "utf-8") == 0;
        return encoding_failure(failure, kind, "encoding problem: %s with BOM", aliased ? written : source->encoding);
    }
    if (is_built_in(source->encoding)) {
        return take_text(source, bytes, length, kind, filename, failure);
    }
    size_t converted_length;
    char *converted = convert(source, bytes, length, &converted_length, kind, written, failure);
    bool ok = converted != NULL && take_text(source, converted, converted_length, kind, filename, failure);
    free(converted);
    return ok;
}
