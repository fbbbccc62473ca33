"""What the units promise, asked of a real systemd on a machine of its own."""
import contextlib, glob, json, os, re, shutil, socket, sqlite3, stat, tempfile, threading, time

from harness import PATIENCE, ROOT, Busy, Failure, call, expect, until
from machine import Machine, write
from web import web_view

ENABLED = ("torgd.service", "torgd.socket", "torg-import.timer", "torg-import.path", "torg-backup.timer",
           "torg-doctor.timer", "torg-fetch.timer", "torg-notify.timer")
NOTICE = ROOT + "/docs/formats/examples/eforms-award-notice.xml"
BAD = "<notices><oops"


class Torg(Machine):
    """The machine with Torg on it."""

    @property
    def socket(self):
        return self.root + "/run/torg/torg.sock"

    @property
    def drop(self):
        return self.root + "/var/spool/torg"

    @property
    def state(self):
        return self.root + "/var/lib/torg"

    def systemctl(self, *arguments, **more):
        return self.ok("systemctl", *arguments, **more)

    def ask(self, method="server.status", **parameters):
        return call(self.socket, method, **parameters)

    def pid(self):
        """The daemon's process id inside; 0 where there is none."""
        return int(self.show("torgd.service", "MainPID"))

    def hold(self):
        """Stops the daemon's main process, and waits until the last of its threads has."""
        self.systemctl("kill", "--kill-who=main", "--signal=STOP", "torgd.service")
        tasks = f"{self.root}/proc/{self.pid()}/task"

        def state(task):
            with open(f"{tasks}/{task}/stat") as file:
                return file.read().rpartition(") ")[2][0]

        until(lambda: all(state(task) == "T" for task in os.listdir(tasks)), "the daemon isn't held")

    def torg(self, *arguments, user="torg"):
        return self.run("torg", *arguments, user=user)

    def anew(self):
        """As after the installation: nothing runs, nothing is stored, no drop-in, the shipped configuration."""
        for folder in ("/etc/systemd/system", "/run/systemd/system"):
            empty(self.root + folder)
        self.systemctl("daemon-reload")
        self.systemctl("stop", "--", *ENABLED, "torgd-given-up.target", "torg-import.service", "torg-backup.service", "torg-doctor.service")
        self.run("systemctl", "reset-failed")
        empty(self.state)
        empty(self.drop)
        self.ok("systemd-tmpfiles", "--create", "torg.conf")
        shutil.rmtree(self.root + "/etc/torg")
        shutil.copytree(ROOT + "/config", self.root + "/etc/torg")
        # What is told from here on.
        self.cursor = self.ok("journalctl", "--lines=1", "--show-cursor", "--quiet").rpartition("-- cursor: ")[2].strip()

    def drop_in(self, unit, *settings):
        """Settings of [Service] for this check; gone with `anew`."""
        write(f"{self.root}/etc/systemd/system/{unit}.d/check.conf", "\n".join(["[Service]", *settings]) + "\n")
        self.systemctl("daemon-reload")

    def journal(self, unit=None, identifier=None):
        """Entries since the check began, by systemd and the unit itself or by a program of that name."""
        # Chosen here: journalctl leaves out the first match after a cursor.
        told = self.ok("journalctl", "--output=json", "--after-cursor", self.cursor)
        entries = [json.loads(line) for line in told.splitlines()]
        return [entry for entry in entries
                if unit in (None, entry.get("UNIT"), entry.get("_SYSTEMD_UNIT"))
                and identifier in (None, entry.get("SYSLOG_IDENTIFIER"))]

    def says(self, words, unit=None, identifier=None):
        """Entries that hold the words."""
        return [entry for entry in self.journal(unit, identifier) if words in str(entry.get("MESSAGE"))]

    def alarmed(self, unit):
        """Waits for the alarm about a unit."""
        entry = until(lambda: self.says(f"{unit} has failed", identifier="torg-alarm"), f"no alarm for {unit}")[0]
        expect(entry["PRIORITY"] == "1", f"the alarm has priority {entry['PRIORITY']}, not alert")

    def put(self, name, text=None):
        """Puts a file into the drop folder as a program would that knows how: whole, under its name at once."""
        if text is None:
            with open(NOTICE) as notice:
                text = notice.read()
        path = f"{self.root}/var/spool/{name}"
        write(path, text)
        os.rename(path, f"{self.drop}/{name}")

    def names(self, place=""):
        folder = f"{self.drop}/{place}"
        return sorted(name for name in os.listdir(folder) if os.path.isfile(f"{folder}/{name}")
                      and not name.startswith(".")) if os.path.isdir(folder) else []

    def digest(self):
        check = self.ask("store.check")
        expect(check["problems"] == [], f"the store has problems: {check['problems']}")
        return check["digest"]

    def filled(self):
        """The daemon with the fixtures' notices in it."""
        self.systemctl("start", "torgd.socket", "torgd.service")
        shutil.copytree(ROOT + "/Fixtures/notices/eforms", self.root + "/srv/fixtures", dirs_exist_ok=True)
        counts = self.ask("feed.import", paths=["/srv/fixtures"])["notices"]
        expect(counts["stored"] > 0, f"nothing was stored: {counts}")
        return self.digest()


def empty(folder):
    for entry in os.scandir(folder) if os.path.isdir(folder) else ():
        shutil.rmtree(entry) if entry.is_dir(follow_symlinks=False) else os.unlink(entry)


