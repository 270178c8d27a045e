"""What a command does to files, read from strace: which it opens, how many bytes it reads and writes.

A call counts when it concerns a regular file below the given directory. Children are followed.
"""

import os
import re
import subprocess
import tempfile

READS = {"read", "pread64", "readv", "preadv", "preadv2"}
WRITES = {"write", "pwrite64", "writev", "pwritev", "pwritev2", "copy_file_range", "sendfile"}
OPENS = {"open", "openat", "openat2"}
MAPS = {"mmap"}

# 1234  openat(5</home/data>, "head.json", O_RDONLY|O_NOFOLLOW) = 6</home/data/head.json>
LINE = re.compile(r"^(?:\d+\s+)?(\w+)\((.*)\)\s+=\s+(-?\d+)(?:<([^>]*)>)?")
FIRST_FILE = re.compile(r"^\s*-?\d+<([^>]*)>")
MAPPED = re.compile(r"^\w+, (\d+), [^,]+, [^,]+, \d+<([^>]*)>")


class Access:
    """Files opened (each open counts) and bytes read, and bytes written by file, below one directory."""

    def __init__(self, opened, read, written):
        self.opened, self.read, self.written = opened, read, written

    def written_besides(self, *names):
        """Bytes written to other files than these."""
        return sum(count for path, count in self.written.items() if path not in names)

    def writing(self):
        """What was written where, for people."""
        return ", ".join(f"{path} {count}" for path, count in sorted(self.written.items()))


def is_available():
    """Whether strace is there and may trace here."""
    try:
        return subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], stdout=subprocess.DEVNULL,
                              stderr=subprocess.DEVNULL, timeout=20).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def access(argv, environment, directory):
    """Runs a command under strace; its status and what it did below the directory."""
    directory = os.path.realpath(directory)
    calls = ",".join(sorted(READS | WRITES | OPENS | MAPS))
    with tempfile.NamedTemporaryFile(prefix="kabinet-strace-") as log:
        done = subprocess.run(["strace", "-f", "-y", "-s", "0", "-qq", "-o", log.name, "-e", f"trace={calls}", *argv],
                              env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, text=True, errors="replace", timeout=600)
        with open(log.name, encoding="utf-8", errors="replace") as lines:
            return done, counted(whole(lines), directory)


def whole(lines):
    """Calls that strace had to print in two halves, put together again."""
    begun = {}
    for line in lines:
        process = line.split(None, 1)[0]
        line = line.rstrip("\n")
        if line.endswith("<unfinished ...>"):
            begun[process] = line[: -len("<unfinished ...>")].rstrip()
        elif " resumed>" in line:
            yield begun.pop(process, "") + line.split(" resumed>", 1)[1]
        else:
            yield line


def counted(lines, directory):
    opened, read, written = [], 0, {}
    below = directory + "/"
    for line in lines:
        found = LINE.match(line)
        if not found or int(found.group(3)) < 0:
            continue
        name, arguments, result, made = found.group(1), found.group(2), int(found.group(3)), found.group(4)
        first = FIRST_FILE.match(arguments)
        path = first.group(1) if first else ""
        if name in OPENS:
            if made and made.startswith(below) and not os.path.isdir(made):
                opened.append(made[len(below):])
        elif name in READS and path.startswith(below):
            read += result
        elif name in WRITES and path.startswith(below):
            written[path[len(below):]] = written.get(path[len(below):], 0) + result
        elif name in MAPS:
            mapped = MAPPED.match(arguments)
            if mapped and mapped.group(2).startswith(below):
                read += int(mapped.group(1))
    return Access(opened, read, written)
