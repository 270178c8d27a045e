"""What must hold after a death: the provider's books beside the client's."""

import json
import time


# Seconds in which syncs must have settled everything; the provider asks to wait at most one.
PATIENCE = 10


class Books:
    """The provider's payments of one account, by the key that each was made under; read from its feed, past kabinet."""

    def __init__(self, stage, account):
        self.stage, self.account = stage, account
        self.headers = {"Authorization": "Bearer " + stage.token(account), "Accept": "application/x-ndjson"}
        self.entries, self.cursor, self.balance = {}, None, None
        self.refresh()

    def refresh(self):
        path = f"/v1/accounts/{self.account}/changes"
        status, feed = self.stage.call("GET", f"{path}?cursor={self.cursor}" if self.cursor else path,
                                       headers=self.headers)
        if status == 304:
            return
        for line in map(json.loads, feed.splitlines()):
            if line.get("type") == "entry":
                if line["op"] == "put":
                    self.entries[line["id"]] = line["data"]
                else:
                    self.entries.pop(line["id"], None)
            if line.get("done"):
                self.cursor, self.balance = line["cursor"], line["head"]["balance"]["minor"]

    def payments(self):
        self.refresh()
        return {id: entry for id, entry in self.entries.items() if entry["kind"] == "payment"}


class Judge:
    def __init__(self, stage, account):
        self.stage, self.books = stage, Books(stage, account)
        self.begin()

    def begin(self):
        """What is at the provider now is history; what comes is of the next point."""
        self.before = set(self.books.payments())

    def new_payments(self):
        return [entry for id, entry in self.books.payments().items() if id not in self.before]

    def settle(self, home):
        """Syncs until nothing is open; a list of what went wrong."""
        deadline = time.monotonic() + PATIENCE
        while True:
            done = self.stage.kabinet(home, "sync", "--force")
            if done.returncode == 0:
                return []
            if time.monotonic() > deadline:
                return [f"sync did not settle within {PATIENCE} s: status {done.returncode} {done.stderr.strip()}"]
            time.sleep(0.1)

    def intents(self, home):
        return json.loads(self.stage.must(home, "payments", "--json"))["payments"]

    def verdict(self, home, exactly_one):
        """The violations of a settled home."""
        made, wrong = self.new_payments(), []
        if len(made) > 1:
            wrong.append(f"paid {len(made)} times: {[entry.get('key') for entry in made]}")
        if exactly_one and not made:
            wrong.append("never paid")
        keys = [entry.get("key") for entry in made]
        intents = {intent["key"]: intent for intent in self.intents(home)}
        for key, intent in intents.items():
            if not intent["settled"]:
                wrong.append(f"{key} is left {intent['state']}")
            if (intent["state"] == "confirmed") != (key in keys):
                wrong.append(f"{key} is {intent['state']} here, at the provider {'paid' if key in keys else 'not paid'}")
        wrong += [f"{key} is paid and unknown here" for key in keys if key not in intents]
        return wrong + self.agreement(home)

    def agreement(self, home):
        wrong = []
        ours = json.loads(self.stage.must(home, "balance", "--json"))["balance"]["minor"]
        if ours != self.books.balance:
            wrong.append(f"the balance is {ours} here, {self.books.balance} at the provider")
        doctor = self.stage.kabinet(home, "doctor")
        if doctor.returncode != 0:
            wrong.append(f"doctor: status {doctor.returncode} {(doctor.stdout + doctor.stderr).strip()}")
        return wrong
