"""Notices to import, as many as are asked for."""
import glob, io, os, random, re, tarfile, uuid

from .daemon import ROOT, expect


def made_notices(count, day=None):
    """Contract award notices of the fixtures, over and over with ids of their own; of a day, where one is given."""
    kinds = []
    for path in sorted(glob.glob(ROOT + "/Fixtures/notices/eforms/*.xml")):
        text = open(path, encoding="utf-8").read()
        # Change notices lean on another; a copy of theirs would lean on the same.
        if "ContractAwardNotice" in text and "ChangedNoticeIdentifier" not in text:
            kinds.append(text)
    chance = random.Random(1)
    for number in range(count):
        text = kinds[number % len(kinds)]
        fresh = str(uuid.UUID(int=chance.getrandbits(128), version=4))
        text, found = re.subn(r'(<cbc:ID schemeName="notice-id">)[^<]*', r"\g<1>" + fresh, text)
        expect(found == 1, "a fixture has no notice id of its own")
        if day:
            text = re.sub(r"(<cbc:IssueDate>)[^<]*", rf"\g<1>{day}+00:00", text)
        yield f"{number:05}.xml", text.encode()


def feed(place, files, count=None, day=None):
    """Packs the notices into so many archives; returns their paths and how many notices there are. Those of a day are made up."""
    corpus = os.environ.get("TORG_CORPUS", "") if day is None else ""
    months = sorted(glob.glob(corpus + "/se-2021/feed/*.tar.gz")) if corpus else []
    notices = []
    for month in months:
        with tarfile.open(month) as archive:
            for member in archive:
                if member.isfile():
                    notices.append((os.path.basename(member.name), archive.extractfile(member).read()))
    notices = (notices or list(made_notices(count or 8000, day)))[:count]
    paths = []
    for number in range(files):
        path = f"{place}/{number:03}.tar"
        with tarfile.open(path, "w") as archive:
            for name, content in notices[number * len(notices) // files:(number + 1) * len(notices) // files]:
                entry = tarfile.TarInfo(name)
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
        paths.append(path)
    return paths, len(notices)
