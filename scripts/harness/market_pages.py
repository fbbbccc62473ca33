"""The web view's pages of suppliers, buyers and contracts for scripts/check-web: their addresses, the ways through them, and the
demonstration that "torg web --demo" gives."""
import glob
import re
import subprocess
import urllib.parse
import urllib.request


def addresses(known, hostile):
    supplier = f"/supplier/{known['supplier']}"
    return {
        "asks": f"{supplier}/asks", "newcomer-asks": f"/supplier/{known['newcomer']}/asks", "counties": f"{supplier}/counties",
        "newcomer-counties": f"/supplier/{known['newcomer']}/counties",
        "buyer": "/buyer?name=" + urllib.parse.quote("Norrvika kommun"),
        "buyer-none": "/buyer?name=xyzzy", "buyer-hostile": "/buyer?name=" + urllib.parse.quote(hostile),
        "ending": "/ending", "ending-quarters": "/ending?from=2022-01-01&months=60",
        "ending-none": "/ending?buyer=" + urllib.parse.quote(hostile),
    }


def requests(web, check):
    """What an address may not do, and the files."""
    check(web.ask("/buyer").status == 404, "a buyer without a name is answered")
    for query in ("from=0000-00-00&months=x", "months=-5", "months=99999999999999999999", "from=9999-12-31&months=60"):
        check(web.ask("/ending?" + query).status == 200, f"/ending?{query} isn't answered")
    check(web.ask("/supplier/SE0/counties").status == 404, "counties of nobody are answered")
    for kind, begin in (("csv", "\ufeff"), ("xlsx", "PK"), ("json", "{")):
        answer = web.ask(f"/buyer.{kind}?name=" + urllib.parse.quote("Norrvika kommun"))
        check(answer.status == 200 and answer.text.startswith(begin), f"a buyer as {kind}: {answer.status}")


def through(page, web, known, check):
    """From a supplier to a buyer it sells to and on to a contract, with a note on the way."""
    page.goto(f"{web.base}/supplier/{known['supplier']}")
    page.get_by_label("Skriv en anteckning till kollegor").fill("Har visat sin drift.")
    page.get_by_role("button", name="Spara").click()
    check(page.locator("#notes ~ ul").get_by_text("Har visat sin drift.").count() >= 1, "a note on a supplier isn't kept")
    page.get_by_role("link", name=re.compile("^Vad kan vi fråga")).click()
    check(page.locator("ul.fits a").count() > 0, "a supplier can be asked for nothing")
    page.go_back()
    page.locator('td a[href^="/buyer"]').first.click()
    check("/buyer?name=" in page.url and page.locator("#whom ~ table tbody tr").count() > 0, f"a buyer has no suppliers: {page.url}")
    page.goto(web.base)
    page.get_by_role("link", name=re.compile("^Avtal som löper ut")).click()
    drawn = page.locator("figure svg rect").count()
    check(drawn > 0 and page.locator("tbody tr").count() > 0, "no contract is on the time line")
    page.get_by_label("Köpare").fill("Sundhamra")
    page.get_by_role("button", name="Visa").click()
    rows = page.locator("tbody tr")
    check(0 < rows.count() == rows.filter(has_text="Sundhamra kommun").count(), "contracts can't be had for one buyer")


def demonstration(folder, check):
    """A Torg of its own on made-up data, which leaves nothing behind."""
    before = set(glob.glob("/tmp/torg-demo.*"))
    process = subprocess.Popen([folder + "/torg", "web", "--demo", "--no-browser"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               text=True)
    address = process.stdout.readline().strip()
    check("/enter?token=" in address, f"the demonstration has no address: {address}")
    made = set(glob.glob("/tmp/torg-demo.*")) - before
    check(len(made) == 1, f"the demonstration has no folder of its own: {made}")
    if address:
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        opener.open(address, timeout=30).read()
        text = opener.open(urllib.parse.urljoin(address, "/notices"), timeout=30).read().decode()
        check(text.count("/notice/") > 10, "the demonstration has no notices")
    process.terminate()
    process.wait(30)
    check(not set(glob.glob("/tmp/torg-demo.*")) & made, "the demonstration leaves its folder behind")
