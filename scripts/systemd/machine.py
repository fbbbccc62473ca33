"""A machine of its own for the units: systemd as PID 1 in namespaces, on a root that is gone afterwards.

Nothing of the host is changed. /usr is the host's beneath an overlay in memory; /etc, /var, /run and the rest are fresh,
and of systemd's own units only those are there that a service needs. When this process ends, however it ends, the kernel
ends every process of the machine and its mounts go with them.
"""
import contextlib, ctypes, glob, os, shutil, signal, subprocess, sys, tempfile, time

# It runs itself anew as the machine's keeper.
sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from harness import PATIENCE, ROOT, Failure, expect

NEW_MOUNTS, NEW_CGROUPS, NEW_NAMES, NEW_IPC, NEW_PIDS, NEW_NETWORK = (
    0x20000, 0x2000000, 0x4000000, 0x8000000, 0x20000000, 0x40000000)
LIBC = ctypes.CDLL(None, use_errno=True)


class Impossible(Exception):
    """This machine doesn't allow it."""


def libraries(programs):
    """What the programs need that isn't in Debian's own folders, such as Swift's runtime."""
    found = set()
    for program in programs:
        told = subprocess.run(["ldd", program], capture_output=True, text=True, check=True).stdout
        for line in told.splitlines():
            path = line.partition("=> ")[2].partition(" (")[0]
            if path.startswith("/") and not path.startswith(("/lib", "/usr/lib/")):
                found.add(path)
    return sorted(found)


def unshare(flags, what):
    if LIBC.unshare(flags) != 0:
        raise Impossible(f"the kernel gives no {what}: {os.strerror(ctypes.get_errno())}")


def mount(kind, place, *options, source=None):
    os.makedirs(place, exist_ok=True)
    run = subprocess.run(["mount", "-t", kind, *options, source or kind, place], capture_output=True, text=True)
    if run.returncode != 0:
        raise Impossible(f"{kind} can't be mounted: {run.stderr.strip()}")


def write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w") as file:
        file.write(text)
    os.chmod(path, mode)


# What systemd and the units lean on; nothing else of the host's is started.
KEPT_UNITS = ("*.target", "*.slice", "systemd-journald*", "dbus.service", "dbus.socket")


def lay_out(root, programs):
    """Puts together the machine's root below `root`, where a fresh file system is mounted already."""
    for name in ("bin", "sbin", "lib", "lib32", "lib64", "libx32"):
        if os.path.islink("/" + name):
            os.symlink(os.readlink("/" + name), f"{root}/{name}")
        elif os.path.isdir("/" + name):
            os.mkdir(f"{root}/{name}")
            subprocess.run(["mount", "--rbind", "/" + name, f"{root}/{name}"], check=True)
    os.makedirs(f"{root}/.over/upper")
    os.makedirs(f"{root}/.over/work")
    mount("overlay", f"{root}/usr", "-o", f"lowerdir=/usr,upperdir={root}/.over/upper,workdir={root}/.over/work")
    mount("proc", f"{root}/proc")
    mount("sysfs", f"{root}/sys", "-o", "ro")
    mount("cgroup2", f"{root}/sys/fs/cgroup")
    mount("tmpfs", f"{root}/dev", "-o", "mode=755")
    for name, (major, minor) in {"null": (1, 3), "zero": (1, 5), "full": (1, 7), "random": (1, 8), "urandom": (1, 9),
                                 "tty": (5, 0), "console": (1, 3)}.items():
        try:
            os.mknod(f"{root}/dev/{name}", 0o666 | 0o020000, os.makedev(major, minor))
        except OSError as error:
            raise Impossible(f"no device can be made: {error}")
        os.chmod(f"{root}/dev/{name}", 0o666)
    mount("devpts", f"{root}/dev/pts", "-o", "newinstance,ptmxmode=0666,mode=620")
    links = {"ptmx": "pts/ptmx", "fd": "/proc/self/fd", "stdin": "fd/0", "stdout": "fd/1", "stderr": "fd/2"}
    for name, target in links.items():
        os.symlink(target, f"{root}/dev/{name}")
    mount("tmpfs", f"{root}/run", "-o", "mode=755")
    for name, mode in {"tmp": 0o1777, "var/tmp": 0o1777, "root": 0o700, "home/anna": 0o755, "var/lib": 0o755,
                       "var/log": 0o755, "var/spool": 0o755, "etc": 0o755}.items():
        os.makedirs(f"{root}/{name}", exist_ok=True)
        os.chmod(f"{root}/{name}", mode)
    os.symlink("/run", f"{root}/var/run")
    write(f"{root}/home/anna/secret", "nothing for a daemon\n")
    systemd = f"{root}/usr/lib/systemd/system"
    kept = f"{root}/.kept"
    os.mkdir(kept)
    for pattern in KEPT_UNITS:
        for path in glob.glob(f"{systemd}/{pattern}"):
            shutil.copy(path, kept, follow_symlinks=False)
    mount("tmpfs", systemd, "-o", "mode=755")
    mount("tmpfs", f"{root}/usr/lib/systemd/system-generators", "-o", "mode=755")
    for name in os.listdir(kept):
        shutil.copy(f"{kept}/{name}", systemd, follow_symlinks=False)
    write(f"{systemd}/default.target", "[Unit]\nRequires=multi-user.target\nAfter=multi-user.target\n")
    for wants, names in {"sockets.target": ("systemd-journald.socket", "systemd-journald-dev-log.socket", "dbus.socket"),
                         "sysinit.target": ("systemd-journald.service",)}.items():
        for name in names:
            if os.path.exists(f"{systemd}/{name}"):
                os.makedirs(f"{systemd}/{wants}.wants", exist_ok=True)
                os.symlink(f"../{name}", f"{systemd}/{wants}.wants/{name}")
    install(root, programs)


