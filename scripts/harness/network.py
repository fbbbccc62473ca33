"""Hosts of a network that isn't there: network namespaces on one bridge, with sshd and HAProxy in them."""
import contextlib, os, shutil, subprocess

from .daemon import expect

NEEDED = ("ip", "rsync", "rrsync", "ssh", "ssh-keygen", "haproxy", "/usr/sbin/sshd")


def run(*words):
    done = subprocess.run(words, capture_output=True, text=True)
    expect(done.returncode == 0, f"{' '.join(words)}: {done.stderr or done.stdout}")
    return done.stdout


def missing():
    """What of it this machine can't do, in a word; None where it can all."""
    if os.geteuid() != 0:
        return "network namespaces take root"
    for program in NEEDED:
        if not shutil.which(program):
            return f"there is no {program}"
    name = f"torg-try-{os.getpid()}"
    if subprocess.run(["ip", "netns", "add", name], capture_output=True).returncode != 0:
        return "this machine makes no network namespaces"
    subprocess.run(["ip", "netns", "delete", name], capture_output=True)
    return None


class Network:
    """Hosts by name, with the addresses 10.77.0.1 and up; the last of them has the bridge."""

    def __init__(self, place, hosts):
        self.place, self.processes = place, []
        self.names = {host: f"torg{os.getpid()}-{host}" for host in hosts}
        self.addresses = {host: f"10.77.0.{number}" for number, host in enumerate(hosts, 1)}
        hub = self.names[hosts[-1]]
        for host in reversed(hosts):
            name = self.names[host]
            run("ip", "netns", "add", name)
            run("ip", "-n", name, "link", "set", "lo", "up")
            if name == hub:
                run("ip", "-n", hub, "link", "add", "bridge", "type", "bridge")
                run("ip", "-n", hub, "addr", "add", f"{self.addresses[host]}/24", "dev", "bridge")
                run("ip", "-n", hub, "link", "set", "bridge", "up")
                continue
            run("ip", "link", "add", f"to-{host}", "netns", hub, "type", "veth", "peer", "name", "eth0", "netns", name)
            run("ip", "-n", hub, "link", "set", f"to-{host}", "master", "bridge", "up")
            run("ip", "-n", name, "addr", "add", f"{self.addresses[host]}/24", "dev", "eth0")
            run("ip", "-n", name, "link", "set", "eth0", "up")

    def words(self, host, *words):
        return ["ip", "netns", "exec", self.names[host], *words]

    def start(self, host, *words):
        with open(f"{self.place}/{host}-{os.path.basename(words[0])}.log", "ab") as log:
            process = subprocess.Popen(self.words(host, *words), stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.processes.append(process)
        return process

    def serve_copies(self, host, folder):
        """sshd with keys of its own, which gives away this folder to read and nothing else."""
        for key in ("host", "client"):
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", f"{self.place}/{key}")
        with open(f"{self.place}/client.pub") as public, open(f"{self.place}/authorized", "w") as file:
            file.write(f'restrict,command="rrsync -ro {folder}" {public.read()}')
        with open(f"{self.place}/sshd.conf", "w") as file:
            file.write(f"HostKey {self.place}/host\nAuthorizedKeysFile {self.place}/authorized\nStrictModes no\nUsePAM no\n"
                       "PermitRootLogin prohibit-password\nPasswordAuthentication no\nPidFile none\n")
        with open(f"{self.place}/host.pub") as public, open(f"{self.place}/known", "w") as file:
            file.write(f"{self.addresses[host]} {public.read()}")
        os.makedirs("/run/sshd", exist_ok=True)
        self.start(host, "/usr/sbin/sshd", "-D", "-e", "-f", f"{self.place}/sshd.conf")
        self.leader = host

    def ship(self, host, folder):
        """Pulls what is published; false where a file went meanwhile, or nobody answers: the next time brings it."""
        ssh = (f"ssh -i {self.place}/client -o BatchMode=yes -o ConnectTimeout=5 -o IdentitiesOnly=yes "
               f"-o UserKnownHostsFile={self.place}/known -o GlobalKnownHostsFile=/dev/null")
        done = subprocess.run(
            self.words(host, "rsync", "--archive", "--delete-after", "--exclude=.*", "-e", ssh,
                       f"root@{self.addresses[self.leader]}:./", folder + "/"), capture_output=True, text=True)
        self.said = done.stderr
        return done.returncode == 0

    def balance(self, host, sections):
        path = f"{self.place}/{host}.cfg"
        with open(path, "w") as file:
            file.write("global\n  maxconn 2000\ndefaults\n  mode tcp\n  timeout connect 2s\n  timeout client 300s\n"
                       "  timeout server 300s\n  retries 3\n  option redispatch\n" + sections)
        return self.start(host, "haproxy", "-db", "-f", path)

    def close(self):
        for process in self.processes:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            process.wait()
        for name in self.names.values():
            # Whatever sshd had started for a client ends with its namespace's last process.
            for pid in subprocess.run(["ip", "netns", "pids", name], capture_output=True, text=True).stdout.split():
                with contextlib.suppress(ProcessLookupError):
                    os.kill(int(pid), 9)
            subprocess.run(["ip", "netns", "delete", name], capture_output=True)
