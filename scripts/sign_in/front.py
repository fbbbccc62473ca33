"""A machine on which people sign in: accounts, Apache, nginx and a provider, in namespaces that go with the check."""
import fcntl
import grp
import os
import re
import shutil
import socket
import struct
import subprocess
import sys

from harness.daemon import PATIENCE, ROOT, Failure, until

HOST = "torg.ekby.example"
PROVIDER = "login.ekby.example"
SOCKET = "/run/torg-web/torg-web.sock"
EXAMPLES = os.path.join(ROOT, "config/examples")
MODULES = "/usr/lib/apache2/modules"
# Who can sign in, and which groups the provider tells of.
PEOPLE = {
    "anna": {"email": "anna@ekby.example", "groups": ["alla", "inkop"]},
    "rita": {"email": "rita@ekby.example", "groups": ["alla"]},
    "nils": {"email": "nils@ekby.example", "groups": ["park"]},
    "blank": {"email": "anna bo@ekby.example", "groups": ["inkop"]},
    "number": {"email": "19121212-1212", "groups": ["inkop"]},
}
ROLES = {"reader": {"people": ["rita@ekby.example"]}, "manager": {"directory_groups": ["inkop"]},
         "delegates": {"users": ["torg-web"]}}


def enter():
    """Goes on in namespaces of its own: no network but the machine's own, and files of /etc that nobody else sees changed."""
    if "--inside" in sys.argv:
        return
    tried = subprocess.run(["unshare", "--net", "--mount", "true"], capture_output=True, text=True)
    if os.geteuid() != 0 or tried.returncode != 0:
        print(f"SKIPPED: nobody signs in: that takes root and namespaces ({tried.stderr.strip() or 'not root'})")
        sys.exit(0)
    os.execvp("unshare", ["unshare", "--net", "--mount", sys.executable, *sys.argv, "--inside"])


def settle(folder):
    """The accounts, the hosts and /run/torg-web of the machine, inside."""
    subprocess.run(["mount", "--make-rprivate", "/"], check=True)
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        # SIOCSIFFLAGS, IFF_UP | IFF_RUNNING
        fcntl.ioctl(any_socket, 0x8914, struct.pack("16sH14s", b"lo", 0x41, b""))
    lines = {"passwd": "torg-web:x:64901:64901::/:/usr/sbin/nologin\n", "group": "torg-web:x:64901:\n",
             "hosts": f"127.0.0.1 localhost {HOST} {PROVIDER}\n"}
    for name, line in lines.items():
        with open(f"/etc/{name}", encoding="utf-8") as file:
            kept = "" if name == "hosts" else "".join(row for row in file if not row.startswith("torg-web:"))
        with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
            file.write(kept + line)
        os.chmod(f"{folder}/{name}", 0o644)
        subprocess.run(["mount", "--bind", f"{folder}/{name}", f"/etc/{name}"], check=True)
    os.makedirs(os.path.dirname(SOCKET), exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", os.path.dirname(SOCKET)], check=True)
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}",
                    "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"], check=True, capture_output=True)


def example(name, folder):
    """What the package has as an example, with this machine's certificate, ports and provider."""
    with open(os.path.join(EXAMPLES, name), encoding="utf-8") as file:
        text = file.read()
    for old, new in ((f"/etc/ssl/certs/{HOST}.pem", f"{folder}/cert.pem"), (f"/etc/ssl/private/{HOST}.key", f"{folder}/key.pem"),
                     (f"https://{PROVIDER}/", f"http://{PROVIDER}:9400/"), ("/etc/apache2/mellon", f"{folder}/mellon"),
                     ("listen 443 ssl", "listen 127.0.0.2:443 ssl")):
        text = text.replace(old, new)
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


class Started:
    """A program that is ended with the check."""

    def __init__(self, words, log, **options):
        self.log = open(log, "ab")
        self.process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log, **options)

    @property
    def pid(self):
        return self.process.pid

    def end(self):
        if self.process.poll() is None:
            self.process.terminate()
        code = self.process.wait(PATIENCE)
        self.log.close()
        return code


def listens(address):
    with socket.socket() as client:
        return client.connect_ex(address) == 0