def install(root, programs):
    """What a package would do, before the machine boots."""
    for name in ("torgd", "torg", "torg-feed", "torg-fetch", "torg-web"):
        shutil.copy(f"{programs}/{name}", f"{root}/usr/bin/{name}")
    needed = libraries(f"{programs}/{name}" for name in ("torgd", "torg", "torg-feed", "torg-fetch", "torg-web"))
    os.makedirs(f"{root}/usr/lib/torg/runtime")
    for path in needed:
        shutil.copy(path, f"{root}/usr/lib/torg/runtime/")
    for name in ("backup", "alarm"):
        shutil.copy(f"{ROOT}/systemd/{name}", f"{root}/usr/lib/torg/{name}")
        os.chmod(f"{root}/usr/lib/torg/{name}", 0o755)
    for kind in ("service", "socket", "timer", "path", "target"):
        for path in glob.glob(f"{ROOT}/systemd/*.{kind}"):
            shutil.copy(path, f"{root}/usr/lib/systemd/system/")
    shutil.copy(f"{ROOT}/systemd/torg.sysusers.conf", f"{root}/usr/lib/sysusers.d/torg.conf")
    shutil.copy(f"{ROOT}/systemd/torg-web.sysusers.conf", f"{root}/usr/lib/sysusers.d/torg-web.conf")
    shutil.copytree(f"{ROOT}/config", f"{root}/etc/torg")
    write(f"{root}/etc/sysusers.d/people.conf",
          'u anna 2001 "May connect" /home/anna /bin/sh\nm anna torg\nu bo 2002 "May not" - /bin/sh\n'
          'u cleo 2003 "May deliver" - /bin/sh\nm cleo torg-drop\n'
          'u www-data 33 "A web server" -\n')
    write(f"{root}/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n")
    write(f"{root}/etc/group", "root:x:0:\n")
    write(f"{root}/etc/nsswitch.conf", "passwd: files systemd\ngroup: files systemd\nshadow: files\n")
    write(f"{root}/etc/machine-id", os.urandom(16).hex() + "\n")
    write(f"{root}/etc/hostname", "torg-check\n")
    write(f"{root}/etc/ld.so.conf", "include /etc/ld.so.conf.d/*.conf\n/usr/lib/torg/runtime\n")
    shutil.copytree("/etc/ld.so.conf.d", f"{root}/etc/ld.so.conf.d")
    os.symlink("/usr/share/zoneinfo/Europe/Stockholm", f"{root}/etc/localtime")
    subprocess.run(["ldconfig", "-r", root], check=True)
    subprocess.run(["systemd-sysusers", f"--root={root}"], check=True, capture_output=True)
    subprocess.run(["systemctl", f"--root={root}", "--quiet", "enable", "torgd.service", "torgd.socket",
                    "torg-import.timer", "torg-import.path", "torg-backup.timer", "torg-doctor.timer",
                    "torg-fetch.timer", "torg-notify.timer"], check=True)
    shutil.copy(f"{ROOT}/systemd/torg.tmpfiles.conf", f"{root}/usr/lib/tmpfiles.d/torg.conf")
    subprocess.run(["systemd-tmpfiles", f"--root={root}", "--create", "torg.conf"], check=True, capture_output=True)


def boot(root, programs):
    """The machine's first process: makes the root its own and becomes systemd. Never returns."""
    lay_out(root, programs)
    os.chdir(root)
    for command in (["pivot_root", ".", "."], ["umount", "--lazy", "."]):
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode != 0:
            raise Impossible(run.stderr.strip())
    os.chdir("/")
    systemd = "/usr/lib/systemd/systemd"
    os.execve(systemd, [systemd, "--system", "--unit=default.target"],
              {"container": "torg-check", "PATH": "/usr/sbin:/usr/bin", "LANG": "C.UTF-8"})


