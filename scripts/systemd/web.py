"""The web view's units under a real systemd: their sandbox lets through what they need, and nothing else is there."""
import os, socket, stat

from harness import expect, until
from machine import write

HOST = "torg.ekby.example"


def asked(torg, path, person):
    """One request as the web server in front makes it, over the socket that systemd opened: status line and page."""
    with socket.socket(socket.AF_UNIX) as client:
        client.settimeout(60)
        client.connect(torg.root + "/run/torg-web/torg-web.sock")
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nX-Remote-User: {person}\r\nConnection: close\r\n\r\n".encode())
        client.shutdown(socket.SHUT_WR)
        data = b""
        while part := client.recv(1 << 16):
            data += part
    head, _, page = data.decode(errors="replace").partition("\r\n\r\n")
    return head.partition("\r\n")[0], page


def web_view(torg):
    """Off as installed; on with its socket, as torg-web, without a network; a call waits through a restart."""
    expect(torg.show("torg-web.socket", "ActiveState") == "inactive", "the web view's socket is on before anybody asked for it")
    write(torg.root + "/etc/torg/web.yaml", f"address: https://{HOST}\n")
    with open(torg.root + "/etc/torg/torg.yaml", "a") as settings:
        settings.write("roles:\n  manager:\n    people: [anna@ekby.example]\n  delegates:\n    users: [torg-web]\n")
    torg.systemctl("start", "torgd.socket", "torgd.service")
    try:
        torg.systemctl("start", "torg-web.socket")
        path = os.stat(torg.root + "/run/torg-web/torg-web.sock")
        group = torg.ok("stat", "--format=%G", "/run/torg-web/torg-web.sock").strip()
        expect(group == "www-data" and stat.S_IMODE(path.st_mode) == 0o660, f"the socket is {group}'s, {stat.S_IMODE(path.st_mode):o}")
        status, page = asked(torg, "/me", "anna@ekby.example")
        expect(" 200 " in status and "anna@ekby.example via torg-web" in page, f"the first call: {status} {page[:300]}")
        expect(torg.show("torg-web.service", "ActiveState") == "active", "the first call starts no service")
        status, page = asked(torg, "/suppliers.xlsx?name=a", "anna@ekby.example")
        expect(" 200 " in status, f"a workbook, which is written to a file first: {status} {page[:300]}")
        process = torg.show("torg-web.service", "MainPID")
        user = torg.ok("stat", "--format=%U", f"/proc/{process}").strip()
        links = torg.ok("nsenter", f"--target={process}", "--net", "ls", "/sys/class/net").split()
        expect(user == "torg-web", f"it runs as {user}")
        torg.systemctl("restart", "torg-web.service")
        status, _ = asked(torg, "/me", "anna@ekby.example")
        expect(" 200 " in status, f"after a restart: {status}")
        torg.systemctl("restart", "torgd.service")
        status, _ = asked(torg, "/me", "anna@ekby.example")
        expect(" 200 " in status, f"after a restart of the daemon: {status}")
        write(torg.root + "/etc/torg/web.yaml", "adress: x\n")
        torg.run("systemctl", "restart", "torg-web.service")
        torg.alarmed("torg-web.service")
        until(lambda: torg.says("unknown key", unit="torg-web.service"), "a mistake in web.yaml isn't told")
    finally:
        torg.systemctl("stop", "torg-web.socket", "torg-web.service")
    return f"as torg-web, for the group www-data, with the network {links or 'none'}; through restarts; a mistake in web.yaml is an alarm"
