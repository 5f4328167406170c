/*
 * The layers of a file, as its types share them.  Python sees _io's classes:
 * FileIO, BufferedReader, BufferedWriter and BufferedRandom are one struct
 * ByteFile (a descriptor with a buffer), TextIOWrapper is struct TextFile on
 * top of one.  A buffered file that Python code made over an object of its own
 * is a ByteFile without descriptor, whose raw object does the work through its
 * methods (io_raw.c).  StringIO and BytesIO (io_memory.c) live in memory.
 */
#ifndef VIV_RUNTIME_IO_H
#define VIV_RUNTIME_IO_H

#include "runtime/interpreter.h"

/* Pending text is handed on once there is a buffer of it; what is added last is shorter than a buffer. */
enum { IO_BUFFER_SIZE = 8192, IO_PENDING_SIZE = 2 * IO_BUFFER_SIZE };

/* Never holds both unread bytes and bytes waiting to be written. */
struct ByteFile {
    struct Object header;
    Value name;            /* str, bytes or int */
    Value raw;             /* the FileIO that a buffered file shows as below it, made when asked for; foreign files:
                              the object they were made of, EMPTY once detached */
    int descriptor;        /* -1 once closed, and in foreign files */
    bool readable, writable, appending, created, owns_descriptor;
    bool blocked;          /* the last read gave nothing because there was nothing yet */
    bool foreign, busy;    /* raw's methods do the work; one of them runs */
    bool initialized;
    bool is_view;          /* a FileIO made for `raw`: the descriptor is the buffered file's to close */
    uint8_t *buffer;       /* MEMORY_BYTES block of capacity bytes, made at first use */
    size_t capacity;       /* 0: unbuffered */
    size_t start, end;     /* unread: buffer[start, end) */
    size_t waiting;        /* to be written: buffer[0, waiting) */
};

static inline struct ByteFile *as_byte_file(Value v) { return (struct ByteFile *)value_object(v); }
/* Whether v is one of our files on a descriptor, no subclass: what the layers above may use directly. */
bool is_byte_file(struct Interpreter *vm, Value v);

/* What is below a buffer (runtime/io_raw.c): system calls, or methods of a foreign file's raw object. */
enum { RAW_RAISED = -1, RAW_WOULD_BLOCK = -2 };
MUST_USE int64_t raw_read(struct Interpreter *vm, struct ByteFile *file, uint8_t *data, size_t length);
/* How many octets were written: fewer than asked for when it raised. */
size_t raw_write(struct Interpreter *vm, struct ByteFile *file, const uint8_t *data, size_t length);
MUST_USE int64_t raw_seek(struct Interpreter *vm, struct ByteFile *file, int64_t offset, int whence);
MUST_USE int64_t raw_truncate(struct Interpreter *vm, struct ByteFile *file, int64_t size);
/* One call of write(): what FileIO.write gives. */
MUST_USE int64_t raw_write_once(struct Interpreter *vm, struct ByteFile *file, const uint8_t *data, size_t length);
/* raw.name(argument): OWNED; argument EMPTY: none. */
OWNED MUST_USE Value raw_call(struct Interpreter *vm, struct ByteFile *file, const char *method, Value argument);
/* 1 closed, 0 open, -1 raised. */
MUST_USE int byte_file_closed(struct Interpreter *vm, struct ByteFile *file);
/* false: uninitialized, detached, or inside a call of its own. */
MUST_USE bool byte_file_usable(struct Interpreter *vm, struct ByteFile *file);

extern const struct TypeSpec file_io_type_spec, buffered_reader_type_spec, buffered_writer_type_spec;
/* FileIO's __init__ (runtime/file.c). */
MUST_USE bool file_io_initialize(struct Interpreter *vm, Value self, const Value *args, size_t positional, Value names);

/* type: TYPE_file_io, TYPE_buffered_reader, _writer or _random. */
OWNED MUST_USE Value byte_file_new(struct Interpreter *vm, enum TypeIndex type, int descriptor, Value name);
MUST_USE bool byte_file_write(struct Interpreter *vm, struct ByteFile *file, const uint8_t *data, size_t length);
MUST_USE bool byte_file_flush(struct Interpreter *vm, struct ByteFile *file);
/* Fills the empty buffer with one read: bytes now unread, 0 at the end, -1 raised. */
MUST_USE int64_t byte_file_fill(struct Interpreter *vm, struct ByteFile *file);
/* Up to length bytes (fewer only at the end of the file); -1 raised. */
MUST_USE int64_t byte_file_read(struct Interpreter *vm, struct ByteFile *file, uint8_t *data, size_t length);
OWNED MUST_USE Value byte_file_read_all(struct Interpreter *vm, struct ByteFile *file);
MUST_USE int64_t byte_file_seek(struct Interpreter *vm, struct ByteFile *file, int64_t offset, int whence);
MUST_USE int64_t byte_file_tell(struct Interpreter *vm, struct ByteFile *file);
MUST_USE int64_t byte_file_truncate(struct Interpreter *vm, struct ByteFile *file, int64_t size);
/* Flushes and closes; closed afterwards even when it fails. */
MUST_USE bool byte_file_close(struct Interpreter *vm, struct ByteFile *file);
MUST_USE int byte_file_seekable(struct Interpreter *vm, struct ByteFile *file); /* -1: raised */
/* "rb", "rb+", "wb", "ab", "xb" … */
const char *byte_file_mode(const struct ByteFile *file);

