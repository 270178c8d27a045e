"""Which places of Sources/Store that call the system are reached by a run: counted in the binary, by breakpoints.

A site is a call instruction in a function of Store whose target is a method of Platform's Directory, File or FileLock; these
are all that Store knows of the system. In a debug build nothing is inlined, so that a site is one place of the source. A
breakpoint is put on each, and taken away when it is met. x86-64.
"""

import errno
import os
import platform
import re
import signal
import struct
import subprocess

import short
from stage import StageError

HEAD = re.compile(r"^([0-9a-f]+) <(.+)>:$")
CALL = re.compile(r"^ +([0-9a-f]+):\s+callq?\s.*<([^>+]+)>")
# Functions, static functions and initialisers; no accessors, metadata or thunks. Two of them only look at a name.
SYSTEM = re.compile(r"^\$s8Platform(9DirectoryC|4FileC|8FileLockC)"
                    r"(?!11isTemporary|13temporaryName|8CreationO|6AccessO|7FailureO).*(F|FZ|fC)$")
BREAKPOINT, CONTINUE, PROGRAM_COUNTER = b"\xcc", 7, 16


def is_of_store(symbol):
    return symbol.startswith("$s5Store") or symbol.startswith("$s8Platform") and "5StoreE" in symbol


def universe(binary):
    """Every site: its address in the file to the function that it is in and the method that it calls."""
    sites, function = {}, ""
    listing = subprocess.Popen(["objdump", "-d", "--no-show-raw-insn", binary], stdout=subprocess.PIPE, text=True)
    for line in listing.stdout:
        if head := HEAD.match(line):
            function = head.group(2)
        elif is_of_store(function) and (call := CALL.match(line)) and SYSTEM.match(call.group(2)):
            sites[int(call.group(1), 16)] = (function, call.group(2))
    listing.wait()
    return sites


def base(pid, binary):
    """What is to be added to the file's addresses."""
    with open(binary, "rb") as file:
        if struct.unpack("<H", file.read(18)[16:])[0] != 3:
            return 0
    with open(f"/proc/{pid}/maps", encoding="ascii", errors="replace") as maps:
        return int(next(line for line in maps if line.rstrip().endswith(os.path.realpath(binary))).split("-")[0], 16)


def reached(place, home, words, given, sites, full=None):
    """The sites that a run comes by; with `full`, those after its n-th write found the disk full."""
    name = os.path.join(home, ".stdin")
    with open(name, "w", encoding="utf-8") as file:
        file.write(given or "")
    with open(name, "rb") as asked:
        process = subprocess.Popen([place.binary, *words], env=place.environment(home), stdin=asked,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=short.offer)
    os.waitpid(process.pid, 0)
    if full:
        short.refuse(process.pid, "write", full, errno.ENOSPC)
    offset, found = base(process.pid, place.binary), set()
    with open(f"/proc/{process.pid}/mem", "r+b", buffering=0) as memory:
        planted = {}
        for site in sites:
            memory.seek(offset + site)
            planted[offset + site] = memory.read(1)
            memory.seek(offset + site)
            memory.write(BREAKPOINT)
        pending = 0
        while True:
            short.trace(CONTINUE, process.pid, None, pending)
            _, status = os.waitpid(process.pid, 0)
            if not os.WIFSTOPPED(status):
                process.returncode = os.waitstatus_to_exitcode(status)
                return found
            registers = short.registers(process.pid)
            address = registers[PROGRAM_COUNTER] - 1
            pending = os.WSTOPSIG(status)
            if pending == signal.SIGTRAP and address in planted:
                memory.seek(address)
                memory.write(planted.pop(address))
                registers[PROGRAM_COUNTER], pending = address, 0
                short.set_registers(process.pid, registers)
                found.add(address - offset)


def report(place, homes):
    """Prints the figure and what is missed; `homes` is a list of (home, words, given, n-th write or None)."""
    if platform.machine() != "x86_64":
        raise StageError("the sites are counted on x86-64 alone")
    sites, found = universe(place.binary), set()
    for home, words, given, full in homes:
        found |= reached(place, home, words, given, sites, full)
    for text in sorted({f"{caller} calls {called}" for site, (caller, called) in sites.items() if site not in found}):
        print("missed:", demangled(text))
    share = 100 * len(found) / max(1, len(sites))
    print(f"{len(found)} of {len(sites)} places of the store that call the system are reached: {share:.1f} %")
    return 0 if share >= 95 else 1


def demangled(text):
    try:
        return subprocess.run(["swift", "demangle", "--simplified", "--compact"], input=text, text=True,
                              capture_output=True).stdout.strip()
    except OSError:
        return text
