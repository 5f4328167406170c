/*
 * oom-driver VIV SCRIPT STEP: runs the script with each (STEPth) of its
 * allocations failing in turn, once, and then with all later ones failing, too.
 *
 * Every run must end by itself with status 0 or 1, print a beginning of what
 * it prints undisturbed (scripts called catch_… print in handlers and finalizers, so
 * they may go on differently),
 * leave an empty heap, and say that an allocation failed.  A status of 1 needs
 * a MemoryError on stderr, or "out of memory" before the program runs.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TEXT_SIZE = 1 << 20, SECONDS_LIMIT = 60, REPORT_LIMIT = 5 };

struct Outcome {
    int status;
    size_t out_length;
    char *out, *err;
};

static char *read_back(int descriptor, size_t *length)
{
    static char buffers[2][TEXT_SIZE];
    static int next;
    char *text = buffers[next++ % 2];
    ssize_t got = pread(descriptor, text, TEXT_SIZE - 1, 0);
    text[got < 0 ? 0 : got] = 0;
    if (length != NULL)
        *length = got < 0 ? 0 : (size_t)got;
    return text;
}

static struct Outcome run(const char *viv, const char *script, const char *allocation)
{
    static int out = -1, err = -1;
    if (out < 0) {
        out = memfd_create("out", 0);
        err = memfd_create("err", 0);
    }
    if (ftruncate(out, 0) != 0 || ftruncate(err, 0) != 0)
        exit(2);
    pid_t child = fork();
    if (child == 0) {
        lseek(out, 0, SEEK_SET);
        lseek(err, 0, SEEK_SET);
        dup2(out, 1);
        dup2(err, 2);
        alarm(SECONDS_LIMIT);
        execl(viv, viv, "--check-heap", "--fail-allocation", allocation, script, (char *)NULL);
        _exit(127);
    }
    struct Outcome outcome = {0};
    waitpid(child, &outcome.status, 0);
    outcome.out = read_back(out, &outcome.out_length);
    outcome.err = read_back(err, NULL);
    return outcome;
}

static bool count_line(const char *err, uint64_t *requests, uint64_t *failed)
{
    const char *line = strstr(err, " failed\n");
    while (line != NULL && line > err && line[-1] != '\n')
        line--;
    unsigned long long a, b;
    if (line == NULL || sscanf(line, "viv: %llu allocations, %llu failed", &a, &b) != 2)
        return false;
    *requests = a;
    *failed = b;
    return true;
}

/* What is wrong with the outcome, or NULL. */
static const char *judge(const struct Outcome *outcome, const char *expected, size_t length, bool catches, bool once)
{
    uint64_t requests, failed;
    if (WIFSIGNALED(outcome->status))
        return "killed by a signal";
    int status = WEXITSTATUS(outcome->status);
    if (strstr(outcome->err, "out of memory") != NULL && outcome->out_length == 0 && status == 1)
        return NULL;
    if (strstr(outcome->err, "left on the heap") != NULL || strstr(outcome->err, "Sanitizer") != NULL)
        return "heap not empty";
    if (status != 0 && status != 1)
        return "unexpected exit status";
    if (!count_line(outcome->err, &requests, &failed) || failed == 0)
        return "no allocation failed";
    if (!catches && (outcome->out_length > length || memcmp(outcome->out, expected, outcome->out_length) != 0))
        return "stdout is no beginning of the expected";
    if (!catches && status == 0 && outcome->out_length != length)
        return "success, but stdout is incomplete";
    if (status == 1 && once && strstr(outcome->err, "MemoryError") == NULL)
        return "status 1 without a MemoryError";
    return NULL;
}

int main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    const char *viv = argv[1], *script = argv[2], *name = strrchr(script, '/') ? strrchr(script, '/') + 1 : script;
    uint64_t step = strtoull(argv[3], NULL, 10), total, requests, failed;
    static char expected[TEXT_SIZE];
    struct Outcome outcome = run(viv, script, "18446744073709551615");
    size_t length = outcome.out_length;
    memcpy(expected, outcome.out, length + 1);
    if (outcome.status != 0 || !count_line(outcome.err, &total, &failed) || failed != 0) {
        printf("FAIL %s: undisturbed: status %#x\n%s", name, outcome.status, outcome.err);
        return 1;
    }
    int wrong = 0, runs = 0;
    bool more = true; /* numbers count from when the interpreter exists, so that the end shows only when it is passed */
    for (uint64_t n = 1; more && n <= total; n += step) {
        for (int once = 1; more && once >= 0; once--) {
            char allocation[32];
            snprintf(allocation, sizeof allocation, "%llu%s", (unsigned long long)n, once ? "" : "+");
            outcome = run(viv, script, allocation);
            more = !count_line(outcome.err, &requests, &failed) || failed != 0;
            if (!more)
                break;
            const char *complaint = judge(&outcome, expected, length, strncmp(name, "catch_", 6) == 0, once);
            runs++;
            if (complaint != NULL && wrong++ < REPORT_LIMIT)
                printf("FAIL %s: --fail-allocation %s: %s (status %#x)\n%.600s", name, allocation, complaint,
                       outcome.status, outcome.err);
        }
    }
    printf("%s %s: %d runs, %llu allocations, %d wrong\n", wrong ? "FAIL" : "PASS", name, runs,
           (unsigned long long)total, wrong);
    return wrong != 0;
}
