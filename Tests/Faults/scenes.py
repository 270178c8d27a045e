"""The commands that write, each with the home in which it is run and with what sets it right afterwards."""

import json
import os
import re
import shutil

import tracer
from stage import PASSWORD, StageError

LOGIN = ("login", "sandbox:", "--login", "100101", "--password-stdin")
PAY = ("pay", "500", "--yes")
# The frightened repetition of a payment may be refused because it is a repetition, or because it is open.
PAID, REPEATED = {0}, {0, 2, 8}


class Scene:
    """One command, `{home}` in it stands for the home. `key`: it takes --key. `status`: how it ends undisturbed. `mend`: what is set right before anything else
    afterwards. `again`: what follows undisturbed, each with the statuses that it may have."""

    def __init__(self, name, words, before, login="100101", key=True, given=None, again=None, status=0, mend=None):
        self.name, self.before, self.login, self.given, self.status = name, before, login, given, status
        self.words = (*words, "--key", f"{name}-key") if key else words
        self.again = again if again is not None else [(self.words, PAID)]
        self.mend = mend or (lambda home: None)

    def command(self, home):
        return tuple(word.replace("{home}", home) for word in self.words)

    def prepare(self, place, template):
        """The home before the command, made once."""
        home = place.path(f"scene-{self.name}")
        shutil.copytree(template, home, symlinks=True)
        self.before(place, home)
        return home


def nothing(place, home):
    pass


def emptied(place, home):
    """Only the provider is left."""
    shutil.rmtree(os.path.join(home, "data"))
    shutil.rmtree(os.path.join(home, "config"))


def behind(place, home):
    """The provider has a month more than the store."""
    place.must(home, "sandbox", "advance", "40d")


def switching(place, home):
    place.must(home, "tariff", "switch", "home-100", "--yes", "--key", "before-cancel")


def dying(place, home, words, where):
    """Runs a command that dies at the first call that `where` picks from its calls."""
    rehearsal = place.path("rehearsal")
    shutil.copytree(home, rehearsal, symlinks=True)
    seen, _ = tracer.calls(place, rehearsal, place.path("dying"), *words)
    shutil.rmtree(rehearsal)
    if not tracer.kill_at(place, home, where(seen), *words):
        raise StageError(f"{words[0]} could not be killed")


RULE = ("autopay", "set", "--below", "90000", "--amount", "400", "--yes")
OPEN = (*PAY, "--key", "open-key", "--again")


def died_while_paying(place, home):
    """The order is in the provider's journal, and the intent is left in `sending`."""
    def after_order(seen):
        ordered = next(n for n, call in enumerate(seen) if call.name == "write" and "journal.ndjson" in call.line)
        return next(call for call in seen[ordered:] if call.name == "renameat")
    dying(place, home, OPEN, after_order)


def died_before_sending(place, home):
    """The intent is on the disk, and nothing was sent."""
    dying(place, home, OPEN, lambda seen: next(call for call in seen if call.name == "renameat" and "open-key" in call.line))


def contradicted(place, home):
    """Taken back here before it was sent, and done by another machine under the same key."""
    other = place.path("other-machine")
    shutil.copytree(home, other, symlinks=True)
    died_before_sending(place, home)
    place.must(home, "payments", "cancel", "open-key")
    place.must(other, *OPEN)
    journal = os.path.join("data-sandbox", "default", "journal.ndjson")
    shutil.copy(os.path.join(other, journal), os.path.join(home, journal))
    shutil.rmtree(other)


def ruled(place, home):
    """A rule of autopay whose condition is met."""
    place.must(home, *RULE)


def died_before_tidying(place, home):
    """The intent says that it is confirmed and lies among the open ones."""
    dying(place, home, OPEN, lambda seen: next(call for call in seen if call.name == "renameat" and "/done/" in call.line))


def died_before_flip(place, home):
    """The ledger has grown and the new collections lie there; no head names them. Leftovers of other deaths are old."""
    behind(place, home)
    dying(place, home, SYNC, lambda seen: next(call for call in seen if call.name == "renameat" and "head.json" in call.line))
    aged(os.path.join(shelves(home)[0], "head.json.tmp.1.abcdef"))


