"""A server that has what torg-fetch fetches, as docs/sources.md says, and that misbehaves when it is told to.

For scripts/check-fetch. Everything on it is made up; which notices there are follows from the day.
"""
import csv
import datetime
import email.utils
import gzip
import hashlib
import http.server
import io
import json
import os
import re
import ssl
import subprocess
import tarfile
import threading
import time
import urllib.parse
import zipfile

COUNTRIES = ["SWE", "DEU", "POL", "FRA", "FIN", "NOR", "ESP"]
ALPHA2 = {"SWE": "SE", "DEU": "DE", "POL": "PL", "FRA": "FR", "FIN": "FI", "NOR": "NO", "ESP": "ES"}


def eforms(number, country):
    """A notice whose buyer is in a country; its winner is in another, which must not count."""
    other = COUNTRIES[(COUNTRIES.index(country) + 1) % len(COUNTRIES)]
    organisation = (
        "<efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>{id}</cbc:ID></cac:PartyIdentification>"
        "<cac:PostalAddress><cac:Country><cbc:IdentificationCode>{country}</cbc:IdentificationCode></cac:Country>"
        "</cac:PostalAddress></efac:Company></efac:Organization>")
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!-- <cac:Country> --><urn:ContractAwardNotice xmlns:urn="u" xmlns:cac="a" '
        'xmlns:cbc="b" xmlns:efac="c"><ext:UBLExtensions xmlns:ext="e"><efac:Organizations>'
        + organisation.format(id="ORG-0001", country=country) + organisation.format(id="ORG-0002", country=other)
        + "</efac:Organizations></ext:UBLExtensions><cac:ContractingParty><cac:Party><cac:PartyIdentification>"
        f"<cbc:ID>ORG-0001</cbc:ID></cac:PartyIdentification></cac:Party></cac:ContractingParty><cbc:ID>{number}</cbc:ID>"
        + "<cbc:Note>" + hashlib.sha256(number.encode()).hexdigest() * 40 + "</cbc:Note></urn:ContractAwardNotice>").encode()


def ted_export(number, country):
    return (
        f'<?xml version="1.0"?><TED_EXPORT DOC_ID="{number}"><CODED_DATA_SECTION><NOTICE_DATA>'
        f'<ISO_COUNTRY VALUE="{ALPHA2[country]}"/></NOTICE_DATA></CODED_DATA_SECTION></TED_EXPORT>').encode()


def working_days(year):
    day = datetime.date(year, 1, 2)
    while day.year == year:
        if day.weekday() < 5:
            yield day
        day += datetime.timedelta(days=1)


