"""Points of death and what is done after each. Called by Tests/Faults/kill, which explains the scenarios."""

import random
import shutil
import sys
import time

import tracer
from judge import Judge
from stage import Stage, StageError, end_on_signals, verdict
from stage import options as options_of

ACCOUNT = "100101"
PAY = ("pay", "500", "--yes")
# On which call, what happens there, and its value; each once.
PUT, CHECK, FEED = "PUT /v1/accounts/*/intents/*", "POST /v1/accounts/*/checks", "GET /v1/accounts/*/changes"
FAULTS = [(PUT, kind, value) for kind, value in (
    ("lose-answer", None), ("lose-request", None), ("status", 500), ("status-after", 502), ("cut", 10), ("conflict", 1),
    ("wait", 1), ("unauthorized", None), ("html", None), ("truncate", None), ("redirect", None), ("bomb", 1))] + [
    (where, kind, value) for where in (CHECK, FEED)
    for kind, value in (("lose-answer", None), ("status", 500), ("cut", 10), ("unauthorized", None))]


class Deaths:
    def __init__(self, stage, options):
        self.stage, self.options = stage, options
        self.draw = random.Random(options.seed)
        self.template = stage.logged_in("template", ACCOUNT)
        self.judge = Judge(stage, ACCOUNT)
        self.points, self.violations, self.count = 0, 0, 0

    # -- homes and keys, each used once

    def fresh(self, is_signed_in_anew=False):
        """A home and a key. Copies of one login are quick, but a refresh of the tokens in one ends those of the others."""
        self.count += 1
        home = self.stage.path(f"home-{self.count}")
        if is_signed_in_anew:
            self.stage.logged_in(f"home-{self.count}", ACCOUNT)
        else:
            shutil.copytree(self.template, home, symlinks=True)
        self.judge.begin()
        return home, f"death-{self.options.seed}-{self.count}"

    def report(self, scenario, point, call, wrong):
        self.points += 1
        if wrong:
            self.violations += 1
            print(f"VIOLATION {scenario}:{point} at {call}", *wrong, sep="\n    ", flush=True)

    # -- scenarios

    def keyed(self, home, key, die):
        """A script's payment: the key is all that it has to repeat."""
        die(*PAY, "--key", key)
        wrong = self.judge.settle(home) + self.judge.verdict(home, exactly_one=False)
        again = ("--key", key + "-fresh", "--again") if self.options.control else ("--key", key)
        self.stage.kabinet(home, *PAY, *again)
        return wrong + self.judge.settle(home) + self.judge.verdict(home, exactly_one=True)

    def unkeyed(self, home, _, die):
        """A person's payment: the first thing after the death is the same payment again."""
        die(*PAY)
        again = ("--again",) if self.options.control else ()
        self.stage.kabinet(home, *PAY, *again)
        wrong = self.judge.settle(home) + self.judge.verdict(home, exactly_one=True)
        last = self.stage.kabinet(home, *PAY)
        if last.returncode in (0, 8):
            wrong.append(f"a third payment was not refused: status {last.returncode}")
        return wrong + self.judge.settle(home) + self.judge.verdict(home, exactly_one=True)

    def settling(self, home, key, die):
        """The answer was lost, so that the sync has an unknown outcome to settle; it dies."""
        self.lose_answer(home, key)
        die("sync")
        wrong = self.judge.settle(home) + self.judge.verdict(home, exactly_one=True)
        self.stage.kabinet(home, *PAY, "--key", key)
        return wrong + self.judge.settle(home) + self.judge.verdict(home, exactly_one=True)

    def lose_answer(self, home, key):
        self.stage.control("POST", "/sandbox/faults", {"fault": "lose-answer", "on": PUT, "times": 99})
        done = self.stage.kabinet(home, *PAY, "--key", key)
        self.stage.control("DELETE", "/sandbox/faults")
        if done.returncode != 8:
            raise StageError(f"a payment whose answer is lost: status {done.returncode}, 8 is due\n{done.stderr}")

    # -- going through them

    def killed(self, name):
        """One scenario at its points of death."""
        scenario = getattr(self, name)
        calls = self.reference(name, scenario)
        points = self.chosen(name, len(calls))
        began, before, dead = time.monotonic(), self.violations, 0
        for point in points:
            home, key = self.fresh()
            call, died = calls[point - 1], []
            wrong = scenario(home, key, lambda *words: died.append(tracer.kill_at(self.stage, home, call, *words)))
            dead += any(died)
            self.report(name, point, call.line, wrong)
            shutil.rmtree(home)
        print(f"{name}: killed at {dead} of {len(calls)} calls, {self.violations - before} violations,"
              f" {time.monotonic() - began:.0f} s", flush=True)

    def reference(self, name, scenario):
        """The calls of a run that nobody kills; it must be without a violation too."""
        home, key = self.fresh()
        seen = []

        def watch(*words):
            calls, done = tracer.calls(self.stage, home, self.stage.path("calls"), *words)
            if done.returncode != 0:
                raise StageError(f"kabinet {' '.join(words)}: status {done.returncode}\n{done.stdout}{done.stderr}")
            seen.extend(calls)

        wrong = scenario(home, key, watch)
        if wrong and not self.options.control:
            self.report(name, 0, "no call: it was not killed", wrong)
        shutil.rmtree(home)
        return seen

    def chosen(self, name, total):
        scenario, _, point = (self.options.only or "").partition(":")
        if scenario == name and point:
            return [int(point)]
        share = total if self.options.limit is None else min(total, max(1, self.options.limit // self.options.shares))
        return sorted(self.draw.sample(range(1, total + 1), share))

    def faults(self):
        before = self.violations
        for number, (where, kind, value) in enumerate(FAULTS, 1):
            if self.options.only and self.options.only not in ("faults", f"faults:{number}"):
                continue
            home, key = self.fresh(is_signed_in_anew=True)
            fault = {"fault": kind, "on": where, **({} if value is None else {"value": value})}
            self.stage.control("POST", "/sandbox/faults", fault)
            self.stage.kabinet(home, *PAY, "--key", key)
            wrong = self.judge.settle(home)
            self.stage.control("DELETE", "/sandbox/faults")
            wrong += self.judge.verdict(home, exactly_one=False)
            self.stage.kabinet(home, *PAY, "--key", key)
            wrong += self.judge.settle(home) + self.judge.verdict(home, exactly_one=where != PUT)
            self.report("faults", number, f"{kind} on {where}", wrong)
            shutil.rmtree(home)
        print(f"faults: {len(FAULTS)} faults of the provider, {self.violations - before} violations", flush=True)

    def all(self):
        wanted = (self.options.only or "").partition(":")[0]
        names = [name for name in ("keyed", "unkeyed", "settling") if wanted in ("", name)]
        if self.options.control:
            names = [name for name in names if name != "settling"]
        self.options.shares = max(1, len(names))
        for name in names:
            self.killed(name)
        if wanted in ("", "faults") and not self.options.control:
            self.faults()


def main():
    options = options_of(__doc__).parse_args()
    if options.control and options.limit is None:
        options.limit = 6
    end_on_signals()
    try:
        with Stage(options.binary, seed=options.seed) as stage:
            deaths = Deaths(stage, options)
            deaths.all()
    except StageError as trouble:
        print(f"Tests/Faults/kill: {trouble}", file=sys.stderr)
        return 1
    print(f"{deaths.points} points, seed {options.seed}, {deaths.violations} violations")
    return verdict(deaths.violations, options.control)


if __name__ == "__main__":
    sys.exit(main())