enum Newline { NEWLINE_UNIVERSAL, NEWLINE_KEEP, NEWLINE_LF, NEWLINE_CR, NEWLINE_CRLF };
enum TextCodec { CODEC_UTF8, CODEC_ASCII_SUPERSET, CODEC_OTHER };
enum NewlineSeen { SEEN_CR = 1, SEEN_LF = 2, SEEN_CRLF = 4 };

struct TextFile {
    struct Object header;
    Value buffer;          /* the bytes below: a ByteFile, a BytesIO or any object with read and write; EMPTY: detached */
    Value mode;            /* str, or EMPTY */
    Value encoding, errors;/* str */
    Value text;            /* decoded and not yet read, from `position` on; EMPTY: none */
    Value chunk;           /* bytes that `text` was decoded from; EMPTY: none */
    size_t position;       /* code points of text already read */
    uint8_t *pending;      /* encoded, on its way to buffer: MEMORY_BYTES block of IO_PENDING_SIZE */
    size_t pending_length;
    uint8_t tail[8];       /* an unfinished character at the end of the chunk */
    size_t tail_length;
    uint8_t newline, codec, seen; /* enum Newline, enum TextCodec, bits of enum NewlineSeen */
    bool line_buffering, write_through, closed, iterating, wrote_mark;
    bool reads, writes;    /* what a foreign buffer said of itself */
    bool initialized, has_read1;
    int64_t chunk_size;    /* octets to ask a foreign buffer for */
};

static inline struct TextFile *as_text_file(Value v) { return (struct TextFile *)value_object(v); }
static inline bool is_text_file(struct Interpreter *vm, Value v)
{
    return object_has_type(vm, v, TYPE_text_io_wrapper);
}

struct TextOptions {
    Value encoding, errors; /* str, or EMPTY for the default */
    enum Newline newline;
    bool line_buffering, write_through;
};
OWNED MUST_USE Value text_file_new(struct Interpreter *vm, Value buffer, Value mode, const struct TextOptions *options);
/* What the constructor does; may be called again. */
MUST_USE bool text_file_initialize(struct Interpreter *vm, struct TextFile *file, Value buffer, Value mode,
                                   const struct TextOptions *options);
/* A str argument that may be None or absent: *option is EMPTY then. */
MUST_USE bool text_option(struct Interpreter *vm, Value v, const char *function, const char *name, Value *option);
/* After a change of encoding. */
MUST_USE bool text_file_choose_codec(struct Interpreter *vm, struct TextFile *file);
/* newline=: None, '', '\n', '\r', '\r\n'; false: raised. */
MUST_USE bool newline_from_value(struct Interpreter *vm, Value v, enum Newline *newline);
MUST_USE bool text_file_write(struct Interpreter *vm, struct TextFile *file, Value text);
MUST_USE bool text_file_write_ascii(struct Interpreter *vm, struct TextFile *file, const char *text, size_t length);
MUST_USE bool text_file_flush(struct Interpreter *vm, struct TextFile *file);
/* count < 0: all. */
OWNED MUST_USE Value text_file_read(struct Interpreter *vm, struct TextFile *file, int64_t count);
/* limit < 0: none. "" at the end. */
OWNED MUST_USE Value text_file_readline(struct Interpreter *vm, struct TextFile *file, int64_t limit);
OWNED MUST_USE Value text_file_tell(struct Interpreter *vm, struct TextFile *file);
OWNED MUST_USE Value text_file_seek(struct Interpreter *vm, struct TextFile *file, Value offset, int whence);
MUST_USE bool text_file_close(struct Interpreter *vm, struct TextFile *file);

/* What `newlines` answers: None, a str or a tuple. */
OWNED MUST_USE Value newlines_seen(struct Interpreter *vm, unsigned seen);

/* Where the first line of units [start, length) ends, its newline included; SIZE_MAX when none does. */
size_t find_line_end(Value text, size_t start, enum Newline newline);

/* io.UnsupportedOperation(message) */
Value raise_unsupported_operation(struct Interpreter *vm, const char *message);
/* Optional size argument: None and absence are -1. */
MUST_USE bool size_argument(struct Interpreter *vm, const Value *args, size_t count, int64_t *size);

/* Methods of every file: closing, iterating, reading and writing many lines (runtime/io_base.c). */
OWNED MUST_USE Value io_read_lines(struct Interpreter *vm, Value file, int64_t hint);
OWNED MUST_USE Value io_write_lines(struct Interpreter *vm, Value file, Value lines);

#endif