def raise_machine(root, programs):
    """Runs the machine until it ends or this process is told to end, then takes its control group away again.

    Says on standard output either the process id of its systemd or, after "impossible: ", why there is none.
    """
    # Whoever started us may be killed: then the machine ends too.
    LIBC.prctl(1, signal.SIGTERM)
    group = first = None
    try:
        unshare(NEW_MOUNTS, "mount namespace")
        subprocess.run(["mount", "--make-rprivate", "/"], check=True, capture_output=True)
        mount("cgroup2", root)
        group = f"{root}/torg-check-{os.getpid()}"
        try:
            os.mkdir(group)
            write_group(group, os.getpid())
        except OSError as error:
            raise Impossible(f"no control group can be made: {error}")
        unshare(NEW_CGROUPS | NEW_NAMES | NEW_IPC | NEW_PIDS | NEW_NETWORK, "namespaces for processes and control groups")
        # The first process covers the folder with the machine's root, in a mount namespace of its own.
        told, tell = os.pipe()
        first = os.fork()
        if first == 0:
            try:
                LIBC.prctl(1, signal.SIGKILL)
                unshare(NEW_MOUNTS, "mount namespace")
                mount("tmpfs", root, "-o", "mode=755,size=8g")
                os.set_inheritable(tell, False)
                boot(root, programs)
            except Impossible as reason:
                os.write(tell, str(reason).encode())
            except BaseException as error:
                os.write(tell, f"!{type(error).__name__}: {error}".encode())
            os._exit(1)
        os.close(tell)
        # A group that hands control on may hold no process of its own: only the machine's stay in it.
        with contextlib.suppress(OSError):
            write_group(root, os.getpid())
        with os.fdopen(told) as pipe:
            reason = pipe.read()
        if reason.startswith("!"):
            print("broken: " + reason[1:], flush=True)
        elif reason:
            raise Impossible(reason)
        else:
            print(first, flush=True)
            signal.signal(signal.SIGTERM, lambda *_: os.kill(first, signal.SIGKILL))
            os.waitpid(first, 0)
            first = None
    except (Impossible, subprocess.CalledProcessError) as reason:
        print(f"impossible: {reason}", flush=True)
    finally:
        if group and os.path.isdir(group):
            take_away(group)


def write_group(group, process):
    with open(group + "/cgroup.procs", "w") as file:
        file.write(str(process))


def take_away(group):
    """Removes a control group and what is below; the kernel may need a moment for the last processes."""
    deadline = time.monotonic() + 30
    while os.path.isdir(group) and time.monotonic() < deadline:
        for folder, _, _ in os.walk(group, topdown=False):
            try:
                os.rmdir(folder)
            except OSError:
                time.sleep(0.02)


class Machine:
    """The running machine, from outside."""

    def __init__(self, programs):
        if os.geteuid() != 0:
            raise Impossible("it takes root")
        for program in ("/usr/lib/systemd/systemd", "systemd-sysusers", "systemd-tmpfiles", "systemctl", "journalctl",
                        "nsenter", "pivot_root", "setpriv", "ldconfig", "perl"):
            if not shutil.which(program):
                raise Impossible(f"{program} isn't here")
        self.folder = tempfile.mkdtemp(prefix="torg-machine-", dir="/tmp")
        self.keeper = subprocess.Popen(
            [sys.executable, os.path.abspath(__file__), self.folder, os.path.abspath(programs)],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, start_new_session=True)
        said = self.keeper.stdout.readline().strip()
        if not said.isdigit():
            self.close()
            if said.startswith("impossible: "):
                raise Impossible(said.removeprefix("impossible: "))
            raise Failure(f"the machine could not be put together: {said or 'it ended without a word'}")
        self.first = int(said)
        self.root = f"/proc/{self.first}/root"

    def close(self):
        """Ends it all."""
        if self.keeper.poll() is None:
            self.keeper.terminate()
        self.keeper.wait(PATIENCE)
        os.rmdir(self.folder)

    def run(self, *command, user=None, patience=PATIENCE, **more):
        """A command inside, to its end."""
        enter = ["nsenter", "--target", str(self.first), "--mount", "--pid", "--cgroup", "--ipc", "--uts", "--net", "--"]
        if user:
            enter += ["setpriv", "--reuid", user, "--regid", user, "--init-groups", "--"]
        return subprocess.run(enter + list(command), stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=patience, env={"PATH": "/usr/sbin:/usr/bin", "LC_ALL": "C.UTF-8"}, **more)

    def ok(self, *command, **more):
        """What a command says that must end well."""
        run = self.run(*command, **more)
        expect(run.returncode == 0, f"{' '.join(command)} ended with {run.returncode}: {run.stdout}{run.stderr}".strip())
        return run.stdout

    def show(self, unit, *names):
        """Properties of a unit, in the order asked for; the value itself where one was asked for."""
        told = dict(line.partition("=")[::2]
                    for line in self.ok("systemctl", "show", unit, *(f"--property={name}" for name in names)).splitlines())
        values = [told.get(name, "") for name in names]
        return values[0] if len(values) == 1 else values


if __name__ == "__main__":
    raise_machine(*sys.argv[1:])
