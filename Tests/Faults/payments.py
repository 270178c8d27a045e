"""Payments over a broken wire, each judged at the provider. Called by Tests/Faults/proxy, which explains it."""

import collections
import json
import os
import queue
import random
import shutil
import subprocess
import sys
import threading
import time

from judge import Judge
from stage import Stage, StageError, end_on_signals, environment, options, verdict
from wire import DEADLINE, KINDS, Fault, Trap, Wire

LOGINS = [str(100101 + number) for number in range(7)]
BOMBS = ("gzip", "hidden-gzip", "body", "brackets", "head", "line", "continue", "length", "promise", "chunk", "noise")
# A refreshed template keeps the feed of a payment short.
FRESH_FOR = 100
DOCUMENTED = {0, 1, 4, 5, 6, 8, 10}
MEMORY = 120_000
# Beyond the deadline: a second, and what the machine may keep a process waiting.
LENIENCE = 1.0


class Payer:
    """One thread: its own proxy, account and template, so that a fault meets the payment it is meant for."""

    def __init__(self, parent, login, stage):
        self.parent, self.login, self.stage = parent, login, stage
        self.wire = Wire(int(stage.url.rsplit(":", 1)[1]), parent.trap)
        self.template = stage.logged_in(f"template-{login}", login, url=self.wire.url)
        self.judge, self.count = Judge(stage, login), 0
        self.pay(self.copy(), f"measure-{parent.options.seed}-{login}")

    def copy(self):
        if self.count % FRESH_FOR == FRESH_FOR - 1:
            self.stage.must(self.template, "sync", "--force")
        self.count += 1
        home = self.stage.path(f"home-{self.login}-{self.count}")
        shutil.copytree(self.template, home, symlinks=True)
        return home

    def pay(self, home, key, *more):
        return self.stage.kabinet(home, "pay", "500", "--yes", "--key", key, *more)

    def run(self, faults):
        while True:
            try:
                number, fault = faults.get_nowait()
            except queue.Empty:
                return
            try:
                wrong = self.strike(number, fault)
            except (StageError, subprocess.TimeoutExpired, json.JSONDecodeError) as trouble:
                wrong = [str(trouble)]
            self.parent.report(fault, wrong)

    def strike(self, number, fault):
        home, key = self.copy(), f"wire-{self.parent.options.seed}-{number}"
        self.judge.begin()
        self.wire.arm(fault)
        status, said, memory = self.watched(home, "pay", "500", "--yes", "--key", key)
        self.wire.disarm()
        wrong = [] if status in DOCUMENTED else [f"status {status}: {said}"]
        if not self.wire.struck:
            wrong.append("the fault met nothing")
        if memory > MEMORY:
            wrong.append(f"took {memory} kB")
        if self.wire.patience > DEADLINE + LENIENCE:
            wrong.append(f"an exchange took {self.wire.patience:.1f} s")
        if status == 0 and not self.judge.new_payments():
            wrong.append("acknowledged and never paid")
        again = ("--again",) if self.parent.options.control else ()
        wrong += self.judge.settle(home)
        done = self.pay(home, key + "-fresh" if again else key, *again)
        if done.returncode != 0:
            wrong.append(f"the same payment again: status {done.returncode} {done.stderr}")
        wrong += self.judge.settle(home) + self.judge.verdict(home, exactly_one=True)
        shutil.rmtree(home)
        self.parent.measure(memory, self.wire.patience)
        return wrong

    def watched(self, home, *words):
        """Status, what was said, and the most memory that kabinet and its children had at once, in kB."""
        with open(os.path.join(home, ".said"), "w+b") as said:
            process = subprocess.Popen([self.stage.binary, *words], env=environment(home), stdin=subprocess.DEVNULL,
                                       stdout=said, stderr=said)
            most = 0
            while process.poll() is None:
                most = max(most, family(process.pid))
                time.sleep(0.005)
            said.seek(0)
            return process.returncode, said.read().decode(errors="replace"), most


def family(pid):
    """The peak memory of a process and of its present children together, in kB."""
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            pids = [pid, *map(int, file.read().split())]
        total = 0
        for one in pids:
            with open(f"/proc/{one}/status", encoding="ascii", errors="replace") as file:
                total += sum(int(line.split()[1]) for line in file if line.startswith("VmHWM"))
        return total
    except OSError:
        return 0


