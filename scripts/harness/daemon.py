"""One torgd, and the calls that are made to it."""
import json, os, select, shutil, signal, socket, subprocess, sys, tempfile, time

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# Nothing in Torg takes so long on any machine; a hang ends here and is a failure.
PATIENCE = 300


class Failure(Exception):
    """What was promised doesn't hold."""


class Refused(Failure):
    """The daemon answered with an error."""

    def __init__(self, method, error):
        super().__init__(f"{method}: {error['message']} ({error['code']})")
        self.code, self.message = error["code"], error["message"]


class Busy(Refused):
    """The daemon asks to be called again later: it is stopping, or has too much to do."""


def expect(holds, words):
    if not holds:
        raise Failure(words)


def until(holds, words, patience=PATIENCE):
    """Asks again and again until the answer isn't false, and returns it; for what tells nobody when it is so."""
    deadline = time.monotonic() + patience
    while True:
        answer = holds()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise Failure(f"not within {patience} s: {words() if callable(words) else words}")
        time.sleep(0.02)


def folder():
    # A socket path holds 103 bytes.
    return tempfile.mkdtemp(prefix="torg-", dir="/tmp")


def programs(path):
    """The folder of the programs, from wherever it is looked at."""
    for name in ("torgd", "torg", "torg-feed"):
        if not os.access(f"{path}/{name}", os.X_OK):
            sys.exit(f"{sys.argv[0]}: there is no {name} in {path}; scripts/build-release builds it into .build/release")
    return os.path.abspath(path)


def corpus(part=""):
    """The folder of corpora, or a part of it."""
    path = os.path.join(os.environ.get("TORG_CORPUS") or ROOT + "/../shared/corpus", part)
    if not os.path.exists(path):
        sys.exit(f"{sys.argv[0]}: there is no {path}; name the folder of corpora with TORG_CORPUS")
    return path


def request(method, parameters=None, identity=1):
    """A call as it goes over the socket; a notification where it has no identity."""
    call = {"jsonrpc": "2.0", "method": method, "params": parameters or {}}
    return json.dumps(call if identity is None else call | {"id": identity}).encode() + b"\n"


def connect(path, patience=PATIENCE):
    client = socket.socket(socket.AF_UNIX)
    # Without a limit it waits for room in the daemon's queue.
    client.connect(path)
    client.settimeout(patience)
    return client


def line(client):
    """The next line, or what there was of it when the other side hung up."""
    data = b""
    while not data.endswith(b"\n"):
        try:
            part = client.recv(1 << 18)
        except ConnectionResetError:
            return data
        if not part:
            return data
        data += part
    return data


def call(path, method, patience=PATIENCE, /, **parameters):
    """One call on a connection of its own: the result. Raises ConnectionError where nobody answers, Refused for an error."""
    with connect(path, patience) as client:
        client.sendall(request(method, parameters))
        answer = line(client)
    if not answer.endswith(b"\n"):
        raise ConnectionError("closed without an answer")
    answer = json.loads(answer)
    if "error" in answer:
        raise (Busy if answer["error"]["code"] == -32003 else Refused)(method, answer["error"])
    return answer["result"]


class Daemon:
    """A torgd on a store in a folder, which answers and has its index when this returns.

    place is the folder, a new one where none is given, which goes with the daemon. settings are those of torg.yaml, by
    section, beside the socket, the store and the shipped mappings and categories; a section replaces the shipped one.
    before are the words of a command that starts it, such as systemd-socket-activate. With a watchdog, in seconds, the
    messages to the supervisor stay open for the caller to read from `supervisor`.
    """

    def __init__(self, programs, place=None, store=None, settings=None, before=(), watchdog=None, is_awaited=True):
        self.programs, self.is_own = programs, place is None
        self.folder = place or folder()
        # Callers may be other users.
        os.chmod(self.folder, 0o755)
        self.socket, self.store = self.folder + "/s", store or self.folder + "/torg.sqlite"
        shipped = {name: f"{ROOT}/config/{name}.yaml" for name in ("categories", "challenges", "weights")}
        with open(self.folder + "/torg.yaml", "w", encoding="utf-8") as file:
            # JSON is YAML too.
            json.dump({"rpc": {"socket": self.socket}, "store": {"path": self.store},
                       "feeds": {"mappings": ROOT + "/config/feeds"}, "matching": shipped} | (settings or {}), file)
        self.supervisor = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.supervisor.bind(self.folder + "/notify")
        self.supervisor.settimeout(PATIENCE)
        told = {"NOTIFY_SOCKET": self.folder + "/notify", "LC_ALL": "C.UTF-8"}
        if watchdog:
            told["WATCHDOG_USEC"] = str(int(watchdog * 1e6))
        # What was set for the script isn't meant for the daemon, but for what a sanitizer reads.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("TORG_")} | told
        words = [word.replace("FOLDER", self.folder) for word in before]
        if words:
            # It hands on only what it is told to.
            words += [f"--setenv={name}={value}" for name, value in told.items()]
        self.log = open(self.folder + "/log", "ab")
        self.start = self.log.tell()
        self.process = subprocess.Popen(
            words + [programs + "/torgd", "--config", self.folder + "/torg.yaml"], env=environment,
            stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        self.pid = self.process.pid
        if is_awaited:
            try:
                self.wait("STATUS=answering", exactly=True)
            except BaseException:
                self.remove()
                raise
            if not watchdog:
                # Nobody reads on; a message that can't be sent is dropped.
                self.supervisor.close()
                os.unlink(self.folder + "/notify")

    def wait(self, words, exactly=False):
        """Waits for a message to the supervisor that begins so; fails where the daemon ends before."""
        ended = os.pidfd_open(self.pid)
        try:
            while True:
                ready, _, _ = select.select([self.supervisor, ended], [], [], PATIENCE)
                expect(self.supervisor in ready, f"{words} was never said; torgd's log:\n{self.logged()[-2000:]}")
                message = self.supervisor.recv(4096).decode()
                if message == words or message.startswith(words) and not exactly:
                    return message
        finally:
            os.close(ended)

    def logged(self):
        """What it has logged since it started."""
        with open(self.folder + "/log", errors="replace") as log:
            log.seek(self.start)
            return log.read()

    def call(self, method, patience=PATIENCE, /, **parameters):
        return call(self.socket, method, patience, **parameters)

    def take(self, paths):
        """Imports feed files: the counts of their notices."""
        return self.call("feed.import", paths=paths)["notices"]

    def digest(self):
        """Of all that is in the store, which must be sound."""
        check = self.call("store.check")
        expect(check["problems"] == [], f"the store has problems: {check['problems']}")
        return check["digest"]

    def torg(self, *arguments):
        """What the client says, to its end."""
        return subprocess.run([self.programs + "/torg", "--socket", self.socket, *arguments], stdin=subprocess.DEVNULL,
                              capture_output=True, text=True)

    def status(self, what):
        """A line of /proc/PID/status, such as VmRSS, in MiB."""
        with open(f"/proc/{self.pid}/status") as file:
            return next(int(row.split()[1]) / 1024 for row in file if row.startswith(what))

    def stop(self, number=signal.SIGTERM):
        """Ends it; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        self.process.wait(PATIENCE)
        self.supervisor.close()
        self.log.close()
        return self.process.returncode

    def remove(self):
        """Ends it in any case, and its folder where that is its own."""
        self.stop(signal.SIGKILL)
        if self.is_own:
            shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.remove()
