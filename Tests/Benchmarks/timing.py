"""Times commands as a shell would start them, but without the shell: posix_spawn, wait4, one after the other in turn.

Run in turn, what disturbs the machine disturbs all alike; the median then stands for the command, the 95th percentile for
the disturbance.
"""

import os
import time


class Sample:
    """The times of one command in milliseconds, and its largest memory in bytes."""

    def __init__(self):
        self.times, self.memory = [], 0

    def percentile(self, part):
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(len(ordered) * part))]

    @property
    def median(self):
        return self.percentile(0.5)

    @property
    def p95(self):
        return self.percentile(0.95)


class Failed(Exception):
    """A command that was to be timed ended with another status than 0."""


def once(argv, environment, sink, statuses=(0,)):
    """Milliseconds and peak memory in bytes of one run whose output goes to `sink`; Failed with none of the statuses.

    The kernel counts the memory of the process before its exec too, so no result is below that of this interpreter.
    """
    actions = [(os.POSIX_SPAWN_DUP2, sink, number) for number in (0, 1, 2)]
    begun = time.perf_counter_ns()
    process = os.posix_spawn(argv[0], argv, environment, file_actions=actions)
    _, status, usage = os.wait4(process, 0)
    taken = time.perf_counter_ns() - begun
    if os.waitstatus_to_exitcode(status) not in statuses:
        raise Failed(f"{' '.join(argv)}: status {os.waitstatus_to_exitcode(status)}")
    return taken / 1e6, usage.ru_maxrss * 1024


def in_turn(commands, runs, warm=3):
    """Runs each of the commands `runs` times, in turn; a command is (argv, environment, what to do before or None)."""
    samples = [Sample() for _ in commands]
    sink = os.open("/dev/null", os.O_RDWR)
    try:
        for run in range(-warm, runs):
            for sample, (argv, environment, before) in zip(samples, commands):
                if before:
                    before()
                taken, memory = once(argv, environment, sink)
                if run >= 0:
                    sample.times.append(taken)
                    sample.memory = max(sample.memory, memory)
    finally:
        os.close(sink)
    return samples