def torg_web(folder, programs, daemon):
    """torg-web on a socket that is handed to it as systemd does: the web server's group alone may open it."""
    with open(f"{folder}/web.yaml", "w", encoding="utf-8") as file:
        file.write(f"address: https://{HOST}\nsign_out: /oidc?logout=https%3A%2F%2F{HOST}%2Fsigned-out\n")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(SOCKET)
    os.chown(SOCKET, 0, grp.getgrnam("www-data").gr_gid)
    os.chmod(SOCKET, 0o660)
    listening.listen(128)
    command = (f"exec 3<&{listening.fileno()}; export LISTEN_FDS=1 LISTEN_PID=$$; exec setpriv --reuid torg-web --regid torg-web "
               f"--clear-groups {programs}/torg-web --config {folder}/web.yaml --socket {daemon.socket}")
    web = Started(["bash", "-c", command], f"{folder}/torg-web.log", pass_fds=[listening.fileno()])
    listening.close()
    return web


def provider(folder, python):
    claims = []
    for sub, known in PEOPLE.items():
        listed = ", ".join(f'"{group}"' for group in known["groups"])
        claims += ["--user-claims", f'{{"sub": "{sub}", "email": "{known["email"]}", "groups": [{listed}]}}']
    started = Started([os.path.join(os.path.dirname(python), "oidc-provider-mock"), "--port", "9400", *claims],
                      f"{folder}/provider.log", env=os.environ | {"AUTHLIB_INSECURE_TRANSPORT": "1"})
    until(lambda: listens(("127.0.0.1", 9400)), lambda: "the provider answers:\n" + tail(f"{folder}/provider.log"), 60)
    return started


def apache_words(folder, sites, modules):
    """A configuration around the example, as Debian's package has one."""
    loaded = "".join(f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in modules)
    path = f"{folder}/apache.conf"
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"ServerRoot {folder}\nServerName {HOST}\nPidFile {folder}/apache.pid\nDefaultRuntimeDir {folder}\n"
                   f"Mutex file:{folder} default\n{loaded}User www-data\nGroup www-data\nListen 127.0.0.1:443\n"
                   f"ErrorLog {folder}/apache.log\nLogLevel warn\nMaxRequestWorkers 150\n"
                   + "".join(f"Include {site}\n" for site in sites))
    return ["apache2", "-f", path]


USUAL = ["mpm_event", "authn_core", "authz_core", "authz_user", "headers", "ssl", "proxy", "proxy_http"]


def apache(folder):
    words = apache_words(folder, [example("apache-oidc.conf", folder)], USUAL + ["auth_openidc"])
    started = Started([*words, "-DFOREGROUND"], f"{folder}/apache.log")
    until(lambda: listens(("127.0.0.1", 443)), lambda: "Apache answers:\n" + tail(f"{folder}/apache.log"), 60)
    return started


def nginx(folder):
    path = f"{folder}/nginx-main.conf"
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"user www-data; pid {folder}/nginx.pid; error_log {folder}/nginx.log; events {{ }}\n"
                   f"http {{ access_log off; client_body_temp_path {folder}/nginx-body; proxy_temp_path {folder}/nginx-proxy;\n"
                   f"include {example('nginx.conf', folder)}; }}\n")
    tested = subprocess.run(["nginx", "-t", "-c", path], capture_output=True, text=True)
    if tested.returncode != 0:
        raise Failure(f"nginx doesn't take its example: {tested.stderr}")
    started = Started(["nginx", "-c", path, "-g", "daemon off;"], f"{folder}/nginx.log")
    until(lambda: listens(("127.0.0.2", 443)), lambda: "nginx answers:\n" + tail(f"{folder}/nginx.log"), 60)
    return started


def other_examples(folder):
    """That Apache takes the examples for SAML and Kerberos; nobody signs in by them here."""
    os.makedirs(f"{folder}/mellon", exist_ok=True)
    for name, made in (("torg.key", "key.pem"), ("torg.cert", "cert.pem")):
        shutil.copy(f"{folder}/{made}", f"{folder}/mellon/{name}")
    entity = '<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://{}/"/>'
    for name in ("torg", "idp"):
        with open(f"{folder}/mellon/{name}.xml", "w", encoding="utf-8") as file:
            file.write(entity.format(name))
    refused = []
    for name, module in (("apache-saml.conf", "auth_mellon"), ("apache-kerberos.conf", "auth_gssapi")):
        tested = subprocess.run([*apache_words(folder, [example(name, folder)], USUAL + [module]), "-t"],
                                capture_output=True, text=True)
        if tested.returncode != 0:
            refused.append(f"Apache doesn't take {name}: {tested.stderr.strip()}")
    return refused


def tail(path):
    with open(path, errors="replace") as file:
        return file.read()[-2000:]


def memory(pid):
    """What a process has in memory, in MiB."""
    with open(f"/proc/{pid}/status") as file:
        return int(re.search(r"VmRSS:\s+(\d+)", file.read())[1]) / 1024


