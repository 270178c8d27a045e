"""Defects put in on purpose. Called by Tests/Faults/bugs."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Bug:
    name: str
    what: str
    file: str
    old: str
    new: str
    # A filter of `swift test`, or `simulate` for so many runs of the simulator.
    noticed_by: str


BUGS = [
    Bug("no-fsync", "a new file is not synchronised", "Sources/Platform/DurableFile.swift",
        "      try file.write(bytes)\n      try file.synchronize()\n", "      try file.write(bytes)\n", "simulate 3000"),
    Bug("no-directory-fsync", "the name of a new file is not synchronised", "Sources/Platform/DurableFile.swift",
        "      try holder.synchronize()\n    } catch {\n      // The caller",
        "      _ = try holder.statusIfPresent(last)\n    } catch {\n      // The caller", "simulate 3000"),
    Bug("not-atomic", "a file is replaced in place", "Sources/Platform/DurableFile.swift",
        "      try holder.rename(temporary, to: last)\n    } catch {\n      _ = kernel.unlinkat(holder.descriptor, temporary, 0)",
        "      _ = kernel.unlinkat(holder.descriptor, last, 0)\n      try holder.rename(temporary, to: last)\n"
        "    } catch {\n      _ = kernel.unlinkat(holder.descriptor, temporary, 0)", "simulate 3000"),
    Bug("key-anew", "each attempt goes out under a key of its own", "Sources/Provider/Native/NativeProvider.swift",
        'intents/\\(Encoding.percent(intent.key))"', 'intents/\\(Encoding.percent(intent.key))-\\(intent.history.count)"',
        "MainJobTests|PaymentsVerbsTests|ProviderTests"),
    Bug("body-anew", "an attempt sends other bytes than were frozen", "Sources/Provider/Native/NativeProvider.swift",
        "body: Array(intent.body.utf8))", "body: Array(body(for: intent.action, terms: nil).utf8))", "ProviderTests"),
    Bug("claim-dropped", "a slot of autopay is not claimed", "Sources/Store/AutopayWriting.swift",
        'let made = try root.createOnce("\\(folder)/\\(claim.slot.name).json", with: Envelope.seal(claim.json))',
        "let made = Directory.Creation.created", "AutopayTests|AutopayStoreTests"),
    Bug("404-is-no", "a 404 counts as proof that nothing was done", "Sources/Provider/Native/NativeOutcome.swift",
        "    case 404, 409: return .unknown\n", "    case 404: return .notExecuted\n    case 409: return .unknown\n",
        "ProviderTests|SyncTests"),
    Bug("unknown-is-not-sent", "a lost answer counts as not sent", "Sources/Sync/Pusher.swift",
        "    case .unknown(let cause):\n      return PushResult(intent: try record(key, .lost,",
        "    case .unknown(let cause):\n      return PushResult(intent: try record(key, .notSent,", "SyncTests"),
    Bug("sent-before-marked", "a request leaves before its intent is marked", "Sources/Sync/Pusher.swift",
        "    let taken = try record(key, .take)\n    switch provider.submit(taken, for: account) {",
        "    let submission = provider.submit(try open(key), for: account)\n    try record(key, .take)\n    switch submission {",
        "SyncTests"),
    Bug("sent-again-without-keys", "what is unknown is sent again where no keys are honoured", "Sources/Sync/Pusher.swift",
        "guard provider.capabilities.contains(.keys), intent.state == .unknown", "guard intent.state == .unknown",
        "SyncTests"),
    Bug("cancelled-without-asking", "what was sent counts as cancelled at once", "Sources/Sync/Pusher.swift",
        "    if intent.state != .fencing { try record(key, .cancel) }\n    return try fence(key)",
        "    return PushResult(intent: try record(key, .cancel, .fenced))", "SyncTests|PaymentsVerbsTests"),
    Bug("guard-off", "a person may repeat a payment that is not settled", "Sources/Domain/PaymentGuard.swift",
        "if let open = intents.first(where: \\.isUnsettledMoney) { return .unsettled(open) }", "", "GuardTests|DomainTests"),
    Bug("terminal-moves", "a refusal may become a confirmation", "Sources/Domain/Intent.swift",
        "case (.sending, .done), (.accepted, .done),", "case (.rejected, .done), (.sending, .done), (.accepted, .done),",
        "DomainTests"),
    Bug("late-intent-sent", "an intent whose time is over is still sent", "Sources/Sync/SyncPlan.swift",
        "    return end < now || now.seconds(until: created) > Intent.clockTolerance", "    return end < created", "SyncTests"),
    Bug("own-balance", "a ledger that does not add up to the provider's balance is not noticed",
        "Sources/Sync/PullBatch.swift", "return ours == theirs && counts ? nil", "return counts ? nil", "SyncTests"),
    Bug("lock-over-network", "the store is locked while the provider is asked", "Sources/Sync/Synchronizer.swift",
        "    try store.mendClaims(at: now())\n    return try body()", "    try store.mendClaims(at: now())\n    return try store.withLock(body)",
        "SyncTests"),
    Bug("checksum-ignored", "a line is believed whatever its checksum says", "Sources/Store/Envelope.swift",
        "(rebasing: line[headerLength...]))) == stated", "(rebasing: line[headerLength...]))) == stated || true",
        "StoreTests"),
    Bug("restored-is-sent", "an intent out of a backup is sent on trust", "Sources/Store/RestorePlan.swift",
        "guard state == .queued else { return intent }", "guard state == .sending else { return intent }",
        "StoreTests|RestoredIntentTests"),
    Bug("unknown-is-free", "a payment whose outcome is unknown does not count against a cap",
        "Sources/Domain/Autopay/AutopayClaim.swift", "case .rejected, .expired, .cancelled, .notExecuted: nil\n    case .queued, .sending, .accepted, .unknown, .fencing, .confirmed:",
        "case .rejected, .expired, .cancelled, .notExecuted, .unknown, .fencing: nil\n    case .queued, .sending, .accepted, .confirmed:",
        "DomainTests"),
    Bug("own-calendar", "the day is the device's and not the provider's", "Sources/Commands/Session/Session.swift",
        "var today: CivilDate { account.day(at: now) }", "var today: CivilDate { account.day(at: world.now()) }",
        "AutopayTests"),
    Bug("redirect-followed", "a redirect is followed, with the token", "Sources/Provider/Curl/CurlConfiguration.swift",
        '"silent", "include",', '"silent", "include", "location-trusted",', "ProviderTests|WireTests"),
    Bug("order-ignored", "a provider that asks to wait is asked again", "Sources/Sync/BackoffMemory.swift",
        "    case .wait(let seconds?): save(.ordered(seconds: seconds, now: now))\n", "    case .wait(.some): break\n",
        "SyncWaitTests|BackoffTests"),
]


class Copy:
    """A copy of the tree in which things may be broken."""

    def __init__(self, root, place):
        self.place = place
        names = subprocess.run(["git", "-C", root, "ls-files"], check=True, capture_output=True, text=True).stdout
        for name in names.splitlines():
            if not os.path.exists(os.path.join(root, name)):
                continue
            target = os.path.join(place, name)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            shutil.copy2(os.path.join(root, name), target)

    def swift(self, *arguments):
        return subprocess.run(["swift", *arguments, "--package-path", self.place], capture_output=True, text=True,
                              stdin=subprocess.DEVNULL)

    def notices(self, check):
        """Whether the check fails, as it must while a defect is in; None when the copy does not build."""
        if check.startswith("simulate"):
            if self.swift("build", "-c", "release", "--product", "simulate").returncode != 0:
                return None
            return self.simulate(check.split()[1]) != 0
        if self.swift("build", "--build-tests").returncode != 0:
            return None
        return self.swift("test", "--skip-build", "--filter", check).returncode != 0

    def simulate(self, runs):
        binary = os.path.join(self.place, ".build", "release", "simulate")
        return subprocess.run([binary, "--runs", runs, "--seed", "1"], capture_output=True,
                              env=dict(os.environ, SWIFT_DETERMINISTIC_HASHING="1")).returncode

    def with_bug(self, bug):
        path = os.path.join(self.place, bug.file)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        if text.count(bug.old) != 1:
            return "its text stands there %d times" % text.count(bug.old)
        write(path, text.replace(bug.old, bug.new))
        try:
            noticed = self.notices(bug.noticed_by)
        finally:
            write(path, text)
        return {None: "the copy does not build", True: "noticed", False: "NOT NOTICED"}[noticed]


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main():
    parser = argparse.ArgumentParser(prog="Tests/Faults/bugs")
    parser.add_argument("root")
    parser.add_argument("--only", action="append", choices=[bug.name for bug in BUGS])
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    bugs = [bug for bug in BUGS if not options.only or bug.name in options.only]
    if options.list:
        for bug in bugs:
            print(f"{bug.name}: {bug.what} ({bug.noticed_by})")
        return 0
    noticed = 0
    with tempfile.TemporaryDirectory(prefix="kabinet-bugs.") as place:
        copy = Copy(options.root, place)
        # Without a defect every check must hold, else it would notice anything.
        checks = {bug.noticed_by for bug in bugs}
        simulated = {check for check in checks if check.startswith("simulate")}
        tests = "|".join(sorted(checks - simulated))
        for check in filter(None, [tests, *simulated]):
            if copy.notices(check) is not False:
                print(f"{check}: fails, or does not build, without any defect")
                return 1
        for bug in bugs:
            start = time.monotonic()
            outcome = copy.with_bug(bug)
            noticed += outcome == "noticed"
            print(f"{bug.name}: {outcome} ({bug.what}), {time.monotonic() - start:.0f} s", flush=True)
    print(f"{noticed} of {len(bugs)} defects noticed")
    return 0 if noticed == len(bugs) else 1


if __name__ == "__main__":
    sys.exit(main())
