"""A stage for scripts that watch kabinet from outside: homes, and a sandbox on a free port of loopback to log in to.

Everything lives in one temporary directory that goes with the stage; the server is ended by its own process id.
Standard library only. Used by Tests/Faults and Tests/Benchmarks.
"""

import argparse
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

PASSWORD = "sandbox"

# Loopback is reached directly, whatever proxy the machine has for the rest.
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class StageError(Exception):
    """Something that the script itself needs did not work; says what and with which output."""


def end_on_signals():
    """Lets SIGTERM and SIGHUP unwind the script, so that temporary directories and servers go."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda caught, _: sys.exit(128 + caught))


def environment(home):
    """What a subscriber's shell gives, without anything of the machine that runs this: no proxy, no account, no locale."""
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    return {**kept, "HOME": home, "KABINET_HOME": home, "LC_ALL": "C.UTF-8", "TERM": "dumb", "NO_PROXY": "*"}


def options(description, **defaults):
    """The parser of every script here: --binary, --seed, --limit, --control; wrong usage is status 64."""
    class Parser(argparse.ArgumentParser):
        def error(self, message):
            self.exit(64, f"{self.prog}: {message}\n")

    parser = Parser(description=description)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--limit", type=int, default=defaults.get("limit"))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    parser.add_argument("--control", action="store_true")
    return parser


def verdict(violations, is_control):
    """The exit status of a script: a control must have found something."""
    if is_control:
        print("the broken guarantee was noticed" if violations else "THE BROKEN GUARANTEE WAS NOT NOTICED")
        return 0 if violations else 1
    return 1 if violations else 0


class Place:
    """A temporary directory with homes to run kabinet in; a context manager."""

    def __init__(self, binary):
        self.binary = os.path.abspath(binary)
        self.place = tempfile.mkdtemp(prefix="kabinet-stage-")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.place, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.place, name)

    def new_home(self, name):
        home = self.path(name)
        os.makedirs(home, mode=0o700)
        return home

    @staticmethod
    def environment(home):
        return environment(home)

    def kabinet(self, home, *arguments, given=None, prefix=(), timeout=300):
        """Runs kabinet in a home, at most `timeout` seconds; status, stdout and stderr as text."""
        return subprocess.run([*prefix, self.binary, *arguments], input=given, env=environment(home),
                              stdin=None if given is not None else subprocess.DEVNULL, text=True, errors="replace",
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=timeout)

    def must(self, home, *arguments, **options):
        """As `kabinet`, where nothing but success will do."""
        done = self.kabinet(home, *arguments, **options)
        if done.returncode != 0:
            raise StageError(f"kabinet {' '.join(arguments)}: status {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def log_in(self, home, login, address="sandbox:"):
        self.must(home, "login", address, "--login", login, "--password-stdin", given=PASSWORD + "\n")


class Stage(Place):
    """A place with a running sandbox."""

    def __init__(self, binary, entries=1000, seed=1, start=None):
        super().__init__(binary)
        self.entries, self.seed, self.start = entries, seed, start
        self.server = None
        self.url = None

    def __enter__(self):
        try:
            self._serve()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.server and self.server.poll() is None:
            self.server.terminate()
            try:
                self.server.wait(10)
            except subprocess.TimeoutExpired:
                self.server.kill()
                self.server.wait()
        super().__exit__()

    def _serve(self):
        said = self.path("server.log")
        home = self.new_home("provider")
        command = [self.binary, "sandbox", "serve", "--port", "0", "--directory", self.path("sandbox"),
                   "--seed", str(self.seed), "--entries", str(self.entries)]
        command += ["--start", self.start] if self.start else []
        with open(said, "wb") as log:
            self.server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                           env=environment(home))
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with open(said, encoding="utf-8", errors="replace") as log:
                text = log.read()
            found = re.search(r"http://(127\.0\.0\.1|\[::1\]|localhost):([1-9]\d*)", text)
            if found and self._answers(found.group(0)):
                self.url = found.group(0)
                return
            if self.server.poll() is not None:
                raise StageError(f"the sandbox ended with status {self.server.returncode}:\n{text}")
            time.sleep(0.02)
        raise StageError(f"the sandbox did not answer within 30 s:\n{text}")

    def last_words(self):
        """Whether the sandbox still runs, and what it said last."""
        status = self.server.poll()
        with open(self.path("server.log"), encoding="utf-8", errors="replace") as log:
            said = log.read()[-2000:]
        return "the sandbox runs" if status is None else f"the sandbox ended with status {status}:\n{said}"

    @staticmethod
    def _answers(url):
        try:
            with DIRECT.open(url + "/v1/", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    # -- the provider's side

    def call(self, method, path, body=None, headers=None):
        """One request past kabinet, straight to the sandbox: status, bytes."""
        data = json.dumps(body).encode() if isinstance(body, (dict, list)) else body
        request = urllib.request.Request(self.url + path, data=data, method=method, headers=headers or {})
        try:
            with DIRECT.open(request, timeout=120) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.read()
        except OSError as trouble:
            raise StageError(f"{method} {path}: {trouble}; {self.last_words()}") from None

    def control(self, method, path, body=None):
        """One of the sandbox's own levers; anything but 200 is an error."""
        status, answer = self.call(method, path, body, {"Content-Type": "application/json"})
        if status != 200:
            raise StageError(f"{method} {path}: {status} {answer[:300]!r}")
        return json.loads(answer)

    def token(self, login):
        form = {"grant_type": "password", "username": login, "password": PASSWORD, "client_id": "kabinet"}
        status, answer = self.call("POST", "/v1/auth/token", urllib.parse.urlencode(form).encode(),
                                   {"Content-Type": "application/x-www-form-urlencoded"})
        if status != 200:
            raise StageError(f"the sandbox refused {login}: {status} {answer[:300]!r}")
        return json.loads(answer)["access_token"]

    # -- the subscriber's side

    def logged_in(self, name, login, url=None):
        """A new home with this login; its first sync is done."""
        home = self.new_home(name)
        self.log_in(home, login, url or self.url)
        return home
