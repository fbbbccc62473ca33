"""When the timers go off: each night of a leap year with both changes of the clock, by systemd's own reckoning."""
import configparser, datetime, os, re, shutil, subprocess

from harness import ROOT, expect
from machine import Impossible

# 2028 is the next leap year. Sweden changes on the last Sundays of March and October.
YEAR, NIGHTS = 2028, 366
ZONE = "Europe/Stockholm"


def timer(name):
    """The [Timer] section of a unit."""
    unit = configparser.ConfigParser(strict=False, interpolation=None)
    unit.optionxform = str
    unit.read(f"{ROOT}/systemd/torg-{name}.timer")
    return unit["Timer"]


def seconds(span):
    """What systemd makes of a time span."""
    told = subprocess.run(["systemd-analyze", "timespan", span], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"(?:μs|us): (\d+)", told)[1]) / 1e6


def elapses(expression):
    """Each time that the expression names in the year: the moment, and what the clock on the wall shows."""
    run = subprocess.run(
        ["systemd-analyze", "calendar", f"--iterations={NIGHTS + 2}", f"--base-time={YEAR - 1}-12-31 23:59:59",
         expression], capture_output=True, text=True, env={**os.environ, "TZ": ZONE, "LC_ALL": "C.UTF-8"})
    expect(run.returncode == 0, run.stderr)
    wall = re.findall(r"(?:Next elapse|Iter\S* #\d+): \w+ (\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) (CES?T)", run.stdout)
    moments = re.findall(r"\(in UTC\): \w+ (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) UTC", run.stdout)
    expect(len(wall) == len(moments) == NIGHTS + 2, f"not understood: {run.stdout[:400]}")
    return [(datetime.datetime.fromisoformat(moment), *shown) for moment, shown in zip(moments, wall)
            if shown[0].startswith(str(YEAR))]


def check_nights(_):
    """Each timer once a day, its whole window after the hour that goes or comes twice, one window after the other."""
    if not shutil.which("systemd-analyze") or not os.path.exists(f"/usr/share/zoneinfo/{ZONE}"):
        raise Impossible("systemd-analyze or the time zones aren't here")
    windows = {}
    for name in ("fetch", "backup", "import", "doctor", "notify"):
        section = timer(name)
        times = elapses(section["OnCalendar"])
        days = [day for _, day, _, _ in times]
        expect(len(times) == NIGHTS and len(set(days)) == NIGHTS, f"torg-{name}.timer: {len(set(days))} of {NIGHTS} days")
        expect(len({clock for _, _, clock, _ in times}) == 1, f"torg-{name}.timer: not at one time of the clock")
        expect({zone for _, _, _, zone in times} == {"CET", "CEST"}, "the year has no change of the clock")
        expect(section.getboolean("Persistent"), f"torg-{name}.timer: a missed night isn't made up for")
        late = seconds(section.get("RandomizedDelaySec", "0")) + seconds(section.get("AccuracySec", "1min"))
        expect(late == 0 or section.get("RandomizedDelaySec") is None or section.getboolean("FixedRandomDelay"),
               f"torg-{name}.timer: another delay each night")
        windows[name] = [(moment, moment + datetime.timedelta(seconds=late)) for moment, *_ in times]
        # In March the hour from two to three is left out, in October it comes twice.
        clock = datetime.datetime.fromisoformat(f"{YEAR}-01-01 {times[0][2]}")
        expect(clock.hour >= 3 or (clock + datetime.timedelta(seconds=late)).hour < 2,
               f"torg-{name}.timer may start between two and three, which a change of the clock takes or doubles")
    for before, after in (("fetch", "backup"), ("backup", "import"), ("import", "doctor"), ("doctor", "notify")):
        for (_, end), (start, _) in zip(windows[before], windows[after]):
            expect(end < start, f"torg-{after}.timer may start before torg-{before}.timer has: {end} and {start}")
    return f"{NIGHTS} nights of {YEAR}, both changes of the clock: one fetch, one backup, one import, one look, one mailing each, in this order"


CHECKS = [("calendar: one import each night", check_nights)]
