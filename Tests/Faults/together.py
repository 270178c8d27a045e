"""Many processes on one store. Called by Tests/Faults/crowd, which explains it."""

import fcntl
import os
import random
import subprocess
import sys
import threading
import time

import tracer
from judge import Judge
from stage import Stage, StageError, end_on_signals, environment, options, verdict

ACCOUNT = "100101"
READS = (("balance",), ("statement",), ("payments",), ())
# Of a payment that another process does not let in: try again.
BUSY = (8, 10)
PATIENCE = 60
SLOW_READ = 0.25


class Crowd:
    def __init__(self, stage, options):
        self.stage, self.options, self.draw = stage, options, random.Random(options.seed)
        self.home, self.judge = stage.logged_in("crowd", ACCOUNT), Judge(stage, ACCOUNT)
        self.wrong, self.figures, self.is_over = [], {}, False
        self.paid = self.killed = self.reads = 0

    def lock_path(self, name):
        return os.path.join(self.home, "data", name)

    def note(self, text):
        self.wrong.append(text)
        print("VIOLATION", text, flush=True)

    # -- a round

    def payer(self, key, deaths):
        """A script: the same command until it says that it is done; some of its runs are killed."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            process = subprocess.Popen([self.stage.binary, "pay", "500", "--yes", "--key", key], env=environment(self.home),
                                       stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            if deaths:
                time.sleep(deaths.pop())
                process.kill()
                self.killed += 1
            said = process.communicate()[0].decode(errors="replace")
            if process.returncode == 0:
                return
            if process.returncode not in (*BUSY, -9):
                self.note(f"pay: status {process.returncode} {said}")
            time.sleep(0.02)
        self.note(f"{key} was not paid within {PATIENCE} s: status {process.returncode} {said}")

    def syncer(self):
        done = self.stage.kabinet(self.home, "sync", "--force")
        if done.returncode not in (0, *BUSY):
            self.note(f"sync: status {done.returncode} {done.stderr}")

    def reader(self, words):
        while not self.is_over:
            done = self.stage.kabinet(self.home, *words)
            self.reads += 1
            if done.returncode != 0:
                self.note(f"{words or 'the home screen'}: status {done.returncode} {done.stderr}")
            time.sleep(0.01)

    def round(self, number):
        self.judge.begin()
        shared, keys = f"shared-{number}", [f"own-{number}-{one}" for one in range(4)]
        deaths = lambda: [self.draw.uniform(0, 0.15) for _ in range(self.draw.choice((0, 0, 1, 2)))]
        workers = [threading.Thread(target=self.payer, args=(key, deaths())) for key in [shared] * 4 + keys]
        workers += [threading.Thread(target=self.syncer) for _ in range(2)]
        readers = [threading.Thread(target=self.reader, args=(READS[one % 4],)) for one in range(6)]
        self.is_over = False
        spoiler = threading.Thread(target=self.spoil) if self.options.control else None
        for thread in [*workers, *readers, *([spoiler] if spoiler else [])]:
            thread.start()
        for thread in workers:
            thread.join()
        self.is_over = True
        for thread in [*readers, *([spoiler] if spoiler else [])]:
            thread.join()
        for text in self.judge.settle(self.home) + self.accounted({shared, *keys}):
            self.note(f"round {number}: {text}")

    def accounted(self, keys):
        made = [entry.get("key") for entry in self.judge.new_payments()]
        self.paid += len(made)
        wrong = [f"{made.count(key)} charges under {key}" for key in sorted(keys | set(made)) if made.count(key) != (key in keys)]
        for intent in self.judge.intents(self.home):
            if intent["key"] in keys and intent["state"] != "confirmed":
                wrong.append(f"{intent['key']} is {intent['state']} here")
        return wrong + self.judge.agreement(self.home)

    def spoil(self):
        """What a lock that is removed when it is released would do: nobody meets the others any more."""
        while not self.is_over:
            for name in ("lock", "sync.lock"):
                try:
                    os.unlink(self.lock_path(name))
                except FileNotFoundError:
                    pass
            time.sleep(0.001)

    # -- waiting

    def slowest(self, count):
        worst = 0.0
        for number in range(count):
            began = time.monotonic()
            done = self.stage.kabinet(self.home, *READS[number % 4])
            worst = max(worst, time.monotonic() - began)
            if done.returncode != 0:
                self.note(f"a read: status {done.returncode} {done.stderr}")
        return worst

    def reading(self):
        self.figures["slowest read, nobody writes"] = self.slowest(100)
        with open(self.lock_path("lock"), "r+b") as lock, open(self.lock_path("sync.lock"), "r+b") as sync:
            fcntl.flock(lock, fcntl.LOCK_EX)
            fcntl.flock(sync, fcntl.LOCK_EX)
            self.figures["slowest read, both locks are held"] = held = self.slowest(100)
            if held > self.figures["slowest read, nobody writes"] + SLOW_READ:
                self.note(f"a reader waited {held:.2f} s for a writer")
            lock.seek(0)
            lock.truncate()
            lock.write(b"4711 somebody else\n")
            lock.flush()
            began = time.monotonic()
            done = self.stage.kabinet(self.home, "pay", "700", "--yes", "--key", "waiting")
            self.figures["a writer gives up after"] = waited = time.monotonic() - began
            if done.returncode != 10 or "4711 somebody else" not in done.stderr or not 9 < waited < 12:
                self.note(f"a writer that waits: status {done.returncode} after {waited:.1f} s {done.stderr}")

    def dying(self):
        """Killed at each of some calls between taking a lock and letting it go."""
        seen, _ = tracer.calls(self.stage, self.home, self.stage.path("calls"), "sync", "--force")
        places = [number for number, call in enumerate(seen)
                  if call.name == "flock" and "LOCK_EX" in call.line and number + 3 < len(seen)]
        worst = 0.0
        for place in places:
            for after in (1, 3):
                if not tracer.kill_at(self.stage, self.home, seen[place + after], "sync", "--force"):
                    self.note("a sync was not killed")
                began = time.monotonic()
                done = self.stage.kabinet(self.home, "sync", "--force")
                worst = max(worst, time.monotonic() - began)
                if done.returncode != 0:
                    self.note(f"after kill -9 in a lock: status {done.returncode} {done.stderr}")
        self.figures["slowest sync after a kill -9 in a lock"] = worst
        if worst > 2:
            self.note(f"a lock stayed for {worst:.1f} s")

    def all(self):
        rounds = self.options.limit or 60
        for number in range(rounds):
            self.round(f"{self.options.seed}-{number}")
            if self.options.control and self.wrong:
                return
        if not self.options.control:
            self.reading()
            self.dying()
        print(f"{rounds} rounds of 16 processes, {self.paid} payments, {self.killed} killed, {self.reads} reads")
        for name, seconds in self.figures.items():
            print(f"{name}: {1000 * seconds:.0f} ms")


def main():
    chosen = options(__doc__).parse_args()
    end_on_signals()
    try:
        with Stage(chosen.binary, seed=chosen.seed) as stage:
            crowd = Crowd(stage, chosen)
            crowd.all()
    except StageError as trouble:
        print(f"Tests/Faults/crowd: {trouble}", file=sys.stderr)
        return 1
    print(f"seed {chosen.seed}, {len(crowd.wrong)} violations")
    return verdict(len(crowd.wrong), chosen.control)


if __name__ == "__main__":
    sys.exit(main())