def boot(torg):
    """The first, before anything was stopped: what a package enables is up once the machine is."""
    state = torg.run("systemctl", "is-system-running", "--wait").stdout.strip()
    failed = torg.run("systemctl", "--failed", "--plain", "--no-legend").stdout.strip()
    expect(state == "running", f"the machine is {state}: {failed}")
    for unit in ENABLED:
        expect(torg.show(unit, "ActiveState") == "active", f"{unit} is {torg.show(unit, 'ActiveState')}")
    told = torg.ok("stat", "--format=%U:%G %a", "/var/lib/torg/backup", "/var/spool/torg", "/var/spool/torg/done")
    expect(told.split("\n")[:3] == ["torg:torg 750", "torg:torg-drop 3770", "torg:torg-drop 2750"], told)
    return f"{len(ENABLED)} units are up when the machine is, and the folders there"


def activation(torg):
    torg.systemctl("start", "torgd.socket")
    expect(torg.pid() == 0, "the daemon runs before anybody called")
    status = torg.ask()
    expect(status["store"]["state"] == "sound", f"{status['store']}")
    expect(torg.pid() > 0 and torg.show("torgd.service", "ActiveState") == "active", "the daemon isn't up")
    torg.systemctl("stop", "torgd.service")
    expect(os.path.exists(torg.socket), "the socket went with the daemon")
    expect(torg.ask()["store"]["state"] == "sound", "the second call woke nobody")
    return "the first call starts the daemon and is answered"


def ready(torg):
    # Without the socket unit: a call that nobody waits for would be refused.
    torg.systemctl("mask", "--runtime", "torgd.socket")
    for _ in range(5):
        torg.systemctl("start", "torgd.service")
        expect(torg.ask()["store"]["state"] == "sound", "not open right after the start")
        torg.systemctl("stop", "torgd.service")
    return "five starts, each answered at once afterwards"


def unready(torg):
    os.mkdir(torg.state + "/torg.sqlite")
    torg.drop_in("torgd.service", "RestartSec=100ms")
    run = torg.run("systemctl", "start", "torgd.service")
    expect(run.returncode != 0, "the start went well without a store")
    told = until(lambda: torg.says("/var/lib/torg/torg.sqlite", "torgd.service"), "the log names no store")
    until(lambda: torg.show("torgd.service", "ActiveState") == "failed", "it never counts as failed")
    expect(torg.show("torgd.service", "ExecMainStatus") == "69",
           f"exit code {torg.show('torgd.service', 'ExecMainStatus')}")
    expect(not torg.says("Started torgd.service"), "systemd took it for started")
    torg.alarmed("torgd.service")
    os.rmdir(torg.state + "/torg.sqlite")
    torg.systemctl("reset-failed", "torgd.service", "torgd.socket")
    torg.systemctl("start", "torgd.service")
    expect(torg.ask()["store"]["state"] == "sound", "not mended")
    return "exit code 69, “" + str(told[0]["MESSAGE"])[:60] + "…”, and an alarm when it is given up"


