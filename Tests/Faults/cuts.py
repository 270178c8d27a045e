"""Power cuts on loop-mounted file systems. Called by Tests/Faults/powercut, which explains them."""

import collections
import fcntl
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from judge import Judge
from stage import Stage, StageError, end_on_signals, environment, options, verdict

ACCOUNT = "100101"
MIB = 1 << 20
# The smallest that mkfs takes, and its words.
SYSTEMS = {"ext4": (32 * MIB, ["mkfs.ext4", "-q", "-F"]), "xfs": (300 * MIB, ["mkfs.xfs", "-q", "-f"]),
           "btrfs": (128 * MIB, ["mkfs.btrfs", "-q", "-f"])}
FICLONE = 0x40049409
# A file system is used for so many cuts, so that payments stay quick.
LIFE = 100
WITHOUT_FSYNC = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e",
                 "inject=fsync,fdatasync:retval=0"]


def command(*words):
    done = subprocess.run(words, capture_output=True, text=True)
    if done.returncode != 0:
        raise StageError(f"{' '.join(words)}: {done.stderr.strip() or done.stdout.strip()}")


class Mounted:
    """An image and where it is mounted; at most one at a time."""

    def __init__(self, image, place):
        self.image, self.place = image, place
        os.makedirs(place, exist_ok=True)
        command("mount", "-o", "loop", image, place)

    def leave(self):
        for _ in range(100):
            if subprocess.run(["umount", self.place], capture_output=True).returncode == 0:
                return
            time.sleep(0.02)
        command("umount", "--lazy", self.place)


class Outer:
    """A file system that can clone a file in one step: a copy made bit by bit would be of no single moment."""

    def __init__(self):
        self.place = tempfile.mkdtemp(prefix="kabinet-power-")
        self.mounted = None
        try:
            kind = next((kind for kind in ("xfs", "btrfs") if shutil.which(f"mkfs.{kind}")), None)
            if not kind:
                raise StageError("mkfs.xfs or mkfs.btrfs is needed for images that can be cloned")
            image = os.path.join(self.place, "outer")
            make(image, kind, 4096 * MIB)
            self.mounted = Mounted(image, os.path.join(self.place, "disk"))
        except BaseException:
            self.leave()
            raise

    def path(self, name):
        return os.path.join(self.mounted.place, name)

    def leave(self):
        if self.mounted:
            self.mounted.leave()
        shutil.rmtree(self.place, ignore_errors=True)


def make(image, kind, size):
    with open(image, "wb") as file:
        file.truncate(size)
    command(*SYSTEMS[kind][1], image)


def clone(image, copy):
    """All that the file system has given to its disk by now, at one moment."""
    with open(image, "rb") as old, open(copy, "wb") as new:
        fcntl.ioctl(new, FICLONE, old.fileno())


