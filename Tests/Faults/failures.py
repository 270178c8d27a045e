"""One fault at one system call of one command, and what must hold afterwards. Called by Tests/Faults/fail, which explains it."""

import collections
import concurrent.futures
import json
import os
import random
import re
import shutil
import subprocess
import sys
import threading
import time

import scenes
import short
import sites
import tracer
from stage import PASSWORD, Place, StageError, end_on_signals, options, verdict

ERRORS = ("EIO", "ENOSPC", "EDQUOT", "EINTR")
HARMLESS = ("EINTR", "SHORT")
# Where a signal does not interrupt on Linux, and where trying again would be wrong (close) or is not the program's to do.
NEVER_INTERRUPTED = ("close", "getdents64", "newfstatat", "mkdir", "mkdirat", "fcntl")
OURS = ("data", "config", "saved")
PATIENCE = 30
SYNCS = 3


class Rehearsal:
    """A scene, its home, its calls, and where the undisturbed run comes out."""

    def __init__(self, scene, home, statuses):
        self.scene, self.home, self.statuses = scene, home, statuses
        self.calls, self.view = [], None


class Failures:
    def __init__(self, place, options):
        self.place, self.options = place, options
        self.counter, self.lock = 0, threading.Lock()
        self.violations, self.done, self.reached = 0, collections.Counter(), set()

    # -- homes

    def copy(self, home):
        with self.lock:
            self.counter += 1
            fresh = self.place.path(f"home-{self.counter}")
        shutil.copytree(home, fresh, symlinks=True)
        return fresh

    def templates(self):
        """A home a login, with a provider that has a short history; two payments are acknowledged where it matters."""
        made = {}
        for login in sorted({scene.login for scene in scenes.ALL}):
            home = self.place.new_home(f"template-{login}")
            provider = os.path.join(home, "data-sandbox", "default")
            os.makedirs(provider, mode=0o700)
            origin = {"entries": 3000, "format": 1, "seed": str(self.options.seed),
                      "start": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())}
            with open(os.path.join(provider, "journal.ndjson"), "w", encoding="utf-8") as journal:
                journal.write(json.dumps(origin, sort_keys=True, separators=(",", ":")) + "\n")
            self.place.log_in(home, login)
            for number in (1, 2) if login == "100101" else ():
                self.place.must(home, "pay", "300", "--yes", "--key", f"acknowledged-{number}")
            made[login] = home
        return made

    # -- a rehearsal

    def rehearse(self, scene, template):
        documented = self.documented(scene.words)
        plan = Rehearsal(scene, scene.prepare(self.place, template), documented)
        home = self.copy(plan.home)
        seen, done = tracer.calls(self.place, home, self.place.path("calls"), *scene.command(home), given=scene.given)
        if done.returncode != scene.status:
            raise StageError(f"{scene.name}: status {done.returncode}\n{done.stdout}{done.stderr}")
        plan.calls = tracer.touching(home, seen, *OURS)
        wrong = self.recover(scene, home)
        plan.view = self.view(home)
        if wrong:
            raise StageError(f"{scene.name}, undisturbed: {'; '.join(wrong)}")
        shutil.rmtree(home)
        return plan

    def documented(self, words):
        """The exit statuses that the command's help names."""
        verbs = [word for word in words if not word.startswith("-")][:2]
        for count in (2, 1):
            said = self.place.kabinet(self.place.place, *verbs[:count], "--help", "--lang", "en")
            if said.returncode == 0:
                part = said.stdout[said.stdout.index("Exit status:"):]
                return {int(number) for number in re.findall(r"^ +(\d+) ", part, re.M)}
        raise StageError(f"no help for {verbs}")

    def faults(self, plan):
        for number, call in enumerate(plan.calls, 1):
            yield from ((plan, fault, number) for fault in ("KILL", *ERRORS))
            if call.name in short.NAMES and call.result > 1:
                yield plan, "SHORT", number
            if call.name == "write" and call.result > 100 and self.options.control:
                yield plan, "LIE", number

    def chosen(self, plans):
        every = [fault for plan in plans for fault in self.faults(plan)]
        if self.options.control:
            every = [fault for fault in every if fault[1] == "LIE"]
        scene, fault, number = (self.options.only.split(":") + ["", ""])[:3]
        every = [item for item in every if fault in ("", item[1]) and number in ("", str(item[2]))]
        limit = len(every) if self.options.limit is None else min(len(every), self.options.limit)
        return random.Random(self.options.seed).sample(every, limit)

    # -- a fault

    def strike(self, item):
        plan, fault, number = item
        call, home = plan.calls[number - 1], self.copy(plan.home)
        try:
            wrong = self.suffer(plan, fault, call, home) + self.recover(plan.scene, home) + self.compare(plan, home)
        except subprocess.TimeoutExpired as hang:
            wrong = [f"hangs: {hang}"]
        except (StageError, json.JSONDecodeError) as trouble:
            wrong = [str(trouble)]
        shutil.rmtree(home, ignore_errors=True)
        with self.lock:
            self.done[fault] += 1
            if wrong:
                self.violations += 1
                print(f"VIOLATION {plan.scene.name}:{fault}:{number} at {call.line[:160]}", *wrong, sep="\n    ", flush=True)

    def suffer(self, plan, fault, call, home):
        run = {"given": plan.scene.given, "timeout": PATIENCE}
        words = plan.scene.command(home)
        if fault == "SHORT":
            done = short.halve(self.place, home, call, *words, **run)
        else:
            how = {"KILL": "signal=SIGKILL", "LIE": f"retval={call.result}"}.get(fault, f"error={fault}")
            done = tracer.inject(self.place, home, call, how, *words, pace=tracer.QUICK, **run)
        if fault == "KILL":
            return []
        wrong, status = [], done.returncode
        if status not in plan.statuses:
            wrong.append(f"status {status}, documented are {sorted(plan.statuses)}: {done.stderr.strip()}")
        if status != 0 and not (done.stdout + done.stderr).strip() or "Fatal error" in done.stderr:
            wrong.append(f"status {status}, and says {(done.stdout + done.stderr).strip()!r}")
        if fault in HARMLESS and call.name not in NEVER_INTERRUPTED and status != plan.scene.status:
            wrong.append(f"status {status} though trying again was enough: {done.stderr.strip()}")
        if status == 0 and plan.scene.words[0] == "pay" and "ключ: " in done.stdout:
            key = re.search(r"ключ: (\S+)", done.stdout).group(1)
            if key not in scenes.orders(home):
                wrong.append(f"{key} was acknowledged and never ordered")
        return wrong

    # -- afterwards

    def recover(self, scene, home):
        wrong = []
        scene.mend(home)
        if self.run(home, "doctor").returncode != 0:
            self.run(home, "doctor", "--repair")
        for words, statuses in scene.again:
            done = self.run(home, *(word.replace("{home}", home) for word in words))
            if done.returncode not in statuses:
                wrong.append(f"again: status {done.returncode}: {done.stdout.strip()} {done.stderr.strip()}")
        for _ in range(SYNCS):
            done = self.run(home, *scenes.SYNC)
            if done.returncode == 0:
                break
        else:
            wrong.append(f"{SYNCS} syncs did not settle: status {done.returncode} {done.stderr.strip()}")
        doctor = self.run(home, "doctor")
        if doctor.returncode != 0:
            wrong.append(f"doctor: status {doctor.returncode} {doctor.stdout.strip()}")
        return wrong

    def run(self, home, *words):
        given = PASSWORD + "\n" if words[0] == "login" else None
        return self.place.kabinet(home, *words, given=given, timeout=PATIENCE)

    def view(self, home):
        """What a person sees, without times and random keys."""
        read = lambda *words: json.loads(self.place.must(home, *words, "--json"))
        balance, statement, payments = read("balance"), read("statement", "all"), read("payments")["payments"]
        tariff = [one["id"] for one in read("tariff")["tariffs"] if one.get("current") or one.get("planned")]
        return {"balance": balance["balance"], "paid until": balance["paidUntil"], "tariffs": tariff,
                "entries": sorted((entry["id"], entry["kind"], entry["amount"]) for entry in statement["entries"]),
                "intents": {intent["key"]: (intent["state"], intent["settled"]) for intent in payments}}

    def compare(self, plan, home):
        view, wrong = self.view(home), []
        done = scenes.orders(home)
        for key in {key for key in done if done.count(key) > 1}:
            wrong.append(f"{done.count(key)} orders under {key}")
        for key, (state, settled) in view["intents"].items():
            if plan.view["intents"].get(key) == (state, settled) and settled:
                continue
            if not settled or (state == "confirmed") != (key in done):
                wrong.append(f"{key} is {state} here, at the provider {'done' if key in done else 'not done'}")
        known = plan.view["intents"]
        wrong += [f"{key} is done and forgotten here" for key in (set(done) & set(known)) - set(view["intents"])]
        if len(view["intents"]) < len(known):
            wrong.append(f"{len(view['intents'])} operations are known here, {len(known)} are due")
        for name in ("balance", "paid until", "tariffs", "entries"):
            if view[name] != plan.view[name]:
                wrong.append(f"{name}: {self.difference(view[name], plan.view[name])}")
        return wrong

    @staticmethod
    def difference(ours, due):
        if isinstance(ours, list):
            return f"{[item for item in ours if item not in due]} too many, {[item for item in due if item not in ours]} missing"
        return f"{ours}, {due} is due"

    # -- all of them

    def all(self):
        wanted = self.options.only.split(":")[0]
        chosen = [scene for scene in scenes.ALL if wanted in ("", scene.name)]
        if not chosen:
            raise StageError(f"no scene {wanted}; there are {', '.join(scene.name for scene in scenes.ALL)}")
        if self.options.control and not wanted:
            chosen = [scene for scene in chosen if scene.name == "pay"]
        templates = self.templates()
        plans = [self.rehearse(scene, templates[scene.login]) for scene in chosen]
        if self.options.sites:
            runs = [(plan, None) for plan in plans]
            # Some places are come by only when a disk is full: the payments once more, each of their writes refused.
            runs += [(plan, call.order) for plan in plans if plan.scene.words[0] == "pay"
                     for call in plan.calls if call.name == "write"]
            homes = [(self.copy(plan.home), plan.scene, full) for plan, full in runs]
            return sites.report(self.place, [(home, scene.command(home), scene.given, full) for home, scene, full in homes])
        items = self.chosen(plans)
        total = sum(len(plan.calls) for plan in plans)
        print(f"{len(plans)} scenes, {total} calls on the store, {len(items)} faults", flush=True)
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            for count, _ in enumerate(pool.map(self.strike, items), 1):
                if count % 1000 == 0:
                    print(f"{count} faults, {self.violations} violations", flush=True)


def main():
    parser = options(__doc__)
    parser.add_argument("--sites", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    chosen = parser.parse_args()
    end_on_signals()
    began = time.monotonic()
    try:
        with Place(chosen.binary) as place:
            failures = Failures(place, chosen)
            if chosen.control and chosen.limit is None:
                chosen.limit = 12
            outcome = failures.all()
            if chosen.sites:
                return outcome
    except StageError as trouble:
        print(f"Tests/Faults/fail: {trouble}", file=sys.stderr)
        return 1
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(failures.done.items()))
    print(f"{sum(failures.done.values())} faults ({kinds}), seed {chosen.seed}, {failures.violations} violations,"
          f" {time.monotonic() - began:.0f} s")
    return verdict(failures.violations, chosen.control)


if __name__ == "__main__":
    sys.exit(main())
