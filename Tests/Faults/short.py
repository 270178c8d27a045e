"""Short transfers: a read or write that does half of what was asked for.

strace can lie about the result of a call, not change what it does. This traces by ptrace(2) and halves the length in the
register as the call begins, so that the kernel itself makes a short transfer. x86-64 and AArch64.
"""

import ctypes
import os
import platform
import signal
import subprocess
import time

libc = ctypes.CDLL(None, use_errno=True)
libc.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
libc.ptrace.restype = ctypes.c_long

TRACEME, SYSCALL, DETACH, GETREGSET, SETREGSET, SETOPTIONS = 0, 24, 17, 0x4204, 0x4205, 0x4200
SYSCALL_GOOD, GENERAL_REGISTERS = 1, 1
# Of the machine: numbers of calls, and the places of call number and length among the registers.
MACHINES = {"x86_64": ({"read": 0, "write": 1, "pread64": 17, "pwrite64": 18}, 15, 12),
            "aarch64": ({"read": 63, "write": 64, "pread64": 67, "pwrite64": 68}, 8, 2)}
NAMES = MACHINES.get(platform.machine(), ({}, 0, 0))[0]


class Ended(Exception):
    """The process came to its end before the call."""

    def __init__(self, status):
        super().__init__(f"it ended with status {status} before the call")
        self.status = status


class Area(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]


def offer():
    """Said by a child before it becomes the program: its parent traces it."""
    libc.ptrace(TRACEME, 0, None, None)


def trace(request, pid, address=None, data=None):
    if libc.ptrace(request, pid, address, data) < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def registers(pid):
    memory = (ctypes.c_ulonglong * 64)()
    area = Area(ctypes.addressof(memory), ctypes.sizeof(memory))
    trace(GETREGSET, pid, GENERAL_REGISTERS, ctypes.addressof(area))
    return memory


def set_registers(pid, memory):
    used = 27 * 8 if platform.machine() == "x86_64" else 34 * 8
    area = Area(ctypes.addressof(memory), used)
    trace(SETREGSET, pid, GENERAL_REGISTERS, ctypes.addressof(area))


def halve(stage, home, call, *arguments, given=None, timeout=60):
    """Runs kabinet with a short transfer at this call; the finished process as `stage.kabinet` gives it."""
    numbers, number_at, length_at = MACHINES[platform.machine()]
    said = [os.path.join(home, name) for name in (".stdout", ".stderr", ".stdin")]
    with open(said[2], "w", encoding="utf-8") as file:
        file.write(given or "")
    with open(said[0], "wb") as out, open(said[1], "wb") as err, open(said[2], "rb") as given_file:
        process = subprocess.Popen([stage.binary, *arguments], env=stage.environment(home), stdin=given_file, stdout=out,
                                   stderr=err, preexec_fn=offer)
        os.waitpid(process.pid, 0)
        try:
            memory = until(process.pid, numbers[call.name], call.order, number_at)
            memory[length_at] = (memory[length_at] + 1) // 2
            set_registers(process.pid, memory)
            trace(DETACH, process.pid)
            status = ending(process, timeout)
        except Ended as ended:
            status = process.returncode = ended.status
    texts = [open(path, encoding="utf-8", errors="replace").read() for path in said[:2]]
    return subprocess.CompletedProcess(arguments, status, *texts)


def refuse(pid, name, order, error):
    """Lets one call of a process that was just started fail, and stops there. x86-64."""
    numbers, number_at, _ = MACHINES["x86_64"]
    memory = until(pid, numbers[name], order, number_at)
    memory[number_at] = 2**64 - 1
    set_registers(pid, memory)
    trace(SYSCALL, pid)
    os.waitpid(pid, 0)
    memory = registers(pid)
    memory[10] = 2**64 - error
    set_registers(pid, memory)


def until(pid, wanted, order, number_at):
    """Goes from call to call up to the beginning of the chosen one; its registers. An error where the process ends before."""
    trace(SETOPTIONS, pid, None, SYSCALL_GOOD)
    begins, pending = True, 0
    while True:
        trace(SYSCALL, pid, None, pending)
        _, status = os.waitpid(pid, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            raise Ended(os.waitstatus_to_exitcode(status))
        pending = os.WSTOPSIG(status)
        if pending != signal.SIGTRAP | 0x80:
            continue
        pending = 0
        if begins:
            memory = registers(pid)
            if memory[number_at] == wanted:
                order -= 1
                if order == 0:
                    return memory
        begins = not begins


def ending(process, timeout):
    try:
        return process.wait(timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise
