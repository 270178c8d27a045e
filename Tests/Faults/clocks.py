"""Wrong clocks and clocks that jump. Called by Tests/Faults/clock, which explains it."""

import calendar
import json
import os
import random
import subprocess
import sys
import threading
import time

from judge import Judge
from stage import Stage, StageError, end_on_signals, environment, options, verdict

ACCOUNT = "100101"
PUT = "PUT /v1/accounts/*/intents/*"
ZONES = ("UTC", "Europe/Moscow", "America/New_York")
# As faketime takes them: relative ones, and moments.
STILL = {"ahead-10y": "+10y", "back-10y": "-10y", "ahead-1y": "+1y", "back-1y": "-1y", "ahead-1d": "+1d", "back-1d": "-1d",
         "ahead-1h": "+1h", "back-1h": "-1h", "ahead-100y": "+100y", "back-50y": "-50y",
         "leap-day": "@2028-02-29 12:00:00", "leap-evening": "@2028-02-29 23:59:59", "no-leap-day": "@2027-02-28 23:59:59",
         "new-year": "@2026-12-31 23:59:59", "1999": "@1999-12-31 23:59:59", "2038": "@2038-01-19 03:14:07",
         "2106": "@2106-02-07 06:28:15", "1970": "@1970-01-01 00:00:01",
         "dst-gap": "@2027-03-28 02:30:00", "dst-twice": "@2026-10-25 02:30:00"}
HOUR, DAY, YEAR = 3600, 86_400, 365 * 86_400
LEAP_DAY_ENDS, SUMMER_ENDS = calendar.timegm((2028, 3, 1, 0, 0, 0)), calendar.timegm((2026, 10, 25, 1, 0, 0))
# From a moment to another: those below a billion are seconds from now. In words of faketime: a clock of another pace.
JUMPS = {"ahead-1h": (0, HOUR), "back-1h": (0, -HOUR), "ahead-1d": (0, DAY), "back-1d": (0, -DAY), "ahead-10y": (0, 10 * YEAR),
         "back-10y": (0, -10 * YEAR), "there-and-back": (YEAR, 0), "leap-day": (LEAP_DAY_ENDS - 1, LEAP_DAY_ENDS),
         "dst": (SUMMER_ENDS - 1, SUMMER_ENDS - HOUR), "fast": ("+0 x1000",) * 2, "slow": ("+0 x0.001",) * 2}
DAYS = ("2027-12-29", "2028-02-26", "2028-03-24", "2027-10-29", "2100-02-26")
DOCUMENTED = {0, 4, 5, 6, 8, 10}
READS = ((), ("balance",), ("autopay",), ("statement",), ("payments",), ("incidents",), ("tariff",))
PATIENCE = 15