class Payments:
    def __init__(self, stage, options):
        self.stage, self.options, self.trap, self.lock = stage, options, Trap(), threading.Lock()
        self.payments, self.violations, self.memory, self.patience = 0, 0, 0, 0.0
        self.kinds = collections.Counter()

    def report(self, fault, wrong):
        with self.lock:
            self.payments += 1
            self.kinds[fault.kind] += 1
            if self.trap.caught:
                wrong = [*wrong, f"somebody followed a redirect and said {self.trap.caught.pop()[:200]!r}"]
            if wrong:
                self.violations += 1
                print(f"VIOLATION --only {fault}", *wrong, sep="\n    ", flush=True)

    def measure(self, memory, patience):
        with self.lock:
            self.memory, self.patience = max(self.memory, memory), max(self.patience, patience)

    @staticmethod
    def faults(lengths):
        """Every fault there is, for exchanges of these lengths; cuts at every byte."""
        for where, (asked, answered) in lengths.items():
            for variant in ("fin", "rst"):
                yield from (Fault("cut-request", where, byte, variant) for byte in range(asked))
                yield from (Fault("cut-answer", where, byte, variant) for byte in range(answered))
                yield Fault("lost", where, 0, variant)
                yield from (Fault("late", where, wait, variant) for wait in (1, 5, 20, 50, 100, 200, 400, 800))
            for wait in (50, 300, 1500):
                yield from (Fault("delay", where, wait, variant) for variant in ("before", "after"))
            yield from (Fault("trickle", where, size) for size in (1, 2, 7, 100))
            yield from (Fault("duplicate", where, which) for which in (0, 1))
            for variant in ("before", "after"):
                yield from (Fault("status", where, code, variant) for code in (400, 404, 408, 418, 500, 502, 503, 504))
                yield from (Fault("redirect", where, code, variant) for code in (301, 302, 303, 307, 308))
            for effect in (0, 1):
                yield from (Fault("bomb", where, effect, variant) for variant in BOMBS)
                yield from (Fault("stall", where, effect, variant) for variant in ("nothing", "half-head", "half"))
        yield Fault("bomb", "feed", 0, "feed-line")

    def chosen(self, lengths):
        if ":" in self.options.only:
            return [Fault.parse(self.options.only)]
        every = [fault for fault in self.faults(lengths) if self.options.only in ("", fault.kind)]
        draw = random.Random(self.options.seed)
        cuts = [fault for fault in every if fault.kind.startswith("cut")]
        rest = [fault for fault in every if not fault.kind.startswith("cut")]
        limit = self.options.limit
        if limit < len(every):
            some = draw.sample(rest, min(len(rest), limit // 3 if cuts else limit))
            picked = some + draw.sample(cuts, min(len(cuts), limit - len(some)))
        else:
            # Each at least once; those that are slow no more often.
            quick = [fault for fault in every if fault.kind not in ("stall", "bomb")]
            picked = every + draw.choices(quick, k=0 if self.options.only else limit - len(every))
        draw.shuffle(picked)
        return picked

    def all(self):
        payers = [Payer(self, login, self.stage) for login in LOGINS]
        faults, chosen = queue.Queue(), self.chosen(payers[0].wire.lengths)
        print(f"{len(chosen)} payments, exchanges of {payers[0].wire.lengths} bytes", flush=True)
        for item in enumerate(chosen):
            faults.put(item)
        threads = [threading.Thread(target=payer.run, args=(faults,)) for payer in payers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.charges(payers)

    def charges(self, payers):
        """At the end all ledgers are read once more, in whole: a request that was held back may have arrived since."""
        for payer in payers:
            keys = [entry.get("key") for entry in Judge(self.stage, payer.login).books.payments().values()]
            twice = [key for key, count in collections.Counter(filter(None, keys)).items() if count > 1]
            if twice:
                self.violations += 1
                print(f"VIOLATION charged twice: {twice}", flush=True)


def main():
    chosen = options(__doc__, limit=10_000).parse_args()
    if chosen.control:
        chosen.limit = min(chosen.limit, 20)
    end_on_signals()
    began = time.monotonic()
    try:
        with Stage(chosen.binary, seed=chosen.seed) as stage:
            payments = Payments(stage, chosen)
            payments.all()
    except StageError as trouble:
        print(f"Tests/Faults/proxy: {trouble}", file=sys.stderr)
        return 1
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(payments.kinds.items()))
    print(f"{payments.payments} payments ({kinds}), seed {chosen.seed}, {payments.violations} violations; at most"
          f" {payments.memory / 1000:.0f} MB, an exchange at most {payments.patience:.1f} s; {time.monotonic() - began:.0f} s")
    return verdict(payments.violations, chosen.control)


if __name__ == "__main__":
    sys.exit(main())