def aged(path):
    with open(path, "wb") as file:
        file.write(b"half of")
    os.chmod(path, 0o600)
    os.utime(path, (1, 1))


def nameless(place, home):
    """The store's own file is spoilt."""
    spoil(os.path.join(home, "data", "store.json"), 20)


def formless(place, home):
    """The store's own file is gone."""
    os.unlink(os.path.join(home, "data", "store.json"))


def bare(place, home):
    """Nothing is left but intents."""
    formless(place, home)
    shutil.rmtree(os.path.join(home, "data", "accounts"))


def elsewhere(place, home):
    """Nobody listens at the provider's address."""
    config = os.path.join(home, "config")
    shutil.copytree(config, config + ".saved")
    for name in ("config.json", "credentials.json"):
        path = os.path.join(config, name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        with open(path, "w", encoding="utf-8") as file:
            file.write(re.sub(r'"sandbox:(//)?"', '"http://127.0.0.1:9"', text))


def back_again(home):
    config = os.path.join(home, "config")
    shutil.rmtree(config)
    os.rename(config + ".saved", config)


def damaged(place, home):
    """Rot of every kind that `doctor --repair` mends: a head, a line, a collection, a tail, a leftover, permissions."""
    shelf = shelves(home)[0]
    for name, place_in_file in (("ledger/000001.ndjson", 2000), ("parts/tariffs.1.json", 60)):
        spoil(os.path.join(shelf, name), place_in_file)
    with open(os.path.join(shelf, "ledger/000001.ndjson"), "ab") as segment:
        segment.write(b'{"crc":"0000')
    aged(os.path.join(shelf, "head.json.tmp.1.abcdef"))
    aged(os.path.join(home, "data", "backoff.json"))
    os.chmod(os.path.join(home, "data", "intents"), 0o755)


def headless(place, home):
    spoil(os.path.join(shelves(home)[0], "head.json"), 30)


def repaired(place, home):
    damaged(place, home)
    place.kabinet(home, "doctor", "--repair")


def torn(place, home):
    """A writer died between the append and the flip: bytes that no head names."""
    behind(place, home)
    with open(os.path.join(shelves(home)[0], "ledger/000001.ndjson"), "ab") as segment:
        segment.write(b'{"crc":"00000000","seq":99999}\n{"crc"')


def saved(place, home):
    """A backup of a store that has rules; since then a payment was made, a rule was lost, and an intent was spoilt."""
    folder = os.path.join(home, "data", "autopay")
    os.makedirs(folder, mode=0o700)
    for name in ("kept.json", "lost.json"):
        shutil.copy(os.path.join(home, "data", "store.json"), os.path.join(folder, name))
    place.must(home, "backup", "create", os.path.join(home, "saved"))
    place.must(home, "pay", "700", "--yes", "--key", "after-backup")
    os.unlink(os.path.join(folder, "lost.json"))
    done = os.path.join(home, "data", "intents", "done")
    spoil(os.path.join(done, os.listdir(done)[0], "acknowledged-1.json"), 200)


def backed_up(place, home):
    place.must(home, "backup", "create")


def backed_up_and_behind(place, home):
    """The active segment has a second name, in a backup, that must not see what is added."""
    backed_up(place, home)
    behind(place, home)


def saved_and_lost(place, home):
    """A backup that has an open payment, and no store any more."""
    died_while_paying(place, home)
    place.must(home, "backup", "create", os.path.join(home, "saved"))
    shutil.rmtree(os.path.join(home, "data"))


def shelves(home):
    folder = os.path.join(home, "data", "accounts")
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))]


def spoil(path, offset):
    with open(path, "r+b") as file:
        file.seek(offset)
        byte = file.read(1)
        file.seek(offset)
        file.write(bytes([byte[0] ^ 1]))


