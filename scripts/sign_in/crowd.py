"""Those who come all at once, those who are slow, and those who send what no browser does: over torg-web's own socket."""
import concurrent.futures
import http.client
import socket
import statistics
import threading
import time

from .front import HOST, SOCKET, memory


class UnixHTTP(http.client.HTTPConnection):
    """HTTP over torg-web's socket."""

    def __init__(self, timeout=60):
        super().__init__(HOST, timeout=timeout)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(SOCKET)


def asked(path, person=None, groups=None, method="GET", body=None, **headers):
    """One request as the web server in front makes it."""
    connection = UnixHTTP()
    sent = {"Host": HOST} | {name.replace("_", "-"): value for name, value in headers.items()}
    if person is not None:
        sent["X-Remote-User"] = person
    if groups is not None:
        sent["X-Remote-Groups"] = groups
    if body is not None:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    connection.request(method, path, body=body, headers=sent)
    answer = connection.getresponse()
    answer.text = answer.read().decode(errors="replace")
    connection.close()
    return answer


def said(text, keeps=False):
    """What is answered to bytes as they are; with `keeps` the connection as well."""
    client = socket.socket(socket.AF_UNIX)
    client.settimeout(60)
    client.connect(SOCKET)
    client.sendall(text if isinstance(text, bytes) else text.encode())
    if keeps:
        return client
    data = b""
    try:
        while part := client.recv(1 << 16):
            data += part
            if b"\r\n\r\n" in data:
                break
    except ConnectionResetError:
        pass
    client.close()
    return data.decode(errors="replace")


WALK = ["/", "/me", "/need?text=drift+av+servrar", "/category/it", "/suppliers?name=AB", "/records"]


def sessions(check, pid, count):
    """As many people at once, each on a walk of their own; nobody is answered as anybody else, and no request fails."""
    failed, times, start = [], [], threading.Barrier(count)

    def walk(number):
        person = f"p{number}@ekby.example"
        start.wait(300)
        for path in WALK:
            begun = time.monotonic()
            try:
                answer = asked(path, person, "inkop;alla")
                if answer.status != 200 or person not in answer.text:
                    failed.append(f"{path} as {person}: {answer.status}")
            except OSError as error:
                failed.append(f"{path} as {person}: {error!r}")
            times.append(time.monotonic() - begun)

    before, begun = memory(pid), time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        list(pool.map(walk, range(count)))
    lasted = time.monotonic() - begun
    check(not failed, f"of {count} sessions at once, {len(failed)} requests failed: {failed[:3]}")
    times.sort()
    print(f"{count} sessions at once: {len(times)} requests in {lasted:.1f} s, {len(failed)} failed; median "
          f"{statistics.median(times) * 1000:.0f} ms, p99 {times[len(times) * 99 // 100] * 1000:.0f} ms; torg-web's memory "
          f"{before:.0f} to {memory(pid):.0f} MiB", flush=True)


