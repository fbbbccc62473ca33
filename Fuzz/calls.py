#!/usr/bin/env python3
"""Calls a daemon of its own with everything that its contract knows, right and wrong, and sees to it that it answers.

    Fuzz/calls.py FOLDER [--calls N] [--seed N] [--only N] [--slow SECONDS] [--clients N] [--method NAME]

FOLDER holds the programs, such as .build/release. The calls are made from what rpc.discover says: some are right in every
member, most have something odd in one or a few (numbers up to 2⁶³ and beyond, texts with U+0000, lone surrogates, megabytes
or right-to-left marks, lists too long, members missing or of another kind), as an admin, a manager and a reader (as root;
else as an admin alone), one by one or in a batch, and now and then the caller hangs up at once. The same seed makes the
same calls; --only N sends the call of that number alone and shows it with its answer.

It fails when the daemon ends, when an answer is none (not JSON, another's id, an error without data), when one is Torg's own
fault (-32603, -32005), or when one takes longer than --slow SECONDS (10; a back-test and tuning may take ten times as long).
"""
import argparse
import collections
import json
import os
import random
import shutil
import sys
import threading
import time

sys.path.append(os.path.dirname(os.path.dirname(os.path.abspath(__file__))) + "/scripts")
import harness
from harness import ROOT, line

USERS = {"admin": 0, "manager": 65533, "reader": 65534}
# Of these a few will do: each takes a while, or writes much.
RARE = {
    "feed.import", "suppliers.import", "codes.import", "store.backup", "store.check", "matching.backtest",
    "matching.tune", "privacy.purge", "dossier.verify", "rpc.discover", "server.metrics",
}
LONG = {"matching.backtest", "matching.tune"}
NUMBERS = [
    "0", "-0", "-1", "1", "2", "63", "64", "65", "255", "256", "1000", "1001", "9999", "10001", "65536", "2147483647",
    "2147483648", "4294967296", "9007199254740991", "9007199254740993", "4611686018427387904", "9223372036854775807",
    "-9223372036854775808", "9223372036854775808", "18446744073709551615", "18446744073709551616",
    "340282366920938463463374607431768211456", "1e18", "1e19", "1e308", "-1e308", "1e309", "1e-400", "0.1", "0.5", "1.0",
    "1.0000001", "-0.5", "1e9", "1e9999999999", "9" * 400,
]
TEXTS = [
    '""', '" "', r'"\u0000"', r'"a\u0000b"', r'"\ud800"', r'"\udc00\ud800"', r'"\uffff"', r'"\u202e\u2066abc\u2069"',
    r'"\u0301\u0301"', r'"\n\r\t\u0007\u001b[31m"', r'"%s%n%x"', '"\'; DROP TABLE notices; --"', r'"\" OR \"\"*"',
    '"NEAR(a b) AND NOT {x}: ^y*"', '"../../etc/passwd"', '"/"', '"/dev/zero"', '"/proc/self/mem"', '"811228-9874"',
    '"8112289874"', '"19811228-9874"', '"556859-2918"', '"72*"', '"7*"', '"*"', '"99999999"', '"SE"', '"SE121"',
    '"09:00"', '"23:59"', '"24:00"', '"9223372036854775807"', '"0000-00-00"', '"2021-02-29"', '"9999-12-31"',
    '"0001-01-01"', '"1900-01-01"', '"2200-12-31"', '"=1+1"', '"<script>alert(1)</script>"', '"👩‍👩‍👧‍👦"',
    json.dumps("ß" * 50 + "İı"), json.dumps("a " * 400), json.dumps("é" * 700), json.dumps("x" * 1001),
    json.dumps("x" * 30_000), json.dumps("\u0301" * 5000), json.dumps("مرحبا" * 30), json.dumps(" ".join(map(str, range(250)))),
    json.dumps("https://" + "a" * 3000), json.dumps("-" * 190), json.dumps("AAAA" * 60),
]
OTHERS = ["null", "true", "false", "[]", "{}", "[[]]", '{"a":{"b":[1]}}', "0", '"x"', "[null]", "[" * 40 + "]" * 40]


