/*
 * The posix module: the table of its functions, and its constants.  What
 * programs import is os (runtime/lib/os.py), which takes all of this over.
 */
#include "runtime/modules/posix.h"

#include <fcntl.h>
#include <stdio.h>
#include <sysexits.h>
#include <sys/wait.h>
#include <unistd.h>

#include "runtime/dict.h"
#include "runtime/module.h"

static const struct NativeMethod posix_functions[] = {
    FUNCTION_NAMED("fspath", posix_method_fspath, "path", "Return the file system path representation of the object."),
    FUNCTION_NAMED("stat", posix_stat, "path, *, dir_fd=None, follow_symlinks=True", "Perform a stat system call."),
    FUNCTION_NAMED("lstat", posix_lstat, "path, *, dir_fd=None", "Perform an lstat system call on the given path."),
    FUNCTION_NAMED("fstat", posix_fstat, "fd", "Perform a stat system call on the given file descriptor."),
    FUNCTION_NAMED("access", posix_access,
                   "path, mode, *, dir_fd=None, effective_ids=False, follow_symlinks=True",
                   "Use the real uid/gid to test for access to a path."),
    FUNCTION_NAMED("chmod", posix_chmod, "path, mode, *, dir_fd=None, follow_symlinks=True",
                   "Change the access permissions of a file."),
    FUNCTION_NAMED("fchmod", posix_fchmod, "fd, mode", "Change the access permissions of an open file."),
    FUNCTION_NAMED("chown", posix_chown, "path, uid, gid, *, dir_fd=None, follow_symlinks=True",
                   "Change the owner and group id of path to the numeric uid and gid."),
    FUNCTION_NAMED("utime", posix_utime, "path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True",
                   "Set the access and modified time of path."),
    FUNCTION_NAMED("truncate", posix_truncate, "path, length", "Truncate a file to a specific length."),
    FUNCTION("umask", posix_umask, 1, 1, "mask, /", "Set the current numeric umask and return the previous umask."),
    FUNCTION_NAMED("mkfifo", posix_mkfifo, "path, mode=438, *, dir_fd=None", "Create a \"fifo\" (a POSIX named pipe)."),
    FUNCTION_NAMED("listdir", posix_listdir, "path=None", "Return a list of the names of the files in a directory."),
    FUNCTION_NAMED("scandir", posix_scandir, "path=None", "Return an iterator of DirEntry objects for given path."),
    FUNCTION_NAMED("mkdir", posix_mkdir, "path, mode=511, *, dir_fd=None", "Create a directory."),
    FUNCTION_NAMED("rmdir", posix_rmdir, "path, *, dir_fd=None", "Remove a directory."),
    FUNCTION_NAMED("remove", posix_remove, "path, *, dir_fd=None", "Remove a file (same as unlink())."),
    FUNCTION_NAMED("unlink", posix_unlink, "path, *, dir_fd=None", "Remove a file (same as remove())."),
    FUNCTION_NAMED("rename", posix_rename, "src, dst, *, src_dir_fd=None, dst_dir_fd=None",
                   "Rename a file or directory."),
    FUNCTION_NAMED("replace", posix_rename, "src, dst, *, src_dir_fd=None, dst_dir_fd=None",
                   "Rename a file or directory, overwriting the destination."),
    FUNCTION_NAMED("link", posix_link, "src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True",
                   "Create a hard link to a file."),
    FUNCTION_NAMED("symlink", posix_symlink, "src, dst, target_is_directory=False, *, dir_fd=None",
                   "Create a symbolic link pointing to src named dst."),
    FUNCTION_NAMED("readlink", posix_readlink, "path, *, dir_fd=None",
                   "Return a string representing the path to which the symbolic link points."),
    FUNCTION("getcwd", posix_getcwd, 0, 0, "", "Return a unicode string representing the current working directory."),
    FUNCTION("getcwdb", posix_getcwdb, 0, 0, "", "Return a bytes string representing the current working directory."),
    FUNCTION_NAMED("chdir", posix_chdir, "path", "Change the current working directory to the specified path."),
    FUNCTION_NAMED("fchdir", posix_fchdir, "fd", "Change to the directory of the given file descriptor."),
    FUNCTION_NAMED("open", posix_open, "path, flags, mode=511, *, dir_fd=None", "Open a file for low level IO."),
    FUNCTION_NAMED("close", posix_close, "fd", "Close a file descriptor."),
    FUNCTION("closerange", posix_closerange, 2, 2, "fd_low, fd_high, /", "Closes all file descriptors in [fd_low, fd_high)."),
    FUNCTION("read", posix_read, 2, 2, "fd, length, /", "Read from a file descriptor.  Returns a bytes object."),
    FUNCTION("write", posix_write, 2, 2, "fd, data, /", "Write a bytes object to a file descriptor."),
    FUNCTION("pread", posix_pread, 3, 3, "fd, length, offset, /", "Read a number of bytes from a file descriptor."),
    FUNCTION("pwrite", posix_pwrite, 3, 3, "fd, buffer, offset, /", "Write bytes to a file descriptor."),
    FUNCTION("lseek", posix_lseek, 3, 3, "fd, position, whence, /", "Set the position of a file descriptor."),
    FUNCTION("pipe", posix_pipe, 0, 0, "", "Create a pipe."),
    FUNCTION("dup", posix_dup, 1, 1, "fd, /", "Return a duplicate of a file descriptor."),
    FUNCTION_NAMED("dup2", posix_dup2, "fd, fd2, inheritable=True", "Duplicate file descriptor."),
    FUNCTION_NAMED("fsync", posix_fsync, "fd", "Force write of fd to disk."),
    FUNCTION_NAMED("fdatasync", posix_fsync, "fd", "Force write of fd to disk without forcing update of metadata."),
    FUNCTION("ftruncate", posix_ftruncate, 2, 2, "fd, length, /", "Truncate a file to a specific length."),
    FUNCTION("isatty", posix_isatty, 1, 1, "fd, /", "Return True if the fd is connected to a terminal."),
    FUNCTION("get_inheritable", posix_get_inheritable, 1, 1, "fd, /", "Get the close-on-exe flag of the descriptor."),
    FUNCTION("set_inheritable", posix_set_inheritable, 2, 2, "fd, inheritable, /", "Set the inheritable flag."),
    FUNCTION("get_blocking", posix_get_blocking, 1, 1, "fd, /", "Get the blocking mode of the file descriptor."),
    FUNCTION("set_blocking", posix_set_blocking, 2, 2, "fd, blocking, /", "Set the blocking mode of the descriptor."),
    FUNCTION("get_terminal_size", posix_get_terminal_size, 0, 1, NULL, "Return the size of the terminal window."),
    FUNCTION_NAMED("device_encoding", posix_device_encoding, "fd", "The encoding of a terminal's descriptor."),
    FUNCTION("getpid", posix_getpid, 0, 0, "", "Return the current process id."),
    FUNCTION("getppid", posix_getppid, 0, 0, "", "Return the parent's process id."),
    FUNCTION("getuid", posix_getuid, 0, 0, "", "Return the current process's user id."),
    FUNCTION("geteuid", posix_geteuid, 0, 0, "", "Return the current process's effective user id."),
    FUNCTION("getgid", posix_getgid, 0, 0, "", "Return the current process's group id."),
    FUNCTION("getegid", posix_getegid, 0, 0, "", "Return the current process's effective group id."),
    FUNCTION("putenv", posix_putenv, 2, 2, "name, value, /", "Change or add an environment variable."),
    FUNCTION("unsetenv", posix_unsetenv, 1, 1, "name, /", "Delete an environment variable."),
    FUNCTION_NAMED("system", posix_system, "command", "Execute the command in a subshell."),
    FUNCTION("kill", posix_kill, 2, 2, "pid, signal, /", "Kill a process with a signal."),
    FUNCTION_NAMED("_exit", posix_exit, "status", "Exit to the system with specified status, without normal exit."),
    FUNCTION("abort", posix_abort, 0, 0, "", "Abort the interpreter immediately."),
    FUNCTION_NAMED("waitstatus_to_exitcode", posix_waitstatus, "status", "Convert a wait status to an exit code."),
    FUNCTION("waitpid", posix_waitpid, 2, 2, "pid, options, /", "Wait for completion of a given child process."),
    FUNCTION_NAMED("WIFEXITED", posix_was_exited, "status", "Return True if the process exited by itself."),
    FUNCTION_NAMED("WIFSIGNALED", posix_was_signaled, "status", "Return True if a signal ended the process."),
    FUNCTION_NAMED("WIFSTOPPED", posix_was_stopped, "status", "Return True if a signal stopped the process."),
    FUNCTION_NAMED("WEXITSTATUS", posix_exit_status, "status", "Return the process's exit code."),
    FUNCTION_NAMED("WTERMSIG", posix_end_signal, "status", "Return the signal that ended the process."),
    FUNCTION_NAMED("WSTOPSIG", posix_stop_signal, "status", "Return the signal that stopped the process."),
    FUNCTION("urandom", posix_urandom, 1, 1, "size, /", "Return a bytes object containing random bytes."),
    FUNCTION("strerror", posix_strerror, 1, 1, "code, /", "Translate an error code to a message string."),
    FUNCTION("times", posix_times, 0, 0, "", "Return a collection containing process timing information."),
    FUNCTION("uname", posix_uname, 0, 0, "", "Return an object identifying the current operating system."),
    FUNCTION("cpu_count", posix_cpu_count, 0, 0, "", "Return the number of logical CPUs in the system."),
    FUNCTION("_affinity", posix_affinity, 0, 0, "", "The number of CPUs that the process may use."),
    FUNCTION("getloadavg", posix_getloadavg, 0, 0, "", "Return average recent system load information."),
    METHODS_END,
};