LOGGED_IN = [(LOGIN, PAID)]
SYNC = ("sync", "--force")
ALL = [
    Scene("pay", PAY, nothing),
    Scene("first-pay", PAY, nothing, login="100102"),
    Scene("unkeyed", (*PAY, "--again"), nothing, key=False, again=[(PAY, REPEATED)]),
    Scene("settle", SYNC, died_while_paying, key=False, again=[((*PAY, "--key", "open-key"), PAID)]),
    Scene("tidy", SYNC, died_before_tidying, key=False, again=[((*PAY, "--key", "open-key"), PAID)]),
    Scene("unreachable", SYNC, elsewhere, key=False, status=5, mend=back_again),
    Scene("settle-key", ("payments", "settle", "open-key"), died_while_paying, key=False),
    Scene("cancel-done", ("payments", "cancel", "open-key"), died_while_paying, key=False, status=6, again=[]),
    Scene("cancel-queued", ("payments", "cancel", "open-key"), died_before_sending, key=False,
          again=[(("payments", "cancel", "open-key"), {0, 2, 6})]),
    Scene("contradiction", SYNC, contradicted, key=False),
    Scene("rule", RULE, nothing, key=False),
    Scene("rule-off", ("autopay", "off"), ruled, key=False),
    Scene("autopay", ("autopay", "run"), ruled, key=False),
    Scene("switch", ("tariff", "switch", "home-100", "--yes"), nothing),
    Scene("cancel", ("tariff", "cancel", "--yes"), switching),
    Scene("index", ("kb", "search", "router"), nothing, key=False),
    Scene("hold", ("hold", "start", "--yes"), nothing),
    Scene("ticket", ("ticket", "new", "No link", "--text", "Since noon", "--yes"), nothing),
    Scene("voucher", ("voucher", "redeem", "KB0500000050", "--yes"), nothing),
    Scene("profile", ("profile", "set", "--email", "anna@example.org", "--yes"), nothing),
    Scene("invite", ("referral", "invite", "Ivan", "--phone", "+79001112233", "--yes"), nothing),
    Scene("invoice", ("invoice", "request", "500", "--yes"), nothing),
    Scene("notices", ("notice", "read", "--yes"), nothing),
    Scene("autopayment", ("autopay", "stop", "--yes"), nothing, login="100104"),
    Scene("trust", ("trust-payment", "take", "--yes"), nothing, login="100106"),
    Scene("sync", SYNC, behind, key=False),
    Scene("torn", SYNC, torn, key=False),
    Scene("interrupted", SYNC, died_before_flip, key=False),
    Scene("refetch", SYNC, repaired, key=False),
    Scene("repair", ("doctor", "--repair"), damaged, key=False),
    Scene("rebuild", ("doctor", "--repair"), headless, key=False),
    Scene("orphans", ("doctor", "--repair"), died_before_flip, key=False),
    Scene("formless", ("doctor", "--repair"), formless, key=False),
    Scene("bare", ("doctor",), bare, key=False, status=10, again=[(("doctor", "--repair"), PAID)]),
    Scene("tail", ("doctor", "--repair"), torn, key=False),
    Scene("sync-under-backup", SYNC, backed_up_and_behind, key=False),
    Scene("remake", ("doctor", "--repair"), nameless, key=False),
    Scene("backup", ("backup", "create"), nothing, key=False),
    Scene("backup-elsewhere", ("backup", "create", "{home}/saved"), nothing, key=False, again=[]),
    Scene("restore", ("backup", "restore", "{home}/saved"), saved, key=False),
    Scene("restore-lost", ("backup", "restore", "{home}/saved"), saved_and_lost, key=False),
    Scene("large-backup", ("backup", "create"), nothing, login="100108", key=False),
    Scene("backups", ("backup", "list"), backed_up, key=False),
    Scene("login", LOGIN, emptied, key=False, given=PASSWORD + "\n"),
    Scene("large-login", ("login", "sandbox:", "--login", "100108", "--password-stdin"), emptied, login="100108", key=False,
          given=PASSWORD + "\n"),
    Scene("logout", ("logout",), nothing, key=False, again=LOGGED_IN),
    Scene("forget", ("logout", "--forget", "--yes"), nothing, key=False, again=LOGGED_IN),
]


def orders(home):
    """The keys that the provider has done something under, from its journal."""
    with open(os.path.join(home, "data-sandbox", "default", "journal.ndjson"), encoding="utf-8") as lines:
        deeds = [json.loads(line).get("deed", {}) for line in lines]
    return [deed["key"] for deed in deeds if deed.get("do") == "order"]
