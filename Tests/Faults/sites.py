"""Which places of Sources/Store that call the system are reached by a run: counted in the binary, by return addresses.

A site is a call instruction in a function of Store whose target is a method of Platform's Directory, File or FileLock; these
are all that Store knows of the system. Each has a return address, and the stack that strace takes at a system call holds
that of the site it came from. In a debug build nothing is inlined, so that a site is one place of the source.
"""

import re
import subprocess

HEAD = re.compile(r"^([0-9a-f]+) <(.+)>:$")
CALL = re.compile(r"^ +([0-9a-f]+):\s+(?:call|bl)q?\s.*<([^>+]+)>")
INSTRUCTION = re.compile(r"^ +([0-9a-f]+):")
FRAME = re.compile(r"^ > \S+\((\$s[^+]+)\+0x[0-9a-f]+\) \[0x([0-9a-f]+)\]")
# Functions, static functions and initialisers; no accessors, metadata or thunks. One of them only looks at a name.
SYSTEM = re.compile(r"^\$s8Platform(9DirectoryC|4FileC|8FileLockC)(?!11isTemporary|13temporaryName|8CreationO|6AccessO|7FailureO).*(F|FZ|fC)$")


def is_of_store(symbol):
    return symbol.startswith("$s5Store") or symbol.startswith("$s8Platform") and "5StoreE" in symbol


def universe(binary):
    """Every site: return address to the function that it is in and the method that it calls."""
    sites, function, pending = {}, "", None
    listing = subprocess.Popen(["objdump", "-d", "--no-show-raw-insn", binary], stdout=subprocess.PIPE, text=True)
    for line in listing.stdout:
        if head := HEAD.match(line):
            function, pending = head.group(2), None
        elif is_of_store(function) and (instruction := INSTRUCTION.match(line)):
            if pending:
                sites[int(instruction.group(1), 16)] = pending
            call = CALL.match(line)
            pending = (function, call.group(2)) if call and SYSTEM.match(call.group(2)) else None
    listing.wait()
    return sites


def reached(place, home, words, given):
    """The return addresses of the sites below each system call of a run."""
    log = place.path("stacks")
    prefix = ["strace", "-qq", "-k", "-o", log, "-e", "trace=%file,%desc"]
    place.kabinet(home, *words, prefix=prefix, given=given)
    found, is_open = set(), False
    with open(log, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            if not line.startswith(" > "):
                is_open = True
            elif is_open and (frame := FRAME.match(line)) and is_of_store(frame.group(1)):
                found.add(int(frame.group(2), 16))
                is_open = False
    return found


def report(place, homes):
    """Prints the figure and what is missed; `homes` is a list of (home, words, given)."""
    sites, found = universe(place.binary), set()
    for home, words, given in homes:
        found |= reached(place, home, words, given)
    missed = {address: site for address, site in sites.items() if address not in found}
    for place_name in sorted({f"{caller} calls {called}" for caller, called in missed.values()}):
        print("missed:", demangled(place_name))
    share = 100 * (len(sites) - len(missed)) / max(1, len(sites))
    print(f"{len(sites) - len(missed)} of {len(sites)} places of the store that call the system are reached: {share:.1f} %")
    return 0 if share >= 95 else 1


def demangled(text):
    try:
        return subprocess.run(["swift", "demangle", "--simplified", "--compact"], input=text, text=True, capture_output=True).stdout.strip()
    except OSError:
        return text
