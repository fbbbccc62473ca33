"""A year of nights through the real `torg collect`: files good, bad and unfinished, and a daemon that isn't always there."""
import os, random, shutil, signal, subprocess, threading

from harness import PATIENCE, Daemon, expect, folder
from harness.notices import made_notices


class Year:
    """The drop folder, the daemon, and what was put there."""

    def __init__(self, programs, place, chance):
        self.programs = programs
        self.place, self.chance = place, chance
        self.drop = place + "/drop"
        os.mkdir(self.drop)
        self.store = place + "/store"
        os.mkdir(self.store)
        self.daemon = Daemon(programs, self.store)
        self.notices = []
        # Each file ever put there, by name: what it holds and where it must end.
        self.put = {}
        # Files that someone still writes: the open file, and what is missing. Parts: the name that they will have.
        self.open, self.parts = [], []

    def close(self):
        self.daemon.stop(signal.SIGKILL)
        for file, _ in self.open:
            file.close()

    def finish_writing(self):
        """What writers still had open is complete now."""
        for file, rest in self.open:
            file.write(rest)
            file.close()
        for name in self.parts:
            os.rename(f"{self.drop}/{name}.part", f"{self.drop}/{name}")
        self.open, self.parts = [], []

    def evening(self, night):
        """What writers still had open is finished; up to three new files come."""
        self.finish_writing()
        for number in range(self.chance.randrange(4)):
            kind = self.chance.choices(["good", "again", "bad", "open", "part"], [60, 10, 12, 10, 8])[0]
            name = f"{night:03}-{number}-{kind}.xml"
            content = self.content(kind)
            self.put[name] = (content, "refused" if kind == "bad" else "done")
            if kind == "open":
                file = open(f"{self.drop}/{name}", "wb", buffering=0)
                half = len(content) // 2
                file.write(content[:half])
                self.open.append((file, content[half:]))
                continue
            if kind == "part":
                self.parts.append(name)
                name += ".part"
            with open(f"{self.drop}/{name}", "wb") as file:
                file.write(content)

    def content(self, kind):
        if kind == "bad":
            return self.chance.choice([b"<notices><oops", b"", b"not a notice at all\n", b"<html><body/></html>"])
        earlier = [content for content, ends in self.put.values() if ends == "done"]
        if kind == "again" and earlier:
            return self.chance.choice(earlier)
        return self.notices.pop()

    def collect(self):
        return subprocess.Popen(
            [self.programs + "/torg", "--socket", self.store + "/s", "collect", self.drop], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def night(self, mishap):
        """One run of the import, on a night when this goes wrong."""
        if mishap == "down":
            self.daemon.stop()
        waiting = self.ready()
        run = self.collect()
        victim = {"daemon killed": self.daemon.process, "import killed": run}.get(mishap)
        timer = None
        if victim:
            # An import of one file takes some fifty milliseconds: this hits before, within and after.
            timer = threading.Timer(self.chance.uniform(0, 0.15), victim.kill)
            timer.start()
        output, errors = run.communicate(timeout=PATIENCE)
        if timer:
            timer.join()
        # Without a daemon a run with nothing to do ends well.
        may_end = {None: (0, 1), "down": (69 if waiting else 0,), "daemon killed": (0, 1, 69),
                   "import killed": (0, 1, -signal.SIGKILL)}
        expect(run.returncode in may_end[mishap],
               f"with {mishap or 'nothing wrong'}, torg collect ended with {run.returncode}: {output}{errors}")
        if mishap in ("down", "daemon killed"):
            self.daemon.stop()
            self.daemon = Daemon(self.programs, self.store)
        return mishap is not None and run.returncode not in (0, 1)

    def names(self, place=""):
        return {name for name in os.listdir(f"{self.drop}/{place}")
                if os.path.isfile(f"{self.drop}/{place}/{name}") and not name.startswith(".")}

    def ready(self):
        """Files in the drop folder that are whole."""
        unfinished = {name + ".part" for name in self.parts} | {os.path.basename(file.name) for file, _ in self.open}
        return self.names() - unfinished

    def account(self):
        """Every file is in one place, the right one, as it was put there."""
        places = {place: self.names(place) for place in ("", "done", "refused")}
        expect(not places[""], f"left in the drop folder: {sorted(places[''])[:5]}")
        for name, (content, ends) in self.put.items():
            found = [place for place, names in places.items() if name in names]
            expect(found == [ends], f"{name} belongs into {ends}/ and is in {found or 'no place'}")
            with open(f"{self.drop}/{ends}/{name}", "rb") as file:
                expect(file.read() == content, f"{name} is not what was put there")
        there = len(places["done"]) + len(places["refused"])
        expect(there == len(self.put), f"{len(self.put)} files came, {there} are put away")


def check_year(arguments):
    """Every file is accounted for once, and the store is what one undisturbed import gives."""
    chance = random.Random(f"{arguments.seed} nights")
    place = folder()
    year = None
    try:
        year = Year(arguments.programs, place, chance)
        year.notices = [content for _, content in made_notices(3 * arguments.nights + 3)]
        disturbed = cut_short = 0
        for night in range(1, arguments.nights + 1):
            year.evening(night)
            mishap = chance.choices([None, "down", "daemon killed", "import killed"], [82, 4, 8, 6])[0]
            disturbed += mishap is not None
            cut_short += year.night(mishap)
            left = year.ready()
            expect(mishap or not left, f"left on a night when nothing was wrong: {sorted(left)[:5]}")
        year.evening(arguments.nights + 1)
        # The last night: whoever still wrote is done.
        year.finish_writing()
        year.night(None)
        year.account()
        digest = year.daemon.digest()
        year.daemon.stop()
        # One import of the same files, under the same names, into a new store.
        os.rename(year.drop, place + "/year")
        os.mkdir(year.drop)
        for name, (content, _) in year.put.items():
            with open(f"{year.drop}/{name}", "wb") as file:
                file.write(content)
        year.store = place + "/calm"
        os.mkdir(year.store)
        year.daemon = Daemon(arguments.programs, year.store)
        calm = year.daemon.take([year.drop])
        expect(calm["stored"] > 0, "nothing was stored; the year tests nothing")
        expect(year.daemon.digest() == digest, "the year ended in another digest than one undisturbed import")
        return (f"{arguments.nights} nights, {disturbed} of them disturbed, {cut_short} imports cut short; "
                f"{len(year.put)} files accounted for once, digest {digest[:12]}… as of one import")
    finally:
        if year:
            year.close()
        shutil.rmtree(place)


CHECKS = [("nights: through torg collect", check_year)]