def watchdog(torg):
    torg.drop_in("torgd.service", "WatchdogSec=8s")
    torg.systemctl("start", "torgd.socket", "torgd.service")
    before = torg.pid()
    torg.hold()
    answers, failures = [], []

    def ask():
        try:
            answers.append(torg.ask())
        except (OSError, Failure) as error:
            failures.append(repr(error))

    callers = [threading.Thread(target=ask) for _ in range(5)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join(PATIENCE)
    expect(len(answers) == 5, f"{len(answers)} of 5 calls were answered: {failures[:1]}")
    until(lambda: torg.pid() not in (0, before), "it was not started anew")
    expect(torg.ask()["store"]["state"] == "sound", "the new one doesn't answer")
    expect(torg.says("Watchdog timeout", "torgd.service"), "it was not the watchdog")
    expect(torg.show("torgd.service", "NRestarts") == "1", "only a caller brought it back")
    limit = torg.ok("grep", "Max core file size", f"/proc/{torg.pid()}/limits").split()[4:6]
    expect(limit == ["0", "0"], f"its memory may be written to the disk: {limit}")
    return "stopped, found out, started anew; 5 calls waited and were answered"


def reload(torg):
    torg.systemctl("start", "torgd.socket", "torgd.service")
    file = torg.root + "/etc/torg/categories.yaml"
    # Else the store has them, and the file is only what it began with.
    with open(torg.root + "/etc/torg/torg.yaml", "a") as settings:
        settings.write("\nmatching: {categories: categories.yaml}\n")
    with open(file) as categories:
        shipped = categories.read()
    before = torg.pid()

    def known():
        return {category["id"] for category in torg.ask("categories.list")["categories"]}

    until(lambda: torg.ask().get("index"), "no index")
    expect("it" in known() and "nytt" not in known(), f"{known()}")
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(PATIENCE)
        client.connect(torg.socket)
        lines = client.makefile("rwb")

        def still_served():
            lines.write(b'{"jsonrpc":"2.0","id":1,"method":"server.status"}\n')
            lines.flush()
            expect(b'"result"' in lines.readline(), "a client was cut off")

        still_served()
        write(file, shipped + '\n  - id: nytt\n    name: {sv: Nytt, en: New}\n    cpv: ["98*"]\n')
        torg.systemctl("reload", "torgd.service")
        until(lambda: "nytt" in known(), "the new category never came")
        still_served()
        write(file, shipped + "\n  - id: trasigt\n    cvp: oops\n")
        expect(torg.run("systemctl", "reload", "torgd.service").returncode != 0, "a broken configuration was taken")
        expect(torg.says("categories.yaml", "torgd.service"), "the log doesn't say where the mistake is")
        # Whoever sends the signal past systemctl is refused as well.
        torg.systemctl("kill", "--kill-who=main", "--signal=HUP", "torgd.service")
        until(lambda: "refused" in torg.show("torgd.service", "StatusText"), "the daemon took it")
        expect("nytt" in known() and "trasigt" not in known(), f"not the old one: {known()}")
        still_served()
    expect(torg.pid() == before and torg.show("torgd.service", "ActiveState") == "active", "it was started anew")
    return "a new category is in, a broken file is refused with its place, the client is served all along"


def restart(torg):
    torg.systemctl("start", "torgd.socket", "torgd.service")
    answered, cut_off, refused, over = [0, 0, 0], [], [], threading.Event()

    def ask(number):
        while not over.is_set():
            try:
                torg.ask()
                answered[number] += 1
            except (ConnectionResetError, BrokenPipeError, Busy):
                # Taken on by a daemon in the moment when it stops, and told so: nothing was begun, a client asks again.
                cut_off.append(number)
            except (OSError, Failure) as error:
                refused.append(f"{type(error).__name__}: {error}")
                return

    callers = [threading.Thread(target=ask, args=(number,)) for number in range(len(answered))]
    for caller in callers:
        caller.start()
    daemons = {torg.pid()}
    try:
        for _ in range(4):
            seen = min(answered)
            until(lambda: refused or min(answered) > seen + 20, "the callers don't get on")
            torg.systemctl("restart", "torgd.service")
            daemons.add(torg.pid())
    finally:
        over.set()
        for caller in callers:
            caller.join()
    expect(not refused, f"{len(refused)} of {sum(answered)} calls failed: {refused[:2]}")
    expect(len(daemons) == 5, f"{len(daemons)} daemons")
    # One call of each caller at each restart, at most.
    expect(len(cut_off) <= 4 * len(answered), f"{len(cut_off)} calls were cut off")
    return f"{sum(answered)} calls over 4 restarts, none refused; {len(cut_off)} asked again"


def killed(torg):
    digest = torg.filled()
    before = torg.pid()
    torg.systemctl("kill", "--kill-who=main", "--signal=KILL", "torgd.service")
    expect(torg.digest() == digest, "the store has changed")
    expect(torg.pid() not in (0, before), "it is the same daemon")
    expect(torg.show("torgd.service", "NRestarts") == "1", f"{torg.show('torgd.service', 'NRestarts')} restarts")
    return "started anew with the same digest"


def drop_folder(torg):
    torg.systemctl("start", "torgd.socket")
    torg.put("2-good.xml")
    torg.put("1-bad.xml", BAD)
    torg.put("3-again.xml")
    torg.put("4-later.xml.part", "<half")
    with open(torg.drop + "/5-open.xml", "w") as writer:
        writer.write("<half")
        writer.flush()
        torg.systemctl("start", "torg-import.service")
    expect(torg.names("done") == ["2-good.xml", "3-again.xml"], f"done: {torg.names('done')}")
    expect(torg.names("refused") == ["1-bad.xml"], f"refused: {torg.names('refused')}")
    expect(torg.names() == ["4-later.xml.part", "5-open.xml"], f"left: {torg.names()}")
    taken = [str(entry["MESSAGE"]).split(":")[0] for entry in torg.says(" notices, ", "torg-import.service")]
    expect(taken == ["1-bad.xml", "2-good.xml", "3-again.xml"], f"the order was {taken}")
    expect(torg.ask()["notices"] == 1, f"{torg.ask()['notices']} notices")
    expect(not torg.journal(identifier="torg-alarm"), "a refused file alone is an alarm")
    # The journal has every count in a field of its own.
    imports = [entry for entry in torg.journal("torgd.service") if "TORG_NOTICES_STORED" in entry]
    counts = [(entry["TORG_NOTICES_STORED"], entry["TORG_NOTICES_UNCHANGED"]) for entry in imports]
    expect(sorted(counts) == [("0", "0"), ("0", "1"), ("1", "0")], f"the journal's counts are {counts}")
    expect(all(entry["_TRANSPORT"] == "journal" for entry in imports), "the fields didn't come by the journal's socket")
    return "in order, to done/ or refused/; what is unfinished stays; one line each in the journal, with its counts"


def commit_first(torg):
    """The daemon dies while an import waits for it: nothing was moved, and the next daemon takes it in."""
    torg.drop_in("torgd.service", "WatchdogSec=0")
    torg.systemctl("start", "torgd.socket", "torgd.service")
    torg.hold()
    torg.put("a.xml")
    torg.systemctl("start", "--no-block", "torg-import.service")
    until(lambda: waits_on_socket(torg), "torg collect never called")
    run, processes = torg.show("torg-import.service", "InvocationID", "MainPID")
    expect(torg.names() == ["a.xml"], "it was moved before anybody read it")
    # Whoever starts it meanwhile joins the run that is under way.
    torg.systemctl("start", "--no-block", "torg-import.service")
    expect(torg.show("torg-import.service", "InvocationID", "MainPID") == [run, processes], "a second run began")
    by_hand = torg.torg("collect", "/var/spool/torg")
    expect(by_hand.returncode == 75, f"a run by hand ended with {by_hand.returncode}: {by_hand.stderr}")
    torg.systemctl("kill", "--kill-who=main", "--signal=KILL", "torgd.service")
    until(lambda: torg.names("done") == ["a.xml"], lambda: f"left: {torg.names()}, done: {torg.names('done')}")
    expect(torg.names() == [], f"left: {torg.names()}")
    return "stays until it is committed, and the next daemon takes it in; one run at a time"


def waits_on_socket(torg):
    """Whether the import holds the drop folder and has connected to the daemon."""
    pid = torg.show("torg-import.service", "MainPID")
    try:
        opened = [os.readlink(path) for path in glob.glob(f"{torg.root}/proc/{pid}/fd/*")]
    except FileNotFoundError:
        return False
    # What it says goes over a socket too, twice.
    held = any(path.endswith("/var/spool/torg") for path in opened)
    return held and sum(path.startswith("socket:") for path in opened) >= 3


def path_unit(torg):
    torg.systemctl("start", "torgd.socket", "torg-import.path")
    torg.put("first.xml")
    until(lambda: torg.names("done") == ["first.xml"], "nobody came for it")
    with open(torg.drop + "/slow.xml", "w") as writer, open(NOTICE) as notice:
        text = notice.read()
        writer.write(text[:1000])
        writer.flush()
        torg.systemctl("start", "torg-import.service")
        expect(torg.names() == ["slow.xml"], "it was taken half")
        settled(torg)
        writer.write(text[1000:])
    until(lambda: "slow.xml" in torg.names("done"), "nobody came when it was whole")
    # One after the other, and then forty at once: neither may be too much.
    for number in range(22):
        settled(torg)
        torg.put(f"one-{number:02}.xml")
        until(lambda: f"one-{number:02}.xml" in torg.names("done"),
              lambda: f"file {number} was left; the path is {torg.show('torg-import.path', 'ActiveState', 'Result')}")
    for number in range(40):
        torg.put(f"many-{number:02}.xml")
    # What comes in the moment when a run ends waits for the next: that is the last file's.
    settled(torg)
    torg.put("one-last.xml")
    until(lambda: len(torg.names("done")) == 65, lambda: f"{len(torg.names('done'))} of 65, left {torg.names()[:3]}")
    settled(torg)
    runs = len(torg.says("Starting torg-import.service"))
    expect(runs <= 2 * 66, f"{runs} runs for 65 files: it calls itself")
    expect(torg.show("torg-import.path", "ActiveState") == "active", "torg-import.path has given up")
    expect(not torg.journal(identifier="torg-alarm"), "an alarm without a failure")
    return f"65 files in {runs} runs, one at a time and forty at once"


def settled(torg):
    """Waits until no import runs and the folder is watched again, where it was."""
    until(lambda: torg.show("torg-import.service", "ActiveState") == "inactive"
          and torg.show("torg-import.path", "SubState") in ("waiting", "dead"), "the import never ends")


def missed_night(torg):
    """The stamp says that the timer went off two days ago: it goes off at once, and once."""
    torg.systemctl("start", "torgd.socket")
    write(torg.root + "/etc/systemd/system/torg-import.timer.d/check.conf",
          "[Timer]\nRandomizedDelaySec=0\nAccuracySec=1s\n")
    torg.systemctl("daemon-reload")
    stamp = torg.root + "/var/lib/systemd/timers/stamp-torg-import.timer"
    write(stamp, "")
    os.utime(stamp, (time.time() - 2 * 86400,) * 2)
    torg.put("a.xml")
    torg.systemctl("start", "torg-import.timer")
    until(lambda: torg.names("done") == ["a.xml"], "the night is not made up for")
    settled(torg)
    expect(len(torg.says("Starting torg-import.service")) == 1, "more than once")
    return "a night slept through is made up for once"


def alarms(torg):
    torg.systemctl("start", "torgd.socket")
    torg.drop_in("torg-import.service", "ExecStart=", "ExecStart=/usr/bin/torg collect /var/spool/nowhere")
    expect(torg.run("systemctl", "start", "torg-import.service").returncode != 0, "an import from nowhere went well")
    torg.alarmed("torg-import.service")
    torg.drop_in("torg-backup.service", "ExecStart=", "ExecStart=/usr/lib/torg/backup /var/lib/torg/nowhere")
    expect(torg.run("systemctl", "start", "torg-backup.service").returncode != 0, "a backup to nowhere went well")
    torg.alarmed("torg-backup.service")
    return "import and backup, each at the level alert"


def wrong_configuration(torg):
    """One mistake, callers without end, an import and a backup meanwhile: one alarm, and the documented way out."""
    write(torg.root + "/etc/torg/torg.yaml", "rpc:\n  sokcet: /tmp/x\n")
    torg.systemctl("start", "torgd.socket")
    torg.put("a.xml")
    for _ in range(12):
        expect(torg.torg("status", user="anna").returncode == 69, "a call without a daemon doesn't end with 69")
    until(lambda: torg.show("torgd.service", "ActiveState") == "failed", "it never counts as failed")
    expect(torg.show("torgd.service", "ExecMainStatus") == "78", f"exit code {torg.show('torgd.service', 'ExecMainStatus')}")
    until(lambda: torg.show("torgd.socket", "ActiveState") == "inactive", "its socket stays open")
    torg.alarmed("torgd.service")
    torg.systemctl("start", "--no-block", "torg-import.service")
    until(lambda: torg.says("isn't running", "torg-import.service"), "the import doesn't say that the daemon is gone")
    expect(torg.run("systemctl", "start", "torg-backup.service").returncode != 0, "a backup without a daemon went well")
    torg.alarmed("torg-backup.service")
    doctor = torg.torg("doctor")
    expect("BAD   configuration: the configuration is wrong" in doctor.stdout, doctor.stdout)
    expect("/etc/torg/torg.yaml:2: rpc.sokcet" in doctor.stdout, doctor.stdout)
    told = [entry["MESSAGE"] for entry in torg.journal(identifier="torg-alarm") if entry["PRIORITY"] == "1"]
    about = [text for text in told if text.startswith("torgd.")]
    expect(len(about) == 1, f"{len(about)} alarms for one mistake: {about}")
    shutil.copy(ROOT + "/config/torg.yaml", torg.root + "/etc/torg/torg.yaml")
    torg.systemctl("reset-failed", "torgd", "torgd.socket")
    torg.systemctl("start", "torgd.socket", "torgd")
    expect(torg.ask()["store"]["state"] == "sound", "not mended")
    for unit in ("torgd.service", "torgd.socket"):
        expect(torg.show(unit, "ActiveState") == "active", f"{unit} is {torg.show(unit, 'ActiveState')}")
    return "one alarm whoever calls, the doctor says the line, and the documented commands clear it"


def disk_full(torg):
    """The store's disk is full: the import is an alarm at once, and what it had to take in stays."""
    user, group = owner(torg.state)
    torg.ok("mount", "-t", "tmpfs", "-o", f"size=4m,mode=750,uid={user},gid={group}", "tmpfs", "/var/lib/torg")
    try:
        torg.systemctl("start", "torgd.socket", "torgd.service")
        torg.run("dd", "if=/dev/zero", "of=/var/lib/torg/filler", "bs=4096")
        with open(ROOT + "/Fixtures/notices/eforms-many.xml") as notices:
            torg.put("a.xml", notices.read())
        run = torg.run("systemctl", "start", "torg-import.service")
        expect(run.returncode != 0, "an import onto a full disk went well")
        expect(torg.show("torg-import.service", "ActiveState", "ExecMainStatus") == ["failed", "74"],
               f"{torg.show('torg-import.service', 'ActiveState', 'ExecMainStatus')}")
        torg.alarmed("torg-import.service")
        expect(torg.says("no space is left", "torg-import.service"), "the log doesn't say why")
        expect(torg.names() == ["a.xml"], f"left: {torg.names()}")
        os.unlink(torg.state + "/filler")
        torg.systemctl("start", "torg-import.service")
        expect(torg.names("done") == ["a.xml"], f"done: {torg.names('done')}")
    finally:
        torg.run("systemctl", "stop", "torgd.socket", "torgd.service", "torg-import.service")
        torg.ok("umount", "/var/lib/torg")
    return "74, an alarm at once, and taken in when there is room again"


def one_daemon(torg):
    torg.filled()
    second = torg.run("env", "TORG_RPC_SOCKET=/tmp/other.sock", "TORG_STORE_PATH=/var/lib/torg/torg.sqlite", "torgd",
                      user="torg")
    expect(second.returncode == 75, f"a second daemon on the store ended with {second.returncode}: {second.stderr}")
    expect(f"process {torg.pid()}" in second.stderr, second.stderr)
    return "a second daemon on another socket ends with 75 and the first one's process id"


def lost_store(torg):
    torg.filled()
    before = torg.ask()["notices"]
    torg.ok("mv", "/var/lib/torg/torg.sqlite", "/var/lib/torg/elsewhere.sqlite")
    torg.put("a.xml")
    expect(torg.run("systemctl", "start", "torg-import.service").returncode != 0, "it was acknowledged")
    torg.alarmed("torg-import.service")
    expect(torg.names() == ["a.xml"], "it was put away")
    status = torg.ask()
    expect(status["store"]["state"] == "replaced" and status["notices"] == before, f"{status}")
    until(lambda: torg.says("no longer the one that was opened", "torgd.service"), "the log says nothing")
    doctor = torg.torg("doctor").stdout
    expect("BAD   store: the store /var/lib/torg/torg.sqlite is no longer" in doctor, doctor)
    torg.systemctl("stop", "torgd.socket", "torgd.service")
    torg.ok("mv", "/var/lib/torg/elsewhere.sqlite", "/var/lib/torg/torg.sqlite")
    torg.systemctl("start", "torgd.socket", "torgd.service")
    expect(torg.ask()["notices"] == before, "the store isn't what it was")
    torg.systemctl("start", "torg-import.service")
    expect(torg.names("done") == ["a.xml"], "not taken in afterwards")
    return "a store that was moved away is told by import, status, log and doctor; nothing is acknowledged"


def drop_group(torg):
    """Who may deliver: the group torg-drop, and not those who may look."""
    torg.systemctl("start", "torgd.socket", "torg-import.path")
    refused = torg.run("cp", "/etc/hostname", "/var/spool/torg/forged.xml", user="anna")
    expect(refused.returncode != 0, "whoever may look may deliver")
    with open(NOTICE) as notice:
        write(torg.root + "/srv/notice.xml", notice.read())
    torg.ok("cp", "/srv/notice.xml", "/var/spool/torg/a.xml.part", user="cleo")
    torg.ok("mv", "/var/spool/torg/a.xml.part", "/var/spool/torg/a.xml", user="cleo")
    until(lambda: torg.names("done") == ["a.xml"], "nobody came for it")
    expect(torg.ok("ls", "/var/spool/torg/done", user="cleo").split() == ["a.xml"], "who delivers can't see what came of it")
    for attempt in (["rm", "-f", "/var/spool/torg/done/a.xml"], ["mv", "/var/spool/torg/done", "/var/spool/torg/gone"],
                    ["touch", "/var/spool/torg/done/forged.xml"]):
        expect(torg.run(*attempt, user="cleo").returncode != 0, f"who delivers may {' '.join(attempt)}")
    expect(torg.torg("status", user="cleo").returncode == 77, "who delivers may look")
    # A folder whose group may take files away is gone into.
    settled(torg)
    torg.ok("mkdir", "-m", "2775", "/var/spool/torg/shared", user="cleo")
    torg.ok("cp", "/srv/notice.xml", "/var/spool/torg/shared/b.xml", user="cleo")
    torg.systemctl("start", "torg-import.service")
    until(lambda: os.path.exists(torg.root + "/var/spool/torg/done/shared/b.xml"), "a folder is not gone into")
    torg.ok("rmdir", "/var/spool/torg/shared", user="cleo")
    # What can't be taken is told, each time, and by the doctor.
    settled(torg)
    torg.ok("mkdir", "/var/spool/torg/2026-11", user="cleo")
    torg.ok("ln", "-s", "/etc/passwd", "/var/spool/torg/link.xml", user="cleo")
    until(lambda: torg.says("2026-11: a folder", "torg-import.service") and torg.says("link.xml: a link", "torg-import.service"),
          "folders that can't be moved from and links are passed over in silence")
    doctor = torg.torg("doctor").stdout
    expect("BAD   drop folder" in doctor and "2026-11: a folder" in doctor, doctor)
    # Fresh files are kept; the age counts from when they were put away.
    torg.ok("touch", "-d", "2020-01-01", "/var/spool/torg/done/a.xml")
    torg.ok("systemd-tmpfiles", "--clean", "torg.conf")
    expect(torg.names("done") == ["a.xml"], "what was put away today is gone")
    with open(ROOT + "/systemd/torg.tmpfiles.conf") as shipped:
        write(torg.root + "/etc/tmpfiles.d/torg.conf", shipped.read().replace("c:90d", "c:1us"))
    torg.ok("systemd-tmpfiles", "--clean", "torg.conf")
    os.unlink(torg.root + "/etc/tmpfiles.d/torg.conf")
    expect(torg.names("done") == [], "done/ is never pruned")
    return "torg-drop delivers and looks, torg doesn't; folders and links are told; done/ is pruned by age"


def unseen(torg):
    """Files where the daemon sees nothing: the caller is told at once where to put them."""
    torg.systemctl("start", "torgd.socket")
    for path, setting in {"/tmp/a.xml": "PrivateTmp", "/home/anna/a.xml": "ProtectHome"}.items():
        shutil.copy(NOTICE, torg.root + path)
        run = torg.torg("import", path, user="root")
        expect(run.returncode == 65 and setting in run.stderr and "/srv" in run.stderr, f"{path}: {run.stderr}")
    run = torg.torg("suppliers", "import", "/tmp/a.xml", user="root")
    expect(run.returncode == 65 and "PrivateTmp" in run.stderr, run.stderr)
    run = torg.torg("backup", "/tmp/copy.sqlite", user="root")
    expect(run.returncode == 64 and "PrivateTmp" in run.stderr, f"{run.returncode}: {run.stderr}")
    shutil.copy(NOTICE, torg.root + "/srv/a.xml")
    expect(torg.torg("import", "/srv/a.xml", user="root").returncode == 0, "not from /srv either")
    return "import and backup say which setting hides /tmp and /home, and where to go"


def quiet_log(torg):
    torg.filled()
    torg.systemctl("start", "torg-backup.service")
    torg.ask("matching.backtest", **{"from": "2024-07-01"})
    torg.put("a.xml")
    torg.systemctl("start", "torg-import.service")
    told = torg.says("thread priority")
    expect(not told, f"{len(told)} times: {told[0]['MESSAGE'] if told else ''}")
    return "no word on the priority of threads"


def quiet_days(torg):
    torg.filled()
    with open(NOTICE) as notice:
        today = re.sub(r"(<cbc:IssueDate>)[^<]*", rf"\g<1>{time.strftime('%Y-%m-%dZ', time.gmtime())}", notice.read())
    write(torg.root + "/srv/today.xml", today)
    torg.ask("feed.import", paths=["/srv/today.xml"])
    # The doctor finds fault with whatever is off.
    torg.systemctl("start", *(unit for unit in ENABLED if unit.startswith("torg-")))
    torg.systemctl("start", "torg-doctor.service")
    told = "\n".join(str(entry["MESSAGE"]) for entry in torg.journal("torg-doctor.service"))
    expect("import: the last was today" in told and "notices: the newest is of today" in told, told)
    if os.path.exists(torg.root + "/usr/bin/dbus-daemon"):
        expect("torg-import.timer: on" in told, f"the doctor doesn't see the timer: {told}")
    torg.systemctl("stop", "torgd.service")
    # SQLite finds no file through another process's root, so it gets a copy; writing it back keeps its owner.
    with tempfile.TemporaryDirectory() as folder:
        shutil.copyfile(torg.state + "/torg.sqlite", folder + "/torg.sqlite")
        with contextlib.closing(sqlite3.connect(folder + "/torg.sqlite")) as store:
            store.execute("UPDATE imports SET finished = strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-5 days')")
            store.commit()
            store.execute("PRAGMA journal_mode = DELETE")
        for name in ("torg.sqlite-wal", "torg.sqlite-shm"):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(f"{torg.state}/{name}")
        shutil.copyfile(folder + "/torg.sqlite", torg.state + "/torg.sqlite")
    expect(torg.run("systemctl", "start", "torg-doctor.service").returncode != 0, "five quiet days are no alarm")
    torg.alarmed("torg-doctor.service")
    expect(torg.says("5 days ago", "torg-doctor.service"), "the doctor doesn't say for how long")
    # Files that come and hold nothing new are no news.
    torg.anew()
    torg.filled()
    expect(torg.run("systemctl", "start", "torg-doctor.service").returncode != 0, "old notices alone are no alarm")
    expect(torg.says("BAD   notices: the newest is", "torg-doctor.service"), "the doctor doesn't say how old they are")
    return "well on the day of an import; after five days without one, or without a new notice, an alarm"


def owner(path):
    status = os.stat(path)
    return status.st_uid, status.st_gid


def backup(torg):
    digest = torg.filled()
    folder = torg.state + "/backup"
    torg.systemctl("start", "torg-backup.service")
    copies = os.listdir(folder)
    expect(len(copies) == 1, f"{copies}")
    copy = f"{folder}/{copies[0]}"
    expect(stat.S_IMODE(os.stat(copy).st_mode) == 0o600 and owner(copy) == owner(torg.state), "open to others")
    # As operating.md says.
    torg.systemctl("stop", "torgd.service", "torgd.socket")
    for name in ("torg.sqlite", "torg.sqlite-wal", "torg.sqlite-shm"):
        with contextlib.suppress(FileNotFoundError):
            os.unlink(f"{torg.state}/{name}")
    torg.ok("install", "-o", "torg", "-g", "torg", "-m", "600", f"/var/lib/torg/backup/{copies[0]}",
            "/var/lib/torg/torg.sqlite")
    torg.systemctl("start", "torgd.socket", "torgd.service")
    expect(torg.digest() == digest, "what was restored has another digest")
    for day in range(10, 28):
        write(f"{folder}/torg-2020-01-{day}T031500Z.sqlite", "")
    write(f"{folder}/kept-by-hand.sqlite", "")
    torg.systemctl("start", "torg-backup.service")
    kept = sorted(os.listdir(folder))
    expect(len(kept) == 15 and kept[0] == "kept-by-hand.sqlite" and copies[0] in kept, f"{kept}")
    return "restored with the same digest; fourteen are kept"


def mailing(torg):
    torg.systemctl("start", "torgd.socket", "torgd.service")
    sendmail = torg.root + "/usr/sbin/sendmail"
    torg.ok("torg", "watch", "add", "Allt", "--place", "SE", "--tell", "notice,result,plan,contract", "--months", "120", user="anna")
    torg.ok("torg", "watch", "mail", "anna@ekby.example", user="anna")
    torg.filled()
    box = torg.root + "/var/spool/nullmailer"
    os.makedirs(box, exist_ok=True)
    torg.ok("chown", "torg-notify", "/var/spool/nullmailer")
    try:
        write(sendmail, "#!/bin/sh\nexit 75\n")
        os.chmod(sendmail, 0o755)
        torg.drop_in("torg-notify.service", "Restart=no")
        expect(torg.run("systemctl", "start", "torg-notify.service").returncode != 0, "a mailer that takes nothing is no failure")
        torg.alarmed("torg-notify.service")
        write(sendmail, "#!/bin/sh\nid >/var/spool/nullmailer/who\nls /var/lib/torg >/var/spool/nullmailer/seen 2>&1\n"
              "cat >/var/spool/nullmailer/mail\n")
        os.chmod(sendmail, 0o755)
        torg.systemctl("start", "torg-notify.service")
        with open(box + "/mail") as mail, open(box + "/who") as who, open(box + "/seen") as seen:
            mail, who, seen = mail.read(), who.read(), seen.read()
        expect("To: <anna@ekby.example>" in mail and "torg watch mail --every" in mail.replace("=\n", ""), mail[:500])
        expect("(torg-notify)" in who and "sqlite" not in seen, f"{who} sees {seen}")
        os.unlink(box + "/mail")
        torg.systemctl("start", "torg-notify.service")
        expect(not os.path.exists(box + "/mail"), "the same is mailed again")
    finally:
        os.unlink(sendmail)
        empty(box)
    refused = torg.run("torg", "notify", "--dry-run", user="anna")
    expect(refused.returncode == 77, f"anna reads everybody's mails: {refused.returncode}")
    return "mailed once, as torg-notify, which doesn't see the store; a mailer that takes nothing is an alarm, and nothing is lost"


PROBE = r"""
use Socket; use POSIX; use Errno;
sub try_ { my ($name, $holds) = @_; print OUT "$name=", ($holds ? "yes" : "no ($!)"), "\n"; }
open(OUT, ">", "/var/lib/torg/probe.new") or die $!;
try_("state", open(F, ">", "/var/lib/torg/probe"));
try_("runtime", open(F, ">", "/run/torg/probe"));
for my $place ("/etc", "/etc/torg", "/usr", "/var/lib", "/var/spool/torg", "/run", "/root", "/srv", "/") {
    try_("write $place", open(F, ">", "$place/probe"));
}
try_("see home", -e "/home/anna" || -e "/root/.");
try_("see secret", open(F, "<", "/home/anna/secret"));
try_("see others", -e "/proc/1/status");
try_("own tmp", !-e "/tmp/everybodys");
try_("disks", -e "/dev/kmsg");
try_("unix", socket(S, AF_UNIX, SOCK_STREAM, 0));
try_("inet", socket(S, AF_INET, SOCK_STREAM, 0));
try_("inet6", socket(S, AF_INET6, SOCK_STREAM, 0));
try_("netlink", socket(S, 16, SOCK_RAW, 0));
try_("packet", socket(S, 17, SOCK_RAW, 0));
try_("mount namespace", syscall(272, 0x20000) == 0) if (POSIX::uname())[4] eq "x86_64";
try_("setuid file", chmod(04755, "/var/lib/torg/probe"));
try_("chown", chown(0, 0, "/var/lib/torg/probe"));
try_("root", POSIX::setuid(0));
close(OUT);
rename("/var/lib/torg/probe.new", "/var/lib/torg/probe.txt") or die $!;
"""


def sandbox(torg):
    """A probe in the daemon's place, under the daemon's own unit; then the daemon itself."""
    write(torg.root + "/usr/lib/torg/probe", PROBE)
    write(torg.root + "/tmp/everybodys", "")
    os.makedirs(torg.root + "/srv", exist_ok=True)
    torg.drop_in("torgd.service", "Type=oneshot", "WatchdogSec=0", "Restart=no", "ExecStart=",
                 "ExecStart=/usr/bin/perl /usr/lib/torg/probe")
    torg.systemctl("start", "torgd.service")
    with open(torg.state + "/probe.txt") as file:
        found = dict(line.strip().partition("=")[::2] for line in file)
    may = {"state", "runtime", "unix", "own tmp"}
    for name, answer in found.items():
        expect((answer == "yes") == (name in may), f"{name}: {answer}")
    expect(len(found) >= 20, f"the probe only tried {len(found)}")
    torg.anew()
    torg.filled()
    with open(f"{torg.root}/proc/{torg.pid()}/status") as file:
        status = dict(line.strip().partition(":\t")[::2] for line in file)
    nothing = "0" * 16
    for name, value in {"NoNewPrivs": "1", "Seccomp": "2", "CapEff": nothing, "CapBnd": nothing, "CapPrm": nothing}.items():
        expect(status[name] == value, f"the daemon's {name} is {status[name]}")
    expect(status["Uid"].split()[0] != "0", "the daemon is root")
    with open(f"{torg.root}/proc/{torg.pid()}/net/dev") as file:
        devices = [line.split(":")[0].strip() for line in file if ":" in line]
    expect(devices == ["lo"], f"the daemon sees {devices}")
    return f"{len(found)} things tried from inside, {len(may)} of them allowed; the feed reader works in there"


def who_may(torg):
    torg.systemctl("start", "torgd.socket")
    status = os.stat(torg.socket)
    names = torg.ok("stat", "--format=%U:%G %a", "/run/torg/torg.sock", "/run/torg").splitlines()
    expect(stat.S_ISSOCK(status.st_mode) and names == ["torg:torg 660", names[1]] and names[1].endswith(" 755"), f"{names}")
    expect(torg.torg("status", user="anna").returncode == 0, "somebody in the group is refused")
    run = torg.torg("status", user="bo")
    expect(run.returncode == 77, f"somebody outside of the group gets {run.returncode}: {run.stdout}{run.stderr}")
    # The same where the daemon makes its own socket.
    torg.systemctl("stop", "torgd.service", "torgd.socket")
    torg.systemctl("mask", "--runtime", "torgd.socket")
    torg.systemctl("start", "torgd.service")
    expect(torg.ok("stat", "--format=%U:%G %a", "/run/torg/torg.sock").strip() == "torg:torg 660", "without torgd.socket")
    expect(torg.torg("status", user="anna").returncode == 0, "somebody in the group is refused without torgd.socket")
    expect(torg.torg("status", user="bo").returncode == 77, "somebody outside gets in without torgd.socket")
    return "torg:torg 660, with and without torgd.socket; the group gets in, others end with 77"


CHECKS = [
    ("units: boot", boot), ("units: activation", activation), ("units: ready when the store is open", ready),
    ("units: not ready without a store", unready), ("units: watchdog", watchdog), ("units: reload", reload),
    ("units: restart under load", restart), ("units: kill -9", killed), ("units: drop folder", drop_folder),
    ("units: put away after the commit, one run at a time", commit_first), ("units: torg-import.path", path_unit),
    ("units: a missed night", missed_night), ("units: alarms", alarms),
    ("units: a wrong configuration", wrong_configuration), ("units: disk full", disk_full),
    ("units: one daemon a store", one_daemon), ("units: a lost store", lost_store),
    ("units: who may deliver", drop_group), ("units: what the daemon doesn't see", unseen),
    ("units: no needless lines", quiet_log), ("units: quiet days", quiet_days),
    ("units: backup and restore", backup), ("units: mailing", mailing), ("units: web view", web_view),
    ("units: sandbox", sandbox), ("units: who may connect", who_may),
]