class Calls:
    """Makes calls from the contract's document; the same number gives the same call."""

    def __init__(self, document, seed, folder):
        self.seed = seed
        self.folder = folder
        self.schemas = document["components"]["schemas"]
        self.methods = {method["name"]: method for method in document["methods"]}
        names = sorted(self.methods)
        self.names = [name for name in names for _ in range(1 if name in RARE else 12)]
        self.known = collections.defaultdict(list)

    def make(self, number, method=None):
        self.random = random.Random(f"{self.seed}/{number}")
        name = method or self.random.choice(self.names)
        # A third is right, as far as the contract can tell.
        self.odd = self.random.choice([0, 0, 0, 0.02, 0.05, 0.15, 0.4])
        role = self.random.choices(["admin", "manager", "reader"], [5, 3, 3])[0]
        members = []
        for parameter in self.methods[name]["params"]:
            if self.random.random() < (0.985 if parameter["required"] else 0.4):
                members.append(f'{json.dumps(parameter["name"])}:{self.value(parameter["schema"], parameter["name"])}')
        if self.random.random() < self.odd / 4:
            members.append(self.random.choice(['"x":1', '"limti":1', members[0] if members else '"":null']))
        parameters = "{" + ",".join(members) + "}"
        if self.random.random() < self.odd / 8:
            parameters = self.random.choice(OTHERS)
        return name, role, f'{{"jsonrpc":"2.0","id":{number},"method":{json.dumps(name)},"params":{parameters}}}'

    def value(self, schema, name):
        if self.random.random() < self.odd:
            return self.strange(schema)
        if "$ref" in schema:
            return self.value(self.schemas[schema["$ref"].rsplit("/", 1)[1]], name)
        if "oneOf" in schema:
            return self.value(self.random.choice(schema["oneOf"]), name)
        if "enum" in schema:
            return json.dumps(self.random.choice(schema["enum"]))
        return getattr(self, "a_" + schema.get("type", "string"))(schema, name)

    def strange(self, schema):
        kind = schema.get("type")
        if self.random.random() < 0.15:
            return self.random.choice(OTHERS)
        if kind in ("integer", "number"):
            edges = [str(schema.get(edge, 0) + by) for edge in ("minimum", "maximum") for by in (-1, 0, 1)]
            return self.random.choice(edges if self.random.random() < 0.3 else NUMBERS)
        if kind == "array":
            one = self.value(schema["items"], "")
            return "[" + ",".join([one] * min(self.random.choice([1, 65, 201, 1001, 5001]), 900_000 // (len(one) + 1))) + "]"
        if kind == "object" and "properties" not in schema:
            return "{" + ",".join(f'"{n}":{self.random.choice(NUMBERS)}' for n in range(self.random.choice([1, 101]))) + "}"
        return self.random.choice(TEXTS if kind == "string" else TEXTS + NUMBERS)

    def a_boolean(self, schema, name):
        return self.random.choice(["true", "false"])

    def a_integer(self, schema, name):
        if self.known[name] and self.random.random() < 0.8:
            return self.random.choice(self.known[name])
        least, most = schema.get("minimum", 0), schema.get("maximum", 1000)
        return str(self.random.choice([least, most, self.random.randint(least, min(most, least + 20)), self.random.randint(least, most)]))

    def a_number(self, schema, name):
        least, most = schema.get("minimum", 0), schema.get("maximum", 1)
        return str(self.random.choice([least, most, round(self.random.uniform(least, most), 3)]))

    def a_string(self, schema, name):
        if schema.get("format") == "date":
            return f'"{self.random.randint(1900, 2200) if self.random.random() < 0.2 else self.random.randint(2019, 2027)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"'
        if name == "path":
            # Nothing outside its own folder is written; a copy that could be made is there already.
            return json.dumps(self.folder + self.random.choice(["/taken", "/none/x", "/odd\u202e", "/register.csv", "/torg.sqlite"]))
        if name in ("starts", "ends"):
            return f'"{self.random.randint(0, 23):02}:{self.random.choice([0, 15, 30, 45]):02}"'
        if self.known[name] and self.random.random() < 0.9:
            return self.random.choice(self.known[name])
        return json.dumps("".join(self.random.choice("abcåäö ABC-12") for _ in range(min(schema.get("maxLength", 30), self.random.randint(1, 30)))))

    def a_array(self, schema, name):
        most = schema.get("maxItems", 20)
        count = min(most, self.random.choice([0, 1, 1, 2, 3, 4, self.random.randint(0, 30), self.random.randint(0, most) if self.random.random() < 0.1 else 2]))
        values = []
        size = 0
        while len(values) < count and size < 600_000:
            values.append(self.value(schema["items"], name))
            size += len(values[-1])
        return "[" + ",".join(values) + "]"

    def a_object(self, schema, name):
        members = []
        if "properties" not in schema:
            for word in self.random.sample(["experience", "cpv", "size", "region", "buyer", "nothing", "scope"], self.random.randint(0, 4)):
                members.append(f'"{word}":{self.value(schema.get("additionalProperties") or {"type": "number"}, word)}')
        required = schema.get("required", [])
        for member, inner in schema.get("properties", {}).items():
            if self.random.random() < (0.99 if member in required else 0.4):
                members.append(f"{json.dumps(member)}:{self.value(inner, member)}")
        return "{" + ",".join(members) + "}"


CONNECTING = threading.Lock()


class Daemon(harness.Daemon):
    """One with users of each role, and files in its folder that calls may name."""

    def __init__(self, programs):
        super().__init__(programs, settings={"roles": {"manager": {"users": [str(USERS["manager"])]}}})
        shutil.copy(ROOT + "/Fixtures/suppliers.csv", self.folder + "/register.csv")
        open(self.folder + "/taken", "w").close()

    def connect(self, role="admin"):
        # The kernel tells the daemon whoever we are at this moment.
        with CONNECTING:
            if os.getuid() == 0 and USERS[role]:
                os.seteuid(USERS[role])
            try:
                return harness.connect(self.socket, 600)
            finally:
                if os.getuid() == 0:
                    os.seteuid(0)


class Client(threading.Thread):
    """Sends its share of the calls one after the other."""

    lock = threading.Lock()
    taken = 0
    failures = []
    slowest = collections.defaultdict(lambda: (0, 0))
    ends = collections.Counter()

    def __init__(self, daemon, calls, options):
        super().__init__(daemon=True)
        self.server = daemon
        self.calls = calls
        self.options = options
        self.connections = {}
        self.current = None

    def run(self):
        while not Client.failures and self.server.process.poll() is None:
            with Client.lock:
                if Client.taken >= self.options.calls:
                    return
                number = Client.taken
                Client.taken += 1
                name, role, text = self.calls.make(number, self.options.method)
                fate = self.calls.random.random()
            self.current = (number, text)
            try:
                self.send(number, name, role, text, fate)
            except (OSError, ValueError) as error:
                if self.server.process.poll() is None:
                    self.fail(number, text, f"no answer: {error!r}")
                return
            self.current = None

    def send(self, number, name, role, text, fate):
        if role not in self.connections:
            self.connections[role] = self.server.connect(role)
        client = self.connections[role]
        start = time.monotonic()
        if fate < 0.01:
            client.sendall(text.encode() + b"\n")
            client.close()
            del self.connections[role]
            Client.ends["hung up"] += 1
            return
        batch = fate < 0.03
        client.sendall((f"[{text},{text}]" if batch else text).encode() + b"\n")
        came = line(client)
        seconds = time.monotonic() - start
        if not came:
            # Too large a message, or too deep: it says so and hangs up, or has.
            return self.fail(number, text, "the daemon hung up")
        answers = json.loads(came)
        for answer in answers if isinstance(answers, list) else [answers]:
            if answer.get("jsonrpc") != "2.0" or ("result" in answer) == ("error" in answer):
                return self.fail(number, text, f"no answer: {came[:300]!r}")
            error = answer.get("error")
            if error is None:
                Client.ends["answered"] += 1
            else:
                Client.ends[error["code"]] += 1
                if not isinstance(error.get("data"), dict):
                    return self.fail(number, text, f"an error without data: {came[:500]!r}")
                if error["code"] in (-32603, -32005):
                    return self.fail(number, text, f"{came[:800]!r}")
            if answer.get("id") != number and (error is None or error["code"] not in (-32700, -32600, -32004)):
                return self.fail(number, text, f"another's answer: {came[:300]!r}")
        if seconds > Client.slowest[name][0]:
            Client.slowest[name] = (seconds, number)
        if seconds > self.options.slow * (10 if name in LONG else 1) * (2 if batch else 1):
            self.fail(number, text, f"answered after {seconds:.1f} s")

    def fail(self, number, text, what):
        Client.failures.append(f"call {number}: {what}\n    {text[:1000]}")


def learn(calls, daemon):
    """Gives the calls something to ask for: what the store holds, and a few events and plans."""
    for method, parameters in (("feed.import", {"paths": [ROOT + "/Fixtures/notices"]}),
                               ("suppliers.import", {"path": ROOT + "/Fixtures/suppliers.csv"})):
        daemon.call(method, **parameters)
    for number in range(3):
        daemon.call("events.create", kind="meeting", name=f"Träff {number}", capacity=5)
        daemon.call("events.register", event=number + 1, company={"name": "Nystart AB"})
    for category in daemon.call("categories.list")["categories"][:3]:
        daemon.call("match.category", category=category["id"], limit=3, keep=True)
    ids = lambda method, member, **given: [json.dumps(one["id"]) for one in daemon.call(method, **given)[member]]
    suppliers = ids("suppliers.find", "suppliers", limit=200)
    categories, challenges = ids("categories.list", "categories"), ids("challenges.list", "challenges")
    notices = ids("notices.find", "notices", limit=100)
    dossiers = [json.dumps(one["dossier"]) for one in daemon.call("dossier.list", limit=20)["entries"]]
    for names, values in (
        (("supplier", "exclude", "with", "company", "member", "members"), suppliers),
        (("category", "categories", "wishes"), categories), (("challenge",), challenges), (("notice",), notices),
        (("id",), suppliers[:20] + notices[:20] + ['"1"', '"2"', '"a"']), (("dossier",), dossiers),
        (("event", "guest", "sequence", "version"), ["1", "2", "3"]), (("host", "slot", "station"), ['"1"', '"2"', '"a"']),
        (("cpv",), ['"72000000"', '"72*"', '"7*"', '"45000000"', '"722*"', '"90910000"']),
        (("nuts",), ['"SE"', '"SE1"', '"SE12"', '"SE121"', '"SE3"']),
        (("query", "text", "title", "description", "keywords", "buyer"),
         ['"städning"', '"Utveckling av e-tjänster och drift"', '"skolskjuts buss"', '"kommun AB"', '"x"']),
        (("paths",), [json.dumps(ROOT + "/Fixtures/bad"), json.dumps(daemon.folder + "/none.xml")]),
    ):
        for name in names:
            calls.known[name] = list(values)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("--calls", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="the number of one call")
    parser.add_argument("--method", help="calls of one method alone")
    parser.add_argument("--slow", type=float, default=10, help="seconds that an answer may take")
    parser.add_argument("--clients", type=int, default=3)
    options = parser.parse_args()

    daemon = Daemon(harness.programs(options.folder))
    try:
        calls = Calls(daemon.call("rpc.discover"), options.seed, daemon.folder)
        learn(calls, daemon)
        if options.only is not None:
            name, role, text = calls.make(options.only, options.method)
            print(f"as {role}: {text}")
            with daemon.connect(role) as client:
                start = time.monotonic()
                client.sendall(text.encode() + b"\n")
                print(f"{line(client)[:4000]!r}\nafter {time.monotonic() - start:.2f} s")
        else:
            start = time.monotonic()
            clients = [Client(daemon, calls, options) for _ in range(options.clients)]
            for client in clients:
                client.start()
            for client in clients:
                client.join()
            ended = daemon.process.poll()
            if ended is not None:
                Client.failures.append(
                    f"the daemon ended with {ended}; in flight:\n"
                    + "\n".join(f"    call {c.current[0]}: {c.current[1][:2000]}" for c in clients if c.current)
                    + "\n" + daemon.logged()[-5000:])
            seconds = time.monotonic() - start
            print(f"{Client.taken} calls in {seconds:.0f} s, seed {options.seed}; peak memory "
                  f"{daemon.status('VmHWM') if ended is None else float('nan'):.0f} MiB")
            print("  " + ", ".join(f"{end}: {count}" for end, count in Client.ends.most_common()))
            for name, (seconds, number) in sorted(Client.slowest.items(), key=lambda entry: -entry[1][0])[:5]:
                print(f"  slowest {name}: {seconds:.2f} s (call {number})")
        if daemon.process.poll() is None:
            code = daemon.stop()
            if code != 0:
                Client.failures.append(f"the daemon ended with {code}: {daemon.logged()[-5000:]}")
        for failure in Client.failures:
            print("fuzz: " + failure, file=sys.stderr)
    finally:
        daemon.remove()
    sys.exit(1 if Client.failures else 0)


if __name__ == "__main__":
    main()
