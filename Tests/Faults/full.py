"""Payments on a disk that fills up on the way; see Tests/Faults/full."""

import json
import os
import shutil
import subprocess
import sys

from judge import Judge
from stage import Stage, StageError, end_on_signals, options, verdict

SIZE = "4m"
REQUESTS = 6
# The home's language is the one that it is spoken to in: Russian, where nothing else is said.
FULL, READ_ONLY = "диск переполнен", "файловая система только для чтения"
READING = [["balance"], [], ["statement"], ["payments"], ["tariff", "list"], ["incidents"], ["kb", "list"], ["doctor"]]
WRITING = [["pay", "500", "--yes"], ["sync"], ["backup", "create"], ["doctor", "--repair"]]


def mounted(stage, name, inodes):
    """A home on a small disk, logged in."""
    home = stage.new_home(name)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE},nr_inodes={inodes},mode=700", "tmpfs", home], check=True)
    stage.log_in(home, "100105", stage.url)
    return home


def filler(stage, home, request, what, robs):
    """A directory with a curl that fills the home before the request of this number leaves."""
    place = stage.path("curl-" + what)
    shutil.rmtree(place, ignore_errors=True)
    os.makedirs(place)
    count, ballast = os.path.join(place, "count"), os.path.join(home, "ballast")
    fill = {"bytes": f'dd if=/dev/zero of="{ballast}" bs=4k 2>/dev/null; dd if=/dev/zero of="{ballast}.2" bs=1 2>/dev/null',
            "inodes": f'mkdir -p "{ballast}"; i=0; while mkdir "{ballast}/$i"; do i=$((i + 1)); done 2>/dev/null'}[what]
    if robs:
        fill = f'rm -f "{home}/data/intents/reserve"; {fill}'
    real = shutil.which("curl")
    with open(os.path.join(place, "curl"), "w", encoding="utf-8") as script:
        script.write(f'#!/bin/sh\necho >>"{count}"\n[ "$(wc -l <"{count}")" -ne {request} ] || {{ {fill}; }}\n'
                     f'exec "{real}" "$@"\n')
    os.chmod(os.path.join(place, "curl"), 0o755)
    return place, count


def relieve(home):
    for name in os.listdir(home):
        if name.startswith("ballast"):
            path = os.path.join(home, name)
            shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)


def told(answer):
    """The state that `pay` printed last, nil where it printed none."""
    return json.loads(answer.stdout)["state"] if answer.stdout.strip() else None


def pays(stage, judge, home, request, what, robs):
    """One payment with the disk filled at a request; what is wrong, and whether the disk was filled at all."""
    place, count = filler(stage, home, request, what, robs)
    judge.begin()
    path = os.environ["PATH"]
    os.environ["PATH"] = place + ":" + path
    try:
        answer = stage.kabinet(home, "pay", "500", "--yes", "--again", "--json")
    finally:
        os.environ["PATH"] = path
    with open(count, encoding="utf-8") as lines:
        happened = len(lines.read()) >= request
    wrong, charged, state = [], len(judge.new_payments()), told(answer)
    if charged > 1:
        wrong.append(f"paid {charged} times")
    # Read with the disk still full: the outcome stands in the store, or it was never begun.
    stored = [intent["state"] for intent in judge.intents(home) if not intent["settled"]]
    if happened and charged and stored:
        wrong.append(f"charged, and left {stored} on the full disk")
    if state == "confirmed" and not charged or charged and state not in ("confirmed", None):
        wrong.append(f"told {state}, charged {charged} times")
    if answer.returncode not in (0, 10) or (answer.returncode == 0) != (charged == 1):
        wrong.append(f"status {answer.returncode}, charged {charged} times: {answer.stderr.strip()}")
    if answer.returncode == 10 and FULL not in answer.stderr:
        wrong.append(f"not told why: {answer.stderr.strip()}")
    relieve(home)
    return wrong + judge.settle(home) + judge.verdict(home, exactly_one=charged == 1), happened


def refused(stage, judge, home, word):
    wrong = []
    judge.begin()
    for words in WRITING:
        answer = stage.kabinet(home, *words)
        if answer.returncode != 10 or word not in answer.stderr or answer.stdout:
            wrong.append(f"{words}: status {answer.returncode}, {answer.stdout!r}, {answer.stderr.strip()}")
    if judge.new_payments():
        wrong.append("something was charged")
    return wrong


def reads(stage, home, before):
    return [f"{words}: status {answer.returncode} {answer.stderr.strip()}" for words, old in before
            if (answer := stage.kabinet(home, *words)).returncode != 0 or answer.stdout != old]


def main():
    choice = options(__doc__).parse_args()
    end_on_signals()
    violations, runs = [], 0
    try:
        with Stage(choice.binary, seed=choice.seed) as stage:
            for what, inodes in (("bytes", 4096), ("inodes", 256)):
                for request in range(1, REQUESTS + 1):
                    home = mounted(stage, f"{what}-{request}", inodes)
                    wrong, happened = pays(stage, Judge(stage, "100105"), home, request, what, choice.control)
                    runs += happened
                    violations += [f"{what}:{request}: {one}" for one in wrong]
                    subprocess.run(["umount", home], check=True)
            home = mounted(stage, "over", 4096)
            judge = Judge(stage, "100105")
            before = [(words, stage.must(home, *words)) for words in READING]
            with open(os.path.join(home, "ballast"), "wb", buffering=0) as ballast:
                try:
                    while ballast.write(bytes(4096)):
                        pass
                except OSError:
                    pass
            violations += [f"full: {one}" for one in reads(stage, home, before)]
            judge.begin()
            answer = stage.kabinet(home, "pay", "500", "--yes")
            if answer.returncode != 10 or FULL not in answer.stderr or judge.new_payments():
                violations.append(f"full: pay ended with status {answer.returncode}: {answer.stderr.strip()}")
            relieve(home)
            subprocess.run(["mount", "-o", "remount,ro", home], check=True)
            violations += [f"read-only: {one}" for one in reads(stage, home, before)]
            violations += [f"read-only: {one}" for one in refused(stage, judge, home, READ_ONLY)]
            subprocess.run(["umount", home], check=True)
            runs += 2
    except StageError as error:
        print(error, file=sys.stderr)
        return 1
    for violation in violations:
        print(violation)
    print(f"{runs} disks filled or closed, {len(violations)} violations")
    return verdict(violations, choice.control)


if __name__ == "__main__":
    sys.exit(main())