class Clocks:
    def __init__(self, stage, options):
        self.stage, self.options = stage, options
        self.judge = Judge(stage, ACCOUNT)
        self.cases = self.violations = self.commands = self.count = 0
        self.slowest = 0.0

    # -- running

    def run(self, home, clock, *words, zone="UTC"):
        """Kabinet under a clock, or under the one that a file's time of change tells; its children have the right time.

        By faketime(1): the library alone would change the environment as it is loaded, and Swift would not find argv.
        """
        clothes = {**environment(home), "TZ": zone, "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_NO_CACHE": "1"}
        if clock.startswith("/"):
            clothes["FAKETIME_FOLLOW_FILE"], clock = clock, "%"
        began = time.monotonic()
        done = subprocess.run(["faketime", "-f", clock, self.stage.binary, *words], env=clothes, stdin=subprocess.DEVNULL,
                              text=True, errors="replace", capture_output=True, timeout=60)
        self.slowest, self.commands = max(self.slowest, time.monotonic() - began), self.commands + 1
        if time.monotonic() - began > PATIENCE:
            self.wrong.append(f"{' '.join(words)} took {time.monotonic() - began:.0f} s")
        # 1: a rule that refuses to run under this clock.
        if done.returncode not in DOCUMENTED | ({1} if words[:2] == ("autopay", "run") else set()) or "Fatal" in done.stderr:
            self.wrong.append(f"{' '.join(words)}: status {done.returncode} {done.stderr}")
        return done

    def home(self):
        self.count += 1
        return self.stage.logged_in(f"home-{self.count}", ACCOUNT), f"clock-{self.options.seed}-{self.count}"

    def lose_answer(self):
        self.stage.control("POST", "/sandbox/faults", {"fault": "lose-answer", "on": PUT})

    def settled(self, home, key):
        """Under the right clock: one payment, or none where the clock ran past the hour for which a payment may wait."""
        self.wrong += self.judge.settle(home)
        again = ("--key", key + "-fresh", "--again") if self.options.control else ("--key", key)
        if self.stage.kabinet(home, "pay", "500", "--yes", *again).returncode not in (0, 6):
            self.wrong.append("the same payment again does not succeed")
        self.wrong += self.judge.settle(home) + self.judge.verdict(home, exactly_one=False)
        is_expired = any(intent["key"] == key and intent["state"] == "expired" for intent in self.judge.intents(home))
        made = len(self.judge.new_payments())
        if made != (0 if is_expired else 1):
            self.wrong.append(f"{made} payments{' of one that expired' if is_expired else ''}")

    # -- cases

    def still(self, clock):
        self.paid_there(clock)
        self.settled_there(clock)
        self.made_to_wait(clock)
        self.automatic(clock)

    def paid_there(self, clock):
        """Everything is read, and a payment loses its answer under the wrong clock; it is settled under the right one."""
        home, key = self.home()
        self.judge.begin()
        for words in READS:
            if self.run(home, clock, *words).returncode != 0:
                self.wrong.append(f"{words} is not read")
        self.lose_answer()
        if self.run(home, clock, "pay", "500", "--yes", "--key", key).returncode not in (5, 8):
            self.wrong.append("a payment whose answer is lost is not open")
        if self.run(home, clock, "pay", "500", "--yes").returncode in (0, 5) and self.judge.new_payments()[1:]:
            self.wrong.append("a second payment was let through")
        self.stage.control("DELETE", "/sandbox/faults")
        self.settled(home, key)

    def settled_there(self, clock):
        """The other way round. What has long been open is fenced or found; paid it is once."""
        home, key = self.home()
        self.judge.begin()
        self.lose_answer()
        self.stage.kabinet(home, "pay", "500", "--yes", "--key", key)
        self.stage.control("DELETE", "/sandbox/faults")
        self.run(home, clock, "sync", "--force")
        self.run(home, clock, "doctor")
        self.run(home, clock, "pay", "500", "--yes", "--key", key)
        self.settled(home, key)

    def made_to_wait(self, clock):
        """A provider that said `wait` under the wrong clock does not lock anybody out under the right one, nor the other way."""
        for first, second in ((clock, "+0"), ("+0", clock)):
            home, _ = self.home()
            self.stage.control("POST", "/sandbox/faults", {"fault": "wait", "on": "GET /v1/accounts/*/changes", "value": 3600})
            if self.run(home, first, "sync", "--force").returncode != 5:
                self.wrong.append("a provider that asks to wait is not heard")
            self.stage.control("DELETE", "/sandbox/faults")
            if "1h" in clock:
                continue
            if self.run(home, second, "sync").returncode != 0:
                self.wrong.append("a wait of an hour outlasts a clock that was set right")

    def automatic(self, clock):
        """A rule pays once a period, and the period is the provider's: nothing under a clock that is off by more than a day."""
        home, _ = self.home()
        rule = f"rule-{self.count}"
        self.judge.begin()
        self.stage.must(home, "autopay", "set", rule, "--below", "9000000", "--amount", "400", "--yes")
        self.run(home, clock, "autopay", "run", rule)
        made = len(self.judge.new_payments())
        if made and clock[1:] not in ("1h", "1d"):
            self.wrong.append(f"a rule paid under a clock that is off: {clock}")
        for _ in range(2):
            self.stage.kabinet(home, "autopay", "run", rule)
        if len(self.judge.new_payments()) != 1:
            self.wrong.append(f"the rule paid {len(self.judge.new_payments())} times, {made} of them under {clock}")
        self.wrong += self.judge.settle(home) + self.judge.agreement(home)

    def jump(self, clock):
        first, then = JUMPS[clock]
        for words in (("pay", "500", "--yes"), ("sync", "--force")):
            for moment in (0, 0.005, 0.02, 0.05, 0.1):
                home, key = self.home()
                self.judge.begin()
                if words[0] == "sync":
                    self.lose_answer()
                    self.stage.kabinet(home, "pay", "500", "--yes", "--key", key)
                    self.stage.control("DELETE", "/sandbox/faults")
                self.while_jumping(home, first, then, moment, *words, *(("--key", key) if words[0] == "pay" else ()))
                self.settled(home, key)

    def while_jumping(self, home, first, then, moment, *words):
        if isinstance(first, str):
            return self.run(home, first, *words)
        path = os.path.join(home, ".clock")
        with open(path, "wb"):
            self.turn(path, first)
        hand = threading.Timer(moment, self.turn, (path, then))
        hand.start()
        self.run(home, path, *words)
        hand.join()

    @staticmethod
    def turn(path, moment):
        moment += 0 if moment > 1_000_000_000 else time.time()
        os.utime(path, (moment, moment))

    def days(self, start):
        """A sandbox that begins before a difficult day, led over it."""
        with Stage(self.stage.binary, seed=self.options.seed, start=start + "T20:30:00Z") as there:
            home, judge = there.logged_in("home", ACCOUNT), Judge(there, ACCOUNT)
            for _ in range(7):
                there.control("POST", "/sandbox/advance", {"days": 1})
                self.wrong += judge.settle(home)
                for zone in ZONES:
                    for words in READS:
                        if self.run(home, f"@{start} 23:00:00", *words, zone=zone).returncode != 0:
                            self.wrong.append(f"{words} is not read in {zone}")
                judge.books.refresh()
                self.wrong += judge.agreement(home)
                statement = json.loads(there.must(home, "statement", "all", "--json"))
                total = statement["opening"]["minor"] + sum(entry["amount"] for entry in statement["entries"])
                if total != statement["closing"]["minor"]:
                    self.wrong.append(f"the ledger adds up to {total}, not to {statement['closing']['minor']}")

    # -- all of them

    def all(self):
        every = [("still", name) for name in STILL] + [("jump", name) for name in JUMPS] + [("days", day) for day in DAYS]
        if self.options.only:
            kind, _, name = self.options.only.rpartition(":")
            every = [case for case in every if case[1] == name and kind in ("", case[0])]
        draw = random.Random(self.options.seed)
        if self.options.limit is not None and self.options.limit < len(every):
            every = draw.sample(every, self.options.limit)
        for kind, name in every:
            self.wrong = []
            getattr(self, kind)(STILL[name] if kind == "still" else name)
            self.cases += 1
            if self.wrong:
                self.violations += 1
                print(f"VIOLATION {kind}:{name}", *self.wrong, sep="\n    ", flush=True)


