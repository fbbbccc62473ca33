"""What the daemon says to whoever supervises it, without a machine of its own: works wherever systemd is installed."""
import contextlib, ctypes, glob, os, shutil, signal, socket, subprocess, tempfile

from machine import LIBC, PATIENCE, Failure, Impossible, call, expect, until

SEIZE, INTERRUPT, DETACH, WAIT_FOR_THREADS = 0x4206, 0x4207, 17, 0x40000000
LIBC.ptrace.argtypes = [ctypes.c_long, ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p]
LIBC.ptrace.restype = ctypes.c_long


class Supervised:
    """A torgd in a folder of its own, started as systemd would, with somebody to tell."""

    def __init__(self, arguments, *before, **settings):
        # A socket path holds 103 bytes.
        self.folder = tempfile.mkdtemp(prefix="torg-", dir="/tmp")
        self.notify = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.notify.bind(self.folder + "/notify")
        self.notify.settimeout(PATIENCE)
        self.said = []
        settings = {"NOTIFY_SOCKET": self.folder + "/notify", "TORG_RPC_SOCKET": self.folder + "/s",
                    "TORG_STORE_PATH": self.folder + "/torg.sqlite", "LC_ALL": "C.UTF-8", **settings}
        before = [word.replace("FOLDER", self.folder) for word in before]
        if before:
            # It hands on only what it is told to.
            before += [f"--setenv={name}={value}" for name, value in settings.items()]
        self.log = open(self.folder + "/log", "wb")
        self.process = subprocess.Popen(
            before + [arguments.programs + "/torgd"], env={**settings, "PATH": os.environ["PATH"]},
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.notify.close()
        self.log.close()
        shutil.rmtree(self.folder)

    def logged(self):
        with open(self.folder + "/log", errors="replace") as log:
            return log.read()

    def wait(self, words):
        """Waits for a message that begins so."""
        try:
            while True:
                message = self.notify.recv(4096).decode()
                self.said.append(message)
                if message.startswith(words):
                    return
        except TimeoutError:
            raise Failure(f"{words} was never said; the log: {self.logged()[-500:]}")

    def waiting(self):
        """Takes what has been said and not yet heard."""
        new = []
        self.notify.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            while True:
                new.append(self.notify.recv(4096).decode())
        self.notify.settimeout(PATIENCE)
        self.said += new
        return new


def check_activation(arguments):
    """Nothing runs before the first call; that is answered; at the end it says so and leaves the socket alone."""
    if not shutil.which("systemd-socket-activate"):
        raise Impossible("systemd-socket-activate isn't here")
    daemon = Supervised(arguments, "systemd-socket-activate", "--listen=FOLDER/s", "--fdname=rpc")
    try:
        until(lambda: os.path.exists(daemon.folder + "/s"), "no socket")
        expect(not os.path.exists(daemon.folder + "/torg.sqlite"), "the store is there before anybody called")
        status = call(daemon.folder + "/s", "server.status")
        expect(status["store"]["state"] == "sound", f"{status['store']}")
        daemon.wait("READY=1")
        daemon.process.send_signal(signal.SIGHUP)
        daemon.wait("RELOADING=1")
        daemon.wait("READY=1\nSTATUS=configuration reloaded")
        daemon.process.terminate()
        daemon.wait("STOPPING=1")
        expect(daemon.process.wait(PATIENCE) == 0, f"it ended with {daemon.process.returncode}")
        expect(os.path.exists(daemon.folder + "/s"), "it took systemd's socket away")
        return "started by the first call, READY, RELOADING and STOPPING said, the socket left for the next"
    finally:
        daemon.close()


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
    daemon = Supervised(arguments, WATCHDOG_USEC="4000000")
    held = []
    try:
        daemon.wait("READY=1")
        daemon.wait("WATCHDOG=1")
        # The server's event loop, not the shared one that the watchdog's own client uses.
        serving = [thread for thread in threads(daemon.process.pid, "NIO-ELT")]
        expect(serving, "the event loop has another name by now")
        for thread in serving:
            if LIBC.ptrace(SEIZE, thread, None, None) != 0:
                raise Impossible(f"no thread may be held: {os.strerror(ctypes.get_errno())}")
            held.append(thread)
            LIBC.ptrace(INTERRUPT, thread, None, None)
            os.waitpid(thread, WAIT_FOR_THREADS)
        complaint = "so the watchdog isn't fed"
        until(lambda: complaint in daemon.logged(), "it never noticed")
        daemon.waiting()
        until(lambda: daemon.logged().count(complaint) >= 3, "it gave up looking")
        expect(not daemon.waiting(), f"it fed the watchdog all the same: {daemon.said[-3:]}")
        while held:
            LIBC.ptrace(DETACH, held.pop(), None, None)
        daemon.wait("WATCHDOG=1")
        return "fed while it serves, not while its event loop is held, and again afterwards"
    finally:
        for thread in held:
            LIBC.ptrace(DETACH, thread, None, None)
        daemon.close()


CHECKS = [("supervision: activation", check_activation), ("supervision: watchdog", check_watchdog)]
