"""A fault at a chosen system call, by strace. Only kabinet itself is traced: its children live on."""

import re

# What a process can have left behind when it dies: files, descriptors, sockets, children. Memory and signals cannot.
CALLS = "%file,%desc,%network,%process"


QUICK = ("-f", "--seccomp-bpf")


class Call:
    """The n-th call of a name: strace counts each name by itself."""

    def __init__(self, name, order, line):
        self.name, self.order, self.line = name, order, line

    @property
    def result(self):
        """What the undisturbed call returned."""
        found = re.search(r"= (-?\d+)", self.line[self.line.rfind(")"):])
        return int(found.group(1)) if found else 0


def calls(stage, home, log, *arguments, given=None):
    """The system calls of an undisturbed run, in order, and the run. Its own execve is left out: kabinet is not yet."""
    trace = ["strace", "-qq", "-y", "-o", log, "-s", "48", "-e", f"trace={CALLS}", "-e", "signal=none"]
    done = stage.kabinet(home, *arguments, prefix=trace, given=given)
    seen, count = [], {}
    with open(log, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            name = re.match(r"(\w+)\(", line)
            if name and name.group(1) != "execve":
                name = name.group(1)
                count[name] = count.get(name, 0) + 1
                seen.append(Call(name, count[name], line.rstrip()))
    return seen, done


def touching(home, calls, *parts):
    """Those of the calls that name, or have open, something in these directories of a home."""
    inside = re.compile(re.escape(home) + "/(" + "|".join(parts) + ')[/>"]')
    return [call for call in calls if inside.search(call.line)]


def inject(stage, home, call, fault, *arguments, pace=(), **options):
    """Runs kabinet with a fault in strace's words, such as `signal=SIGKILL` or `error=EIO`, in place of this call.

    `pace=QUICK` stops at this kind of call alone, and traces the children too, if there are any.
    """
    trace = ["strace", "-qq", *pace, "-o", "/dev/null", "-e", f"trace={call.name}",
             "-e", f"inject={call.name}:{fault}:when={call.order}"]
    return stage.kabinet(home, *arguments, prefix=trace, **options)


def is_dead(done):
    return done.returncode in (-9, 137)


def kill_at(stage, home, call, *arguments):
    """Runs kabinet and kills it when it begins this call, which then does not take place.

    True when it died so; False when it ended before it came there.
    """
    return is_dead(inject(stage, home, call, "signal=SIGKILL", *arguments))