def main():
    chosen = options(__doc__).parse_args()
    if chosen.control:
        chosen.limit = min(chosen.limit or 3, 3)
    end_on_signals()
    began = time.monotonic()
    try:
        with Stage(chosen.binary, seed=chosen.seed) as stage:
            clocks = Clocks(stage, chosen)
            said = clocks_work(clocks)
            if said:
                print(f"Tests/Faults/clock: {said}", file=sys.stderr)
                return 77
            clocks.all()
    except StageError as trouble:
        print(f"Tests/Faults/clock: {trouble}", file=sys.stderr)
        return 1
    print(f"{clocks.cases} cases, {clocks.commands} commands under wrong clocks, the slowest {clocks.slowest:.1f} s,"
          f" seed {chosen.seed}, {clocks.violations} violations, {time.monotonic() - began:.0f} s")
    return verdict(clocks.violations, chosen.control)


def clocks_work(clocks):
    """Why faketime does not reach this binary; nothing when it does."""
    clocks.wrong = []
    home, _ = clocks.home()
    done = clocks.run(home, "+10y", "balance", "--json")
    if not done.stdout.startswith("{") or json.loads(done.stdout)["ageSeconds"] < YEAR:
        return f"the clock of this kabinet can't be changed: a static binary? {done.stderr}"
    return None


if __name__ == "__main__":
    sys.exit(main())
