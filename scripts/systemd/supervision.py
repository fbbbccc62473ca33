"""What the daemon says to whoever supervises it, without a machine of its own: works wherever systemd is installed."""
import contextlib, ctypes, glob, os, shutil, signal

from harness import PATIENCE, Daemon, expect, until
from machine import LIBC, Impossible

SEIZE, INTERRUPT, DETACH, WAIT_FOR_THREADS = 0x4206, 0x4207, 17, 0x40000000
LIBC.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
LIBC.ptrace.restype = ctypes.c_long


def waiting(daemon):
    """What it has said and nobody has heard yet."""
    new = []
    daemon.supervisor.setblocking(False)
    with contextlib.suppress(BlockingIOError):
        while True:
            new.append(daemon.supervisor.recv(4096).decode())
    daemon.supervisor.settimeout(PATIENCE)
    return new


def check_activation(arguments):
    """Nothing runs before the first call; that is answered; at the end it says so and leaves the socket alone."""
    if not shutil.which("systemd-socket-activate"):
        raise Impossible("systemd-socket-activate isn't here")
    daemon = Daemon(arguments.programs, before=["systemd-socket-activate", "--listen=FOLDER/s", "--fdname=rpc"],
                    is_awaited=False)
    try:
        until(lambda: os.path.exists(daemon.socket), "no socket")
        expect(not os.path.exists(daemon.store), "the store is there before anybody called")
        status = daemon.call("server.status")
        expect(status["store"]["state"] == "sound", f"{status['store']}")
        daemon.wait("READY=1")
        daemon.process.send_signal(signal.SIGHUP)
        daemon.wait("RELOADING=1")
        daemon.wait("READY=1\nSTATUS=configuration reloaded")
        daemon.process.terminate()
        daemon.wait("STOPPING=1")
        expect(daemon.process.wait(PATIENCE) == 0, f"it ended with {daemon.process.returncode}")
        expect(os.path.exists(daemon.socket), "it took systemd's socket away")
        return "started by the first call, READY, RELOADING and STOPPING said, the socket left for the next"
    finally:
        daemon.remove()


def threads(process, name):
    """Those of a process's threads that are called so."""
    found = []
    for path in glob.glob(f"/proc/{process}/task/*/comm"):
        with contextlib.suppress(FileNotFoundError), open(path) as file:
            if file.read().strip().startswith(name):
                found.append(int(path.split("/")[4]))
    return found


def check_watchdog(arguments):
    """Only the thread that serves is held; all others, the one that feeds the watchdog too, go on."""
    daemon = Daemon(arguments.programs, watchdog=4, is_awaited=False)
    held = []
    try:
        daemon.wait("READY=1")
        daemon.wait("WATCHDOG=1")
        # The server's event loop, not the shared one that the watchdog's own client uses.
        serving = [thread for thread in threads(daemon.pid, "NIO-ELT")]
        expect(serving, "the event loop has another name by now")
        for thread in serving:
            if LIBC.ptrace(SEIZE, thread, None, None) != 0:
                raise Impossible(f"no thread may be held: {os.strerror(ctypes.get_errno())}")
            held.append(thread)
            LIBC.ptrace(INTERRUPT, thread, None, None)
            os.waitpid(thread, WAIT_FOR_THREADS)
        complaint = "so the watchdog isn't fed"
        until(lambda: complaint in daemon.logged(), "it never noticed")
        waiting(daemon)
        until(lambda: daemon.logged().count(complaint) >= 3, "it gave up looking")
        fed = waiting(daemon)
        expect(not fed, f"it fed the watchdog all the same: {fed[-3:]}")
        while held:
            LIBC.ptrace(DETACH, held.pop(), None, None)
        daemon.wait("WATCHDOG=1")
        return "fed while it serves, not while its event loop is held, and again afterwards"
    finally:
        for thread in held:
            LIBC.ptrace(DETACH, thread, None, None)
        daemon.remove()


CHECKS = [("supervision: activation", check_activation), ("supervision: watchdog", check_watchdog)]