class Cuts:
    """Cuts on one kind of file system."""

    def __init__(self, stage, outer, kind, options):
        self.stage, self.outer, self.kind, self.options = stage, outer, kind, options
        self.draw = random.Random(f"{options.seed} {kind}")
        self.judge, self.disk, self.number = Judge(stage, ACCOUNT), None, 0
        self.cuts = self.violations = self.acknowledged = self.open = 0
        self.known, self.duration = [], 0.05

    @property
    def prefix(self):
        return WITHOUT_FSYNC if self.options.control else []

    @property
    def home(self):
        return os.path.join(self.disk.place, "home")

    def new_disk(self):
        self.leave()
        image = self.outer.path(f"{self.kind}-{self.number}")
        make(image, self.kind, SYSTEMS[self.kind][0])
        self.disk, self.known = Mounted(image, self.outer.path("mounted")), []
        os.makedirs(self.home, mode=0o700)
        self.stage.log_in(self.home, ACCOUNT, self.stage.url)
        command("sync", "--file-system", self.disk.place)
        began = time.monotonic()
        self.stage.must(self.home, "pay", "500", "--yes", "--key", self.key(), prefix=self.prefix)
        self.duration = time.monotonic() - began

    def key(self):
        self.number += 1
        return f"{self.kind}-{self.options.seed}-{self.number}"

    def leave(self):
        if self.disk:
            self.disk.leave()
            os.unlink(self.disk.image)
        self.disk = None

    def cut(self):
        """A payment, and the power goes some time during it or just after."""
        key = self.key()
        self.judge.begin()
        process = subprocess.Popen([*self.prefix, self.stage.binary, "pay", "500", "--yes", "--key", key], start_new_session=True,
                                   env=environment(self.home), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        moment = time.monotonic() + self.draw.uniform(0, self.duration * 1.3)
        while time.monotonic() < moment and process.poll() is None:
            time.sleep(0.0005)
        if process.poll() == 0:
            self.known.append(key)
        # The power goes: nothing runs any more. What is on its way to the provider arrives.
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGSTOP)
        charged = [entry.get("key") for entry in self.judge.new_payments()]
        copy = self.outer.path(f"{self.kind}-{self.number}-cut")
        clone(self.disk.image, copy)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        self.leave()
        self.disk = Mounted(copy, self.outer.path("mounted"))
        return key, charged

    def judged(self, key, charged):
        """What the disk held when the power came back."""
        wrong = []
        if self.stage.kabinet(self.home, "doctor").returncode != 0:
            self.stage.kabinet(self.home, "doctor", "--repair")
            left = self.stage.kabinet(self.home, "doctor")
            if left.returncode != 0:
                return [f"doctor: status {left.returncode} {left.stdout}{left.stderr}"]
        intents = {intent["key"]: intent["state"] for intent in self.judge.intents(self.home)}
        wrong += [f"{one} was acknowledged, here it is {intents.get(one, 'not known')}"
                  for one in self.known if intents.get(one) != "confirmed"]
        wrong += [f"{one} is charged and not known here" for one in charged if one not in intents]
        self.open += key in intents and intents[key] != "confirmed"
        wrong += self.judge.settle(self.home)
        self.stage.kabinet(self.home, "pay", "500", "--yes", "--key", key)
        self.known.append(key)
        return wrong + self.judge.settle(self.home) + self.accounted() + self.judge.agreement(self.home)

    def accounted(self):
        """One charge under each key since the disk was new, none under another, and both sides say so."""
        charges = collections.Counter(entry.get("key") for entry in self.judge.books.payments().values())
        intents = {intent["key"]: intent["state"] for intent in self.judge.intents(self.home)}
        wrong = [f"{charges[one]} charges under {one}" for one in self.known if charges[one] != 1]
        return wrong + [f"{one} is {state} here, with {charges[one]} charges" for one, state in intents.items()
                        if (state == "confirmed") != (charges[one] == 1)]

    def all(self, count):
        began = time.monotonic()
        for number in range(count):
            # A disk that was found wanting is thrown away.
            if number % LIFE == 0 or not self.disk:
                self.new_disk()
            try:
                key, charged = self.cut()
                wrong = self.judged(key, charged)
            except StageError as trouble:
                wrong = [str(trouble)]
            self.cuts += 1
            if wrong:
                self.violations += 1
                print(f"VIOLATION {self.kind}, cut {number + 1}, seed {self.options.seed}", *wrong, sep="\n    ", flush=True)
                self.leave()
                if self.options.control:
                    break
        print(f"{self.kind}: {self.cuts} cuts, {self.open} of them with a payment under way, {self.violations} violations,"
              f" {time.monotonic() - began:.0f} s", flush=True)


def power(chosen):
    """Violations by file system; what can't be made or mounted here is left out with a message."""
    found = {}
    kinds = [kind for kind in SYSTEMS if chosen.only in ("", kind)]
    with Stage(chosen.binary, seed=chosen.seed) as stage:
        outer = Outer()
        try:
            for kind in kinds:
                cuts = Cuts(stage, outer, kind, chosen)
                try:
                    cuts.new_disk()
                except (StageError, OSError) as trouble:
                    print(f"{kind}: skipped, {trouble}", flush=True)
                    continue
                try:
                    cuts.all(chosen.limit)
                    found[kind] = cuts.violations
                finally:
                    cuts.leave()
        finally:
            outer.leave()
    return found


def main():
    chosen = options(__doc__, limit=1000).parse_args()
    if chosen.control and chosen.limit == 1000:
        chosen.limit = 40
    end_on_signals()
    try:
        found = power(chosen)
    except (StageError, OSError) as trouble:
        print(f"Tests/Faults/powercut: {trouble}", file=sys.stderr)
        return 77
    if not found:
        return 77
    print(f"seed {chosen.seed}: {', '.join(f'{kind} {count} violations' for kind, count in found.items())}")
    if chosen.control:
        return verdict(all(found.values()), True)
    return verdict(sum(found.values()), False)


if __name__ == "__main__":
    sys.exit(main())
