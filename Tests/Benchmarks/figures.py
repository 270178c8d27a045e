"""The figures of the README. Called by Tests/Benchmarks/run, which builds what is measured."""

import argparse
import json
import os
import shutil
import sys
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Faults"))

import peers
import systemcalls
import timing
from relay import Relay
from report import Report
from stage import Stage, StageError, end_on_signals, environment

LARGE = "100108"
SMALL = "100101"
MIB = 1 << 20


class Benchmarks:
    def __init__(self, options, stage):
        self.stage, self.hello, self.is_quick = stage, options.hello, options.quick
        self.report = Report(is_quick=options.quick)
        self.can_trace = systemcalls.is_available()
        self.runs = 40 if options.quick else 400
        self.home = None

    def note(self, text):
        print(text + "...", file=sys.stderr, flush=True)

    def all(self):
        self.size()
        self.first_sync()
        self.screens()
        self.statement()
        self.new_entry()
        self.idle_sync()
        return self.report

    def command(self, *arguments, home=None):
        return [self.stage.binary, *arguments], environment(home or self.home)

    # -- figures

    def size(self):
        self.report.add("stripped binary", os.path.getsize(self.stage.binary) / MIB, "MiB", 20e6 / MIB, exact=True)

    def first_sync(self):
        """Everything from nothing, in turn with curl fetching the same bytes. Goes first: see timing.once on memory."""
        self.note(f"first sync of {self.stage.entries} entries")
        self.home = self.stage.logged_in("large", LARGE)
        data = os.path.join(self.home, "data")
        argv, given = self.command("sync")
        fetch = peers.curl(self.stage, LARGE)
        ours, theirs = timing.in_turn(
            [(argv, given, lambda: shutil.rmtree(data)), (fetch, environment(self.home), None)],
            runs=3 if self.is_quick else 9, warm=1)
        self.report.add("first sync, times of curl", ours.median / theirs.median, "x", 4, sample=ours,
                        peer=("curl, the same bytes", theirs))
        self.report.add("first sync, peak memory", ours.memory / MIB, "MiB", 100e6 / MIB, exact=True)

    def screens(self):
        self.note("balance and the home screen")
        hello = [self.hello], environment(self.home)
        commands = [(*hello, None), (*self.command("balance"), None), (*self.command(), None)]
        peer, *samples = timing.in_turn(commands, self.runs, warm=20)
        for name, sample, arguments in zip(("balance", "home screen"), samples, (["balance"], [])):
            self.report.add(f"{name}, above a static hello", sample.median - peer.median, "ms", 1.5, sample=sample,
                            peer=("static hello", peer))
            if not self.can_trace:
                self.report.skip(f"{name}, files and bytes", "strace is absent or may not trace here")
                continue
            _, access = systemcalls.access(*self.command(*arguments), self.home)
            self.report.add(f"{name}, files opened", len(access.opened), "files", 3, exact=True,
                            detail=", ".join(access.opened))
            self.report.add(f"{name}, bytes read", access.read, "bytes", 12 * 1024, exact=True)

    def statement(self):
        sqlite = shutil.which("sqlite3")
        if not sqlite:
            return self.report.skip("statement of a month", "sqlite3 is absent")
        month = peers.last_whole_month(self.stage)
        self.note(f"statement {month}")
        table = self.stage.path("peer.db")
        total = peers.fill_table(self.stage, LARGE, table)
        rows = peers.rows_of_month(table, month)
        ours = len(self.stage.must(self.home, "statement", month).splitlines())
        if ours != rows:
            raise StageError(f"statement {month} has {ours} lines, the table {rows} of {total} entries")
        argv, given = self.command("statement", month)
        mine, theirs = timing.in_turn(
            [(argv, given, None), ([sqlite, "-readonly", table, peers.month_query(month)], given, None)], self.runs)
        self.report.add(f"statement of {rows} entries, times of sqlite3", mine.median / theirs.median, "x", 1,
                        sample=mine, peer=("sqlite3, an indexed table", theirs))

    def new_entry(self):
        if not self.can_trace:
            return self.report.skip("a new entry, bytes written", "strace is absent or may not trace here")
        self.note("a new entry")
        written = []
        argv, given = self.command("sync")
        self.stage.must(self.home, "sync")
        for number in range(3 if self.is_quick else 9):
            self.stage.control("POST", "/sandbox/charge", {
                "account": LARGE, "amount": {"currency": "RUB", "minor": -100 - number}, "text": "Новая операция"})
            done, access = systemcalls.access(argv, given, os.path.join(self.home, "data"))
            if done.returncode != 0:
                raise StageError(f"kabinet sync under strace: status {done.returncode}\n{done.stderr}")
            written.append(access)
        worst = max(written, key=lambda access: access.written_besides())
        self.report.add("a new entry, bytes written", worst.written_besides(), "bytes", 4096, exact=True,
                        detail=worst.writing())

    def idle_sync(self):
        self.note("idle sync")
        port = urllib.parse.urlsplit(self.stage.url).port
        with Relay(port) as relay:
            home = self.stage.logged_in("idle", SMALL, url=relay.url)
            self.stage.must(home, "sync")
            relay.reset()
            self.stage.must(home, "sync")
            statuses = ", ".join(map(str, relay.statuses))
            self.report.add("idle sync, requests", len(relay.requests), "requests", 1, exact=True,
                            detail=", ".join(relay.requests))
            self.report.add("idle sync, answers other than 304", sum(s != 304 for s in relay.statuses), "answers", 0,
                            exact=True, detail=statuses)
            self.report.add("idle sync, bytes both ways", relay.bytes, "bytes", 1023, exact=True)
            if not self.can_trace:
                return self.report.skip("idle sync, bytes written", "strace is absent or may not trace here")
            _, access = systemcalls.access(*self.command("sync", home=home), os.path.join(home, "data"))
            # The body of a lock names its holder, for messages alone.
            self.report.add("idle sync, bytes written", access.written_besides("lock", "sync.lock"), "bytes", 0,
                            exact=True, detail=access.writing())


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--kabinet", required=True)
    parser.add_argument("--hello", required=True)
    parser.add_argument("--entries", type=int)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    entries = options.entries or (10_000 if options.quick else 100_000)
    end_on_signals()
    try:
        with Stage(options.kabinet, entries=entries) as stage:
            report = Benchmarks(options, stage).all()
    except (StageError, timing.Failed) as trouble:
        print(f"Tests/Benchmarks/run: {trouble}", file=sys.stderr)
        return 1
    print(json.dumps(report.json(entries), indent=2, ensure_ascii=False) if options.json else report.table(entries))
    return 1 if report.is_over else 0


if __name__ == "__main__":
    sys.exit(main())
