"""Death at a chosen system call, by strace. Only kabinet itself is traced: its children live on."""

import re

# What a process can have left behind when it dies: files, descriptors, sockets, children. Memory and signals cannot.
CALLS = "%file,%desc,%network,%process"


class Call:
    """The n-th call of a name: strace counts each name by itself."""

    def __init__(self, name, order, line):
        self.name, self.order, self.line = name, order, line


def calls(stage, home, log, *arguments):
    """The system calls of an undisturbed run, in order, and the run. Its own execve is left out: kabinet is not yet."""
    trace = ["strace", "-qq", "-o", log, "-s", "48", "-e", f"trace={CALLS}", "-e", "signal=none"]
    done = stage.kabinet(home, *arguments, prefix=trace)
    seen, count = [], {}
    with open(log, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            name = re.match(r"(\w+)\(", line)
            if name and name.group(1) != "execve":
                name = name.group(1)
                count[name] = count.get(name, 0) + 1
                seen.append(Call(name, count[name], line.rstrip()))
    return seen, done


def kill_at(stage, home, call, *arguments):
    """Runs kabinet and kills it when it begins this call, which then does not take place.

    True when it died so; False when it ended before it came there.
    """
    trace = ["strace", "-qq", "-o", "/dev/null", "-e", f"trace={call.name}",
             "-e", f"inject={call.name}:signal=SIGKILL:when={call.order}"]
    return stage.kabinet(home, *arguments, prefix=trace).returncode in (-9, 137)
