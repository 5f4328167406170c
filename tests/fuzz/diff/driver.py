"""The differential fuzzer: generates programs and compares viv with CPython 3.13.

Program number N of generator G depends on (N, G) alone: --seed N --count 1
makes it again.  Programs run in batches, each in a namespace of its own; those
that differ are run once more alone, reduced if asked for, and written out.
"""
import argparse
import os
import random
import re
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time

import reduce
import registry

HERE = os.path.dirname(os.path.abspath(__file__))
RUNNER = os.path.join(HERE, "runner.py")
START = "\x01program "
ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,16}\b(?=[>, ])")
ENVIRONMENT = {**os.environ, "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
ENVIRONMENT.pop("PYTHONUNBUFFERED", None)


# Outputs go into files, so that a program that prints for ever stops at this size.
OUTPUT_LIMIT, MEMORY_LIMIT = 16 << 20, 3 << 30


def limit():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT_LIMIT, OUTPUT_LIMIT))
    resource.setrlimit(resource.RLIMIT_CPU, (40, 40))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command, seconds):
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=ENVIRONMENT,
                                   preexec_fn=limit)
        try:
            status = process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            status = "timeout"
        texts = []
        for file in (out, err):
            file.seek(0)
            texts.append(file.read())
    if status in (-signal.SIGXCPU, -signal.SIGXFSZ, -signal.SIGPROF):
        status = "timeout"
    return *texts, status


def clean(data):
    return ADDRESS.sub("0x", data.decode("utf-8", "backslashreplace"))