static const struct {
    const char *name;
    int64_t number;
} constants[] = {
    {"F_OK", F_OK}, {"R_OK", R_OK}, {"W_OK", W_OK}, {"X_OK", X_OK},
    {"WNOHANG", WNOHANG}, {"WUNTRACED", WUNTRACED}, {"WCONTINUED", WCONTINUED},
    {"O_RDONLY", O_RDONLY}, {"O_WRONLY", O_WRONLY}, {"O_RDWR", O_RDWR}, {"O_NDELAY", O_NDELAY},
    {"O_NONBLOCK", O_NONBLOCK}, {"O_APPEND", O_APPEND}, {"O_DSYNC", O_DSYNC}, {"O_RSYNC", O_RSYNC},
    {"O_SYNC", O_SYNC}, {"O_NOCTTY", O_NOCTTY}, {"O_CREAT", O_CREAT}, {"O_EXCL", O_EXCL}, {"O_TRUNC", O_TRUNC},
    {"O_LARGEFILE", O_LARGEFILE}, {"O_NOFOLLOW", O_NOFOLLOW}, {"O_CLOEXEC", O_CLOEXEC},
    {"O_DIRECTORY", O_DIRECTORY}, {"O_ACCMODE", O_ACCMODE}, {"O_PATH", O_PATH}, {"O_TMPFILE", O_TMPFILE},
    {"O_ASYNC", O_ASYNC}, {"O_DIRECT", O_DIRECT}, {"O_NOATIME", O_NOATIME},
    {"SEEK_DATA", SEEK_DATA}, {"SEEK_HOLE", SEEK_HOLE},
    {"EX_OK", 0}, {"EX_USAGE", EX_USAGE}, {"EX_DATAERR", EX_DATAERR}, {"EX_NOINPUT", EX_NOINPUT},
    {"EX_NOUSER", EX_NOUSER}, {"EX_NOHOST", EX_NOHOST}, {"EX_UNAVAILABLE", EX_UNAVAILABLE},
    {"EX_SOFTWARE", EX_SOFTWARE}, {"EX_OSERR", EX_OSERR}, {"EX_OSFILE", EX_OSFILE}, {"EX_CANTCREAT", EX_CANTCREAT},
    {"EX_IOERR", EX_IOERR}, {"EX_TEMPFAIL", EX_TEMPFAIL}, {"EX_PROTOCOL", EX_PROTOCOL}, {"EX_NOPERM", EX_NOPERM},
    {"EX_CONFIG", EX_CONFIG}, {"WNOHANG", WNOHANG}, {"WUNTRACED", WUNTRACED}, {"WCONTINUED", WCONTINUED},
    {"NGROUPS_MAX", 65536}, {"TMP_MAX", TMP_MAX},
};

static bool posix_fill(struct Interpreter *vm, Value module, Value dict)
{
    static const struct {
        const char *name;
        uint16_t type;
    } types[] = {
        {"error", TYPE_OSError},           {"stat_result", TYPE_stat_result}, {"terminal_size", TYPE_terminal_size},
        {"times_result", TYPE_times_result}, {"uname_result", TYPE_uname_result}, {"DirEntry", TYPE_directory_entry},
    };
    (void)module;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
        if (!dict_set_cstring(vm, dict, constants[i].name, value_from_small_int(constants[i].number)))
            return false;
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (!dict_set_cstring(vm, dict, types[i].name, value_from_object(&vm->types[types[i].type])))
            return false;
    Value environment = posix_environment(vm);
    bool good = !is_empty(environment) && dict_set_cstring(vm, dict, "environ", environment);
    release_maybe(vm, environment);
    return good;
}

const struct ModuleSpec posix_module_spec = {
    .name = "posix",
    .documentation = "This module provides access to operating system functionality that is\nstandardized by the C "
                     "Standard and the POSIX standard (a thinly\ndisguised Unix interface).  Refer to the library "
                     "manual and\ncorresponding Unix manual entries for more information on calls.",
    .functions = posix_functions,
    .fill = posix_fill,
};