def slow(check, pid, count, bound=45):
    """Half a header, half a form, a form a byte at a time, an answer that isn't taken: each is ended, and others notice nothing."""
    half = f"GET / HTTP/1.1\r\nHost: {HOST}\r\nX-Remote-User: slow@ekby.example\r\nX-"
    form = (f"POST /need HTTP/1.1\r\nHost: {HOST}\r\nX-Remote-User: slow@ekby.example\r\nSec-Fetch-Site: same-origin\r\n"
            "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 9000\r\n\r\ntext=")
    shapes = {"half a header": half, "half a form": form, "a form by the byte": form, "a header by the byte": half}
    begun, clients = time.monotonic(), []
    for name, text in shapes.items():
        clients += [[name, said(text, keeps=True), None] for _ in range(count)]
    waited = []
    while any(ended is None for _, _, ended in clients) and time.monotonic() - begun < bound + 15:
        for client in clients:
            name, connection, ended = client
            if ended is not None:
                continue
            try:
                if "byte" in name:
                    connection.send(b"a")
                connection.setblocking(False)
                if not connection.recv(1 << 16):
                    client[2] = time.monotonic() - begun
            except BlockingIOError:
                pass
            except OSError:
                client[2] = time.monotonic() - begun
            finally:
                connection.setblocking(True)
        asking = time.monotonic()
        answer = asked("/signed-out")
        check(answer.status == 200, f"beside slow clients: {answer.status}")
        answer = asked("/me", "quick@ekby.example", "inkop")
        check(answer.status == 200, f"beside slow clients: {answer.status}")
        waited.append(time.monotonic() - asking)
        time.sleep(0.5)
    left = [name for name, _, ended in clients if ended is None]
    check(not left, f"{len(left)} slow clients are waited for after {bound + 15} s: {sorted(set(left))}")
    latest = max((ended for _, _, ended in clients if ended is not None), default=0)
    check(latest < bound, f"a slow client was ended after {latest:.0f} s")
    print(f"{len(clients)} slow clients, each ended within {latest:.0f} s; others' pages took at most {max(waited) * 1000:.0f} ms "
          f"meanwhile; {memory(pid):.0f} MiB", flush=True)
    for _, connection, _ in clients:
        connection.close()


def odd(check):
    """What no browser sends."""
    head = f"GET /me HTTP/1.1\r\nHost: {HOST}\r\n"
    person = "X-Remote-User: anna@ekby.example\r\n"
    for name, text, codes in (
            ("a header of 40,000 bytes", head + person + "X: " + "x" * 40_000 + "\r\n\r\n", (400, 431)),
            ("70,000 bytes of headers", head + person + "".join(f"X{n}: {'x' * 1000}\r\n" for n in range(70)) + "\r\n", (400, 431)),
            ("500 headers", head + person + "".join(f"X{n}: x\r\n" for n in range(500)) + "\r\n", (400, 431)),
            ("no HTTP", "hello\r\n\r\n", (400,)),
            ("TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 64 + b"\r\n\r\n", (400,)),
            ("two lengths", f"POST /need HTTP/1.1\r\nHost: {HOST}\r\n{person}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", (400,)),
            ("length and chunks", f"POST /need HTTP/1.1\r\nHost: {HOST}\r\n{person}Content-Length: 1\r\nTransfer-Encoding: chunked"
             "\r\n\r\n0\r\n\r\n", (400,)),
            ("no host", f"GET /me HTTP/1.1\r\n{person}\r\n", (400, 421)),
            ("a folded header", head + "X-Remote-User: anna\r\n @ekby.example\r\n\r\n", (400,)),
            ("a zero byte", head + "X-Remote-User: anna\x00@ekby.example\r\n\r\n", (400,)),
            ("a header that is another's with a blank", head + "X-Remote-User : anna@ekby.example\r\n\r\n", (400, 401)),
            ("an underscore", head + "X_Remote_User: anna@ekby.example\r\n\r\n", (401,)),
            ("Latin-1", (head + "X-Remote-User: ").encode() + b"\xe5sa@ekby.example\r\n\r\n", (400,)),
            ("a person twice", head + person + person + "\r\n", (400,)),
            ("a person twice, in another case", head + person + "x-remote-user: rita@ekby.example\r\n\r\n", (400,))):
        answer = said(text)
        code = int(answer.split(" ")[1]) if answer.startswith("HTTP/1.1 ") else 0
        check(code in codes, f"{name}: {answer[:60]!r}")
    # Half a form whose sender hangs up is no form.
    with said(f"POST /need HTTP/1.1\r\nHost: {HOST}\r\n{person}Sec-Fetch-Site: same-origin\r\nContent-Length: 90\r\n\r\ntext=",
              keeps=True) as client:
        client.shutdown(socket.SHUT_WR)
        data = client.recv(1 << 16)
        check(not data.startswith(b"HTTP/1.1 200") and not data.startswith(b"HTTP/1.1 3"), f"half a form: {data[:40]!r}")
    check(asked("/me", "anna@ekby.example", "inkop").status == 200, "after odd requests nobody is answered")