class World:
    """What is published, up to a moment."""

    def __init__(self, now, notices=40):
        self.now = now
        self.notices = notices
        self.faults = []
        self.requests = []
        self.agents = set()
        self.packed = {}
        self.statistics = 1
        self.registers = 1
        self.folder = {}

    # -- TED

    def issues(self, year):
        return list(enumerate(working_days(year), 1))

    def issue(self, key):
        year, number = int(key[:4]), int(key[4:])
        return dict(self.issues(year)).get(number)

    def is_out(self, day):
        return self.now >= datetime.datetime.combine(day, datetime.time(6, 0), datetime.timezone.utc)

    def numbers(self, day):
        """Number and country of each notice of a day."""
        base = (day - datetime.date(day.year, 1, 1)).days * 1000
        return [(f"{base + i}-{day.year}", COUNTRIES[(i * 5 + day.day) % len(COUNTRIES)]) for i in range(self.notices)]

    def notice(self, number):
        n, year = number.split("-")
        day = datetime.date(int(year), 1, 1) + datetime.timedelta(days=int(n) // 1000)
        country = dict(self.numbers(day))[number]
        return ted_export(number, country) if int(n) % 10 == 3 else eforms(number, country)

    def package(self, day, number, fewer=0):
        key = (day, fewer)
        if key not in self.packed:
            buffer = io.BytesIO()
            with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
                for name, _ in self.numbers(day)[fewer:]:
                    n, year = name.split("-")
                    body = self.notice(name)
                    info = tarfile.TarInfo(f"{day:%Y%m%d}_{number:03}/{int(n):08}_{year}.xml")
                    info.size = len(body)
                    tar.addfile(info, io.BytesIO(body))
            self.packed[key] = buffer.getvalue()
        return self.packed[key]

    def month(self, year, month):
        buffer = io.BytesIO()
        with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0) as packed, tarfile.open(fileobj=packed, mode="w") as tar:
            for number, day in self.issues(year):
                if day.month == month and self.is_out(day):
                    body = self.package(day, number)
                    info = tarfile.TarInfo(f"{day:%Y%m%d}_{year}{number:03}.tar.gz")
                    info.size = len(body)
                    tar.addfile(info, io.BytesIO(body))
        return buffer.getvalue()

    def search(self, asked, timed_out=False, fewer=0):
        day = datetime.datetime.strptime(re.search(r"publication-date=(\d{8})", asked["query"])[1], "%Y%m%d").date()
        found = self.numbers(day) if day.weekday() < 5 and self.is_out(day) else []
        countries = re.search(r"buyer-country IN \(([A-Z ]+)\)", asked["query"])
        if countries:
            found = [one for one in found if one[1] in countries[1].split()]
        start = int(asked.get("iterationNextToken") or 0)
        page = found[start:start + asked["limit"]]
        end = start + len(page)
        return {
            "notices": [{"publication-number": number} for number, _ in page[fewer:]], "totalNoticeCount": len(found),
            "iterationNextToken": str(end) if end < len(found) else None, "timedOut": timed_out}

    # -- The others

    def csv(self):
        text = io.StringIO()
        rows = csv.writer(text, delimiter=";")
        rows.writerow(["År", "Upphandlings-ID", "Namn för leverantör", "Antal kontrakterade anbud*"])
        for row in range(2000):
            rows.writerow([2024, f"{self.statistics}-{row}", f"Firma {row} AB", 1])
        return b"\xef\xbb\xbf" + text.getvalue().encode()

    def zip(self, name, size=200_000):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
            seed = f"{name} {self.registers}".encode()
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            packed.writestr(info, b"".join(hashlib.sha256(seed + str(i).encode()).digest() for i in range(size // 32)))
        return buffer.getvalue()

    def german_day(self, day):
        if day.weekday() > 4 or datetime.datetime.combine(day, datetime.time(23, 59), datetime.timezone.utc) > self.now:
            return None
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as packed:
            for i in range(5):
                packed.writestr(zipfile.ZipInfo(f"de-{day}-{i}.xml", (2026, 1, 1, 0, 0, 0)), eforms(f"de-{day}-{i}", "DEU"))
        return buffer.getvalue()

    def norwegian_day(self, day):
        return [f"{day.year}-{day:%m%d}{i:02}" for i in range(day.day % 4 * 2)]

    # -- Answering

    def fault(self, path, take=True):
        for fault in self.faults:
            if re.search(fault["path"], path) and fault.get("times", 1) > 0:
                if take:
                    fault["times"] = fault.get("times", 1) - 1
                return fault
        return None

    def content(self, path, query, body, fault):
        """Bytes and type of an answer, `None` for what isn't there."""
        kind = (fault or {}).get("kind")
        if found := re.fullmatch(r"/en/release-calendar/-/download/file/CSV/(\d+)", path):
            lines = ["OJS,Publication date "] + [f"{n}/{day.year},{day:%d/%m/%Y}" for n, day in self.issues(int(found[1]))]
            return "\r\n".join(lines).encode(), "text/csv", False
        if found := re.fullmatch(r"/packages/daily/(\d{9})", path):
            day = self.issue(found[1])
            if day is None or not self.is_out(day):
                return None
            return self.package(day, int(found[1][4:]), 3 if kind == "fewer" else 0), "application/gzip", False
        if found := re.fullmatch(r"/packages/monthly/(\d{4})-(\d{1,2})", path):
            return self.month(int(found[1]), int(found[2])), "application/gzip", False
        if path == "/v3/notices/search":
            asked = json.loads(body)
            answer = self.search(asked, kind == "timedOut", 1 if kind == "fewerHits" else 0)
            return json.dumps(answer).encode(), "application/json", False
        if found := re.fullmatch(r"/en/notice/(\d+-\d+)/xml", path):
            return self.notice(found[1]), "application/xml", False
        if path == "/store/12/resource/239":
            return self.csv(), "text/csv", True
        if path in ("/bolagsverket.zip", "/scb.zip"):
            return self.zip(path[1:]), "application/zip", True
        if path == "/api/notice-exports":
            body = self.german_day(datetime.date.fromisoformat(query["pubDay"]))
            return body and (body, "application/zip", False)
        if path == "/public/v2/search":
            ids = self.norwegian_day(datetime.date.fromisoformat(query["issueDateFrom"]))
            return json.dumps({
                "numHitsTotal": len(ids), "numHitsAccessible": len(ids), "hits": [{"id": one} for one in ids]
            }).encode(), "application/json", False
        if path.startswith("/public/v2/download/"):
            return eforms(path.rsplit("/", 1)[1], "NOR"), "application/octet-stream", False
        if path == "/export/":
            links = "".join(f'<li><a href="{name}">{name}</a>' for name in self.folder)
            return f'<html><body><a href="../">..</a>{links}</body></html>'.encode(), "text/html", False
        if path.startswith("/export/") and urllib.parse.unquote(path[8:]) in self.folder:
            return self.folder[urllib.parse.unquote(path[8:])], "application/xml", True
        return None


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "made-up", ""

    @property
    def world(self):
        return self.server.world

    def log_message(self, *_):
        pass

    def date_time_string(self, timestamp=None):
        moment = self.world.now
        fault = self.world.fault(self.path, take=False)
        if fault and fault["kind"] == "clock":
            moment += datetime.timedelta(hours=fault.get("hours", 5))
        return email.utils.format_datetime(moment, usegmt=True)

    def do_POST(self):
        self.answer(self.rfile.read(int(self.headers["Content-Length"])))

    def do_GET(self):
        self.answer(b"")

    def answer(self, body):
        path, _, rest = self.path.partition("?")
        query = dict(pair.split("=", 1) for pair in rest.split("&") if "=" in pair)
        self.world.requests.append(self.path)
        self.world.agents.add(self.headers.get("User-Agent"))
        fault = self.world.fault(self.path)
        kind = fault["kind"] if fault else None
        wanted = self.headers.get(fault["needs"]) if fault and "needs" in fault else True
        if kind in WHOLE and wanted:
            return WHOLE[kind](self, fault)
        if path.startswith("/public/") and self.headers.get("Ocp-Apim-Subscription-Key") != "the key":
            return self.plain(401, b'{"statusCode": 401}', "application/json")
        if path.startswith("/export/") and self.headers.get("Authorization") != "Basic a29tbXVuOmhlbWxpZw==":
            return self.plain(401, b"no", "text/plain")
        found = self.world.content(path, query, body, fault)
        if found is None:
            return self.plain(404, b"<html>Not found</html>", "text/html")
        content, kind_of, validated = found
        if kind in BODY:
            content = BODY[kind](content)
        etag = '"' + hashlib.md5(content).hexdigest() + '"'
        if validated and self.headers.get("If-None-Match") == etag:
            return self.plain(304, b"", None)
        self.data(content, kind_of, etag if validated else None, fault)

    def data(self, content, kind_of, etag, fault):
        kind = fault["kind"] if fault else None
        start = 0
        ranged = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        same = self.headers.get("If-Range") in (None, etag)
        if ranged and same and kind != "cutWithoutRange" and int(ranged[1]) < len(content):
            start = int(ranged[1])
        elif ranged and same and int(ranged[1]) >= len(content):
            return self.plain(416, b"", None)
        part = content[start:]
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        self.send_header("Content-Type", kind_of)
        length = len(part) + (1000 if kind == "wrongLength" else 0)
        self.send_header("Content-Length", str(length))
        if etag:
            self.send_header("ETag", etag)
        self.end_headers()
        if kind in ("cut", "cutWithoutRange"):
            self.wfile.write(part[:max(1, min(len(part) - 1, fault.get("after", len(part) // 2)))])
            self.close_connection = True
        else:
            self.wfile.write(part)
            if kind == "wrongLength":
                self.close_connection = True

    def plain(self, status, body, kind_of, fields=()):
        self.send_response(status)
        if kind_of:
            self.send_header("Content-Type", kind_of)
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        for name, value in fields:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def endless(self, _):
        self.send_response(200)
        self.send_header("Content-Type", "application/gzip")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        block = b"\x1f\x8b\x08" + b"\0" * 65533
        self.close_connection = True
        try:
            while True:
                self.wfile.write(b"10000\r\n" + block + b"\r\n")
        except OSError:
            pass

    def stall(self, fault):
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(b"\x1f\x8b\x08" + b"\0" * 1000)
        self.wfile.flush()
        time.sleep(fault.get("seconds", 4))
        self.close_connection = True

    def drip(self, fault):
        """A little at a time, fast enough not to stall, and without end."""
        self.send_response(200)
        self.send_header("Content-Type", "application/gzip")
        self.end_headers()
        self.close_connection = True
        try:
            for _ in range(fault.get("seconds", 10) * 10):
                self.wfile.write(b"\x1f\x8b\x08" + bytes(1021))
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            pass

    def long_header(self, _):
        self.send_response(200)
        for number in range(3000):
            self.send_header(f"X-{number}", "x" * 80)
        self.end_headers()
        self.close_connection = True

    def hang_up(self, _):
        self.close_connection = True


PAGE = b"<!DOCTYPE html><html><body>Please wait</body></html>"
# Faults that are the whole answer.
WHOLE = {
    "challenge": lambda self, _: self.plain(202, b"", None, [("x-amzn-waf-action", "challenge")]),
    "challenge200": lambda self, _: self.plain(200, b"{}", "text/html", [("x-amzn-waf-action", "captcha")]),
    "page": lambda self, _: self.plain(200, PAGE, "text/html"),
    "pageAsGzip": lambda self, _: self.plain(200, PAGE, "application/gzip"),
    "other": lambda self, _: self.plain(200, b"\x00" * 4000, "application/gzip"),
    "empty": lambda self, _: self.plain(200, b"", "application/gzip"),
    "busy": lambda self, _: self.plain(429, PAGE, "text/html"),
    "busySoon": lambda self, _: self.plain(429, PAGE, "text/html", [("Retry-After", "0")]),
    "busyLong": lambda self, fault: self.plain(429, PAGE, "text/html", [("Retry-After", str(fault.get("seconds", 7200)))]),
    "server": lambda self, _: self.plain(503, PAGE, "text/html"),
    "gone": lambda self, _: self.plain(404, PAGE, "text/html"),
    "denied": lambda self, _: self.plain(403, PAGE, "text/html"),
    "teapot": lambda self, _: self.plain(418, b"", None),
    "elsewhere": lambda self, _: self.plain(302, b"", None, [("Location", "https://elsewhere.invalid/x")]),
    "otherPort": lambda self, _: self.plain(302, b"", None, [("Location", "https://localhost:1/x")]),
    "http": lambda self, _: self.plain(301, b"", None, [("Location", f"http://localhost:{self.server.server_port}{self.path}")]),
    "file": lambda self, _: self.plain(302, b"", None, [("Location", "file:///etc/passwd")]),
    "loop": lambda self, _: self.plain(302, b"", None, [("Location", self.path)]),
    "within": lambda self, _: self.plain(307, b"", None, [("Location", self.path + "?again=1")]),
    "endless": Handler.endless,
    "stall": Handler.stall,
    "drip": Handler.drip,
    "longHeader": Handler.long_header,
    "hangUp": Handler.hang_up,
}
# Faults of the content.
BODY = {
    "truncated": lambda content: content[:len(content) * 2 // 3],
    "columns": lambda content: content.replace("Upphandlings-ID".encode(), b"ID"),
    "damaged": lambda content: content[:200] + bytes(200) + content[400:],
}


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, world, certificate):
        super().__init__(("localhost", 0), Handler)
        self.world = world
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(*certificate)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def get_request(self):
        connection, address = super().get_request()
        return self.context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False), address

    def handle_error(self, *_):
        pass


def certificates(folder):
    """An authority, and certificates of localhost: good, expired, not yet valid, and by nobody."""
    def openssl(*words):
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True)

    with open(os.path.join(folder, "ca.cnf"), "w", encoding="utf-8") as file:
        file.write(
            "[ca]\ndefault_ca=made\n[made]\ndir=.\nnew_certs_dir=.\ndatabase=index\nrand_serial=yes\ndefault_md=sha256\n"
            "policy=any\nx509_extensions=leaf\nunique_subject=no\n[any]\ncommonName=supplied\n"
            "[leaf]\nsubjectAltName=DNS:localhost\n")
    open(os.path.join(folder, "index"), "w", encoding="utf-8").close()
    key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    openssl("req", "-x509", *key, "-keyout", "ca.key", "-out", "ca.pem", "-days", "30", "-subj", "/CN=made-up authority")
    openssl("req", "-x509", *key, "-keyout", "nobody.key", "-out", "nobody.pem", "-days", "30", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost")
    now = datetime.datetime.now(datetime.timezone.utc)
    for name, start, end in [("good", -1, 20), ("expired", -20, -1), ("future", 2, 20)]:
        openssl("req", "-new", *key, "-keyout", f"{name}.key", "-out", f"{name}.csr", "-subj", "/CN=localhost")
        dates = [f"{now + datetime.timedelta(days=days):%Y%m%d%H%M%SZ}" for days in (start, end)]
        openssl("ca", "-batch", "-config", "ca.cnf", "-cert", "ca.pem", "-keyfile", "ca.key", "-in", f"{name}.csr",
                "-out", f"{name}.pem", "-startdate", dates[0], "-enddate", dates[1], "-notext")
    return {name: (os.path.join(folder, f"{name}.pem"), os.path.join(folder, f"{name}.key"))
            for name in ("good", "expired", "future", "nobody")} | {"ca": os.path.join(folder, "ca.pem")}