class Comparison:
    def __init__(self, viv, python, folder):
        self.viv, self.python, self.folder = [viv], [python], folder
        os.makedirs(folder, exist_ok=True)

    def both(self, work):
        """work(command prefix, name of the side) for CPython and viv at the same time."""
        results = [None, None]

        def one(i, prefix, side):
            results[i] = work(prefix, side)
        threads = [threading.Thread(target=one, args=arguments)
                   for arguments in ((0, self.python, "cpython"), (1, self.viv, "viv"))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return results

    def batch(self, programs, name="batch"):
        """What each program printed, by number, for CPython and for viv."""
        return self.both(lambda prefix, side: self.side(prefix, programs, f"{name}-{side}"))

    def side(self, prefix, programs, name):
        """A program that ends the interpreter does not take along those after it: they run in a new one."""
        path = os.path.join(self.folder, name + ".txt")
        results = {}
        while programs:
            with open(path, "w", encoding="utf-8", errors="surrogatepass") as file:
                file.write(repr(programs))
            out, err, status = run(prefix + [RUNNER, path], 120)
            parts = [part.split("\n", 1) for part in clean(out).split(START)[1:]]
            texts = {part[0]: part[1] for part in parts if len(part) == 2}
            results.update(texts)
            if "end" in texts or not texts:
                break
            last = list(texts)[-1]
            results[last] += f"[ended: {status}] {clean(err)[-2000:]}"
            programs = programs[[number for number, *_ in programs].index(last) + 1:]
        return results

    def is_unstable(self, program):
        """Whether CPython does not agree with itself: addresses order sets and show in texts that were taken apart."""
        texts = [self.side(self.python, [program], "again").get(program[0]) for _ in range(4)]
        return len(set(texts)) > 1

    def alone(self, source, name="alone"):
        """stdout, stderr and status of the program as a script."""
        path = os.path.join(self.folder, name + ".py")
        with open(path, "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write(registry.PRELUDE + source)
        return [clean(out) + "--- stderr\n" + clean(err) + f"--- status {status}\n"
                for out, err, status in self.both(lambda prefix, side: run(prefix + [path], 20))]

    def difference(self, kind, source, name="reduce"):
        """The kind of difference that a program shows, or None."""
        if kind == "script":
            a, b = self.alone(source, name)
        else:
            a, b = (texts.get("0", "") for texts in self.batch([("0", kind, source)], name))
        if a == b or "status timeout" in a or "[ended" in a:
            return None
        return signature(a, b)


def first_difference(a, b):
    left, right = (a or "").split("\n"), (b or "").split("\n")
    for i in range(max(len(left), len(right))):
        x, y = left[i] if i < len(left) else "(nothing)", right[i] if i < len(right) else "(nothing)"
        if x != y:
            return x, y
    return "", ""


def signature(a, b):
    return tuple(re.sub(r"\d+|'[^']*'|\"[^\"]*\"" if len(line) > 30 else r"\d+", "#", line)[:60] for line in first_difference(a, b))


def is_wording(a, b):
    """Both refuse the source: that the wording and the place may differ then is told in README ("Where viv differs")."""
    return all(re.match("(Syntax|Indentation|Tab)Error ", text or "") for text in (a, b))


class Findings:
    def __init__(self, comparison, options):
        self.comparison, self.options, self.seen, self.total, self.worded = comparison, options, {}, 0, 0

    def add(self, number, generator, kind, source, a, b):
        if kind == "syntax" and is_wording(a, b):
            self.worded += 1
            if not self.options.wording:
                return
        x, y = first_difference(a, b)
        form = generator, *signature(a, b)
        self.total += 1
        self.seen[form] = self.seen.get(form, 0) + 1
        with open(os.path.join(self.options.folder, "differing.txt"), "a", encoding="utf-8") as file:
            file.write(f"{number}\n")
        if self.seen[form] > self.options.repeat:
            return
        print(f"DIFFERENCE seed {number} ({generator})\n  CPython: {x[:300]}\n  viv:     {y[:300]}", flush=True)
        path = os.path.join(self.options.folder, f"finding-{number}.py")
        if self.options.reduce:
            wanted = self.comparison.difference(kind, source)
            if wanted is None:
                print("  (only in the company of its batch)")
            else:
                source = reduce.reduce(source, lambda text: self.comparison.difference(kind, text) == wanted, kind == "syntax")
                print("  | " + "\n  | ".join(source.split("\n")[:40]), flush=True)
        with open(path, "w", encoding="utf-8", errors="surrogatepass") as file:
            file.write((registry.PRELUDE if kind != "syntax" else "") + source)


def generate(number, only):
    r = random.Random(number)
    name, kind, generator = registry.choose(r, only)
    return name, kind, generator(r)


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("viv")
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--seed", type=int, default=1, help="number of the first program")
    parser.add_argument("--count", type=int, default=100000)
    parser.add_argument("--batch", type=int, default=250)
    parser.add_argument("--alone", type=int, default=100, help="every Nth program is run as a script, too")
    parser.add_argument("--only", default="", help="generators by name, comma-separated")
    parser.add_argument("--repeat", type=int, default=2, help="show a kind of difference so many times")
    parser.add_argument("--reduce", action="store_true", help="shrink the programs that differ")
    parser.add_argument("--wording", action="store_true", help="show otherwise worded syntax errors, too")
    parser.add_argument("--numbers", help="a file of program numbers (such as differing.txt) instead of --seed and --count")
    parser.add_argument("--print", action="store_true", help="print the programs instead of running them")
    parser.add_argument("--folder", default="build/fuzz-diff")
    parser.add_argument("--stop", type=int, default=1000000, help="end after so many differences")
    return parser.parse_args()


def scripts(programs, comparison, findings, every):
    for number, generator, kind, source in programs:
        if int(number) % every == 0 and kind == "run":
            a, b = comparison.alone(source)
            if a != b and "status timeout" not in a:
                findings.add(number, generator, "script", source, a, b)


def main():
    options = parse_options()
    only = [name for name in options.only.split(",") if name]
    if options.print:
        for number in range(options.seed, options.seed + options.count):
            name, kind, source = generate(number, only)
            print(f"# ---- seed {number} ({name})\n{source}")
        return 0
    comparison = Comparison(options.viv, options.python, options.folder)
    findings = Findings(comparison, options)
    begun, done, uncompared, unstable = time.time(), 0, 0, 0
    every = range(options.seed, options.seed + options.count)
    if options.numbers:
        with open(options.numbers, encoding="utf-8") as file:
            every = [int(line) for line in file]
    for first in range(0, len(every), options.batch):
        numbers = every[first:first + options.batch]
        programs = [(str(n), *generate(n, only)) for n in numbers]
        a, b = comparison.batch([(number, kind, source) for number, _, kind, source in programs])
        for number, generator, kind, source in programs:
            if number in a and "[ended" not in a[number] and a[number] != b.get(number):
                if comparison.is_unstable((number, kind, source)):
                    unstable += 1
                    continue
                findings.add(number, generator, kind, source, a[number], b.get(number))
        missing = [number for number, *_ in programs if number not in a or "[ended" in a[number]]
        if missing:
            print(f"CPython did not finish: seeds {', '.join(missing)}", flush=True)
            uncompared += len(missing)
        scripts(programs, comparison, findings, options.alone)
        done += len(programs)
        if done % 5000 < options.batch:
            print(f"{done} programs, {findings.total} differences, {time.time() - begun:.0f} s", flush=True)
        if findings.total >= options.stop:
            break
    print(f"fuzz-diff: {done} programs ({uncompared} endless in CPython, {unstable} not the same there twice), {findings.total} differences "
          f"(and {findings.worded} syntax errors worded otherwise), {time.time() - begun:.0f} s")
    return findings.total != 0


if __name__ == "__main__":
    sys.exit(main())
