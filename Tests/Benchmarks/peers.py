"""The peers: curl fetching the same bytes, sqlite3 answering the same from an indexed table of the same entries."""

import json
import shutil
import sqlite3

QUERY = "SELECT date, kind, text, amount, balance FROM entry WHERE date BETWEEN '{0}-01' AND '{0}-31' ORDER BY date, seq"


def curl(stage, login):
    """A command that fetches what a first sync fetches, from the same server, and throws it away."""
    urls = [f"{stage.url}/v1/accounts/{login}/changes", f"{stage.url}/v1/articles/changes"]
    command = [shutil.which("curl"), "-q", "--silent", "--fail", "--noproxy", "*",
               "--header", f"Authorization: Bearer {stage.token(login)}", "--header", "Accept: application/x-ndjson"]
    for url in urls:
        command += ["--output", "/dev/null", url]
    return command


def last_whole_month(stage):
    """The month before the provider's present one, as 2026-10."""
    year, month = map(int, stage.control("GET", "/sandbox/clock")["now"].split("-")[:2])
    return f"{year - 1}-12" if month == 1 else f"{year}-{month - 1:02}"


def fill_table(stage, login, path):
    """The account's ledger as the provider has it, in an SQLite table with an index on the date; how many entries."""
    headers = {"Authorization": f"Bearer {stage.token(login)}", "Accept": "application/x-ndjson"}
    _, feed = stage.call("GET", f"/v1/accounts/{login}/changes", headers=headers)
    lines = (json.loads(line) for line in feed.splitlines())
    entries = (line["data"] for line in lines if line.get("type") == "entry" and line["op"] == "put")
    rows = ((e["id"], e["date"], e["kind"], e["text"], e["amount"], e["balance"]) for e in entries)
    base = sqlite3.connect(path)
    with base:
        base.execute("CREATE TABLE entry (seq INTEGER PRIMARY KEY, id TEXT, date TEXT, kind TEXT, text TEXT,"
                     " amount INTEGER, balance INTEGER)")
        base.executemany("INSERT INTO entry (id, date, kind, text, amount, balance) VALUES (?, ?, ?, ?, ?, ?)", rows)
        base.execute("CREATE INDEX entry_date ON entry (date, seq)")
    base.execute("ANALYZE")
    count = base.execute("SELECT count(*) FROM entry").fetchone()[0]
    base.close()
    return count


def month_query(month):
    return QUERY.format(month)


def rows_of_month(path, month):
    base = sqlite3.connect(path)
    try:
        return len(base.execute(month_query(month)).fetchall())
    finally:
        base.close()
