"""The daily work in the web view: rankings with ticks and weights, where a company is, definitions, kept needs, watches."""
import re
import subprocess
import urllib.parse


def fill(daemon, programs, root, hostile):
    """Definitions in the store, a change of one, a kept need with a route, and what is like it. Returns what pages need."""
    for kind in ("categories", "challenges"):
        subprocess.run([programs + "/torg", kind, "import", f"{root}/config/{kind}.yaml", "--reason", "Ny strategi.",
                        "--socket", daemon.socket], check=True, stdout=subprocess.DEVNULL)
    line = next(line for line in daemon.call("categories.list")["categories"] if line["id"] == "it")
    definition = {key: line[key] for key in ("id", "names", "cpv", "keywords", "owner") if key in line}
    definition["keywords"] = definition.get("keywords", []) + [hostile[:60]]
    daemon.call("categories.save", category=definition, reason=hostile, basedOn=line["version"])
    text = "Vi behöver ny serverdrift och datorer till skolan"
    need = {"name": f"Drift {hostile}", "text": text, "found": hostile, "route": "requestForInformation",
            "routeReason": hostile, "participants": [hostile], "owner": hostile, "state": "underway"}
    need = daemon.call("needs.save", need=need, outcome=hostile)["need"]["line"]["id"]
    daemon.call("needs.save", need={"text": text + " och på biblioteken"})
    return {"need": need}


def pages(known):
    where = f"/category/it/where?supplier={known['newcomer']}&limit=10&host=Ekby+kommun&contact=inkop@ekby.example"
    quoted = urllib.parse.quote(known["hostile"])
    return {
        "category-tried": "/category/it?w-experience=0,9&wins=some&fold=yes&country=SE", "where": where,
        "where-many": "/category/it/where?firm=AB", "where-none": f"/category/it/where?firm={quoted}",
        "where-fits": f"/fits/{known['notice']}/where?supplier={known['supplier']}",
        "definition": "/category/it/definition", "definition-back": "/category/it/definition?from=1",
        "definition-saved": "/category/it/definition?saved=2",
        "definition-challenge": "/challenge/fossilfria-transporter/definition",
        "needs": "/needs", "needs-none": "/needs?state=dropped", "kept-need": f"/need/{known['need']}",
        "watches": "/watches", "watches-removed": f"/watches?removed={quoted}&name={quoted}&category=it&tell=result",
        "watch-new": f"/watch/new?need={quoted}&name={quoted}", "watch-supplier": f"/watch/new?supplier={known['supplier']}",
        "watch": f"/watch/{known['watch']}",
    }


LISTS = ("/needs", "/watches")


def requests(web, known, check):
    """What a form of these pages is answered with that says too little or what can't be."""
    same = {"Sec_Fetch_Site": "same-origin"}
    check(web.ask("/category/it/shortlist", "POST", "name=x", **same).status == 400, "nobody ticked makes a shortlist")
    for weight in ("x", "-1", "1001", "1e999", "nan"):
        check(web.ask(f"/category/it?w-experience={weight}").status == 400, f"a weight of {weight} is taken")
    check(web.ask("/category/it?w-nonsense=1").status == 400, "a weight of no signal is taken")
    check(web.ask("/category/it?near=yes").status in (200, 400), "near isn't answered")
    check(web.ask("/category/nowhere/definition").status == 404, "a definition that isn't there is shown")
    check(web.ask("/need/99999").status == 404, "a need that isn't there is shown")
    check(web.ask("/watch/99999/remove", "POST", "", **same).status == 404, "a watch that isn't there is removed")
    wrong = web.ask("/watches", "POST", "name=&tell=&category=it", **same)
    check(wrong.status == 200 and 'role="alert"' in wrong.text, "a watch without a name isn't told kindly")
    feed = web.ask("/news.atom")
    check(feed.status == 200 and "atom+xml" in feed.getheader("Content-Type") and "<script" not in feed.text, "no Atom feed")
    for path in ("/category/it/shortlist", "/category/it/definition", "/need/keep", "/watches", "/watches/mail"):
        check(web.ask(path, "POST", "name=x").status == 403, f"{path} takes a form from elsewhere")


def through(page, base, check, script):
    """As a manager would: tick and gather, try weights, answer a company, change a definition and go back, keep a need, watch."""
    page.goto(base + "/category/it")
    boxes = page.locator("ol.ranked input[type=checkbox]")
    check(boxes.count() > 2, "nobody can be ticked")
    boxes.nth(0).check()
    boxes.nth(2).check()
    page.get_by_label("Namn på ett nytt").fill(f"Valda {script}")
    page.get_by_role("button", name="Samla valda").click()
    check("/shortlist/" in page.url and page.locator("ol.ranked > li").count() == 2, f"those ticked aren't gathered: {page.url}")
    check(page.get_by_role("link", name="listan som det kommer från").count() == 2, "those ticked have no reasons")
    page.goto(base + "/category/it")
    page.locator("ol.ranked input[type=checkbox]").nth(1).check()
    page.get_by_label("De valda läggs i").select_option(label=f"Valda {script}")
    page.get_by_role("button", name="Samla valda").click()
    check(page.locator("ol.ranked > li").count() == 3, "one isn't put on a list that there is")

    page.goto(base + "/category/it")
    page.get_by_text("Pröva andra vikter").click()
    page.locator("#f-w-experience").fill("0,9")
    page.get_by_role("button", name="Visa", exact=True).click()
    check("w-experience=0" in page.url and page.locator("#tried").count() == 1, "a try-out isn't shown as one")
    page.get_by_role("link", name="Visa med kontorets vikter").click()
    check(page.locator("#tried").count() == 0, "there is no way back from a try-out")

    page.get_by_label("Företagets namn eller nummer").fill("Norrvika IT-drift")
    page.get_by_role("button", name="Var står det?").click()
    if page.locator("#found").count():
        page.locator("#found ~ ul a").first.click()
    check("/where?" in page.url and page.locator(".letter").count() == 2, f"a company has no answer: {page.url}")
    check(page.locator(".letter[lang=en]").inner_text().startswith("To "), "the other language's letter isn't there")
    page.emulate_media(media="print")
    check(page.locator(".letter[lang=sv]").is_visible() and not page.locator("h1").is_visible(), "a print isn't the letter alone")
    page.emulate_media(media="screen")

    page.goto(base + "/category/it/definition")
    words = page.get_by_label(re.compile("^Ord som leverantörer"))
    before = words.input_value()
    words.fill(before + f"\nhistoria{script}")
    page.get_by_role("button", name="Förhandsgranska").click()
    check(page.get_by_text("Inget är sparat än.").count() == 1, "a change has no preview")
    page.get_by_role("button", name="Spara", exact=True).click()
    check(page.locator("#d-missing").count() == 1, "a change without a reason is saved, or isn't told of")
    page.get_by_label(re.compile("^Varför")).fill("Prövar.")
    stale = page.context.new_page()
    stale.goto(base + "/category/it/definition")
    page.get_by_role("button", name="Spara", exact=True).click()
    check("saved=" in page.url and f"historia{script}" in page.locator("dl.facts").inner_text(), f"a change isn't saved: {page.url}")
    stale.get_by_label(re.compile("^Varför")).fill("För sent.")
    stale.get_by_label("Namn på engelska").fill("Too late")
    stale.get_by_role("button", name="Spara", exact=True).click()
    check(stale.get_by_role("alert").count() == 1 and stale.get_by_label("Namn på engelska").input_value() == "Too late",
          "a stale save isn't told, or what was written is lost")
    stale.close()
    page.get_by_role("link", name=re.compile("^Ångra")).click()
    check(page.get_by_label(re.compile("^Ord som leverantörer")).input_value() == before, "going back doesn't fill the form")
    page.get_by_role("button", name="Spara", exact=True).click()
    check(f"historia{script}" not in page.locator("dl.facts").inner_text(), "going back isn't saved")

    page.goto(base + "/need?text=" + urllib.parse.quote("serverdrift till skolan"))
    page.get_by_label(re.compile("^Spara behovet som")).fill(f"Skolans drift {script}")
    page.get_by_role("button", name="Spara behovet").click()
    check(re.search(r"/need/\d+$", page.url) is not None, f"a need isn't kept: {page.url}")
    check(page.get_by_role("link", name="Vad som hittades, som handling").count() == 1, "what was found isn't a record")
    check(page.locator("#earlier").count() == 1, "earlier needs aren't shown")
    page.get_by_label("Notera vad som hände").fill(f"Tre svarade {script}.")
    page.get_by_label("Väg", exact=True).select_option("dialogue")
    page.get_by_role("button", name="Spara", exact=True).click()
    check(page.get_by_text(f"Tre svarade {script}.").count() == 1 and page.locator("#route ~ ul li").count() > 0, "a need isn't followed up")

    page.goto(base + "/category/it")
    page.get_by_role("link", name="Bevaka", exact=True).click()
    page.get_by_label("Namn", exact=True).fill(f"IT {script}")
    page.get_by_role("button", name="Bevaka").click()
    check(re.search(r"/watch/\d+\?saved", page.url) is not None, f"a watch isn't made: {page.url}")
    page.get_by_label("resultat").uncheck()
    page.get_by_role("button", name="Spara ändringen").click()
    check(not page.get_by_label("resultat").is_checked(), "a watch isn't changed")
    page.get_by_role("button", name="Ta bort bevakningen").click()
    check("removed=" in page.url, "a watch isn't removed")
    page.get_by_role("button", name=re.compile("^Ångra")).click()
    check("/watch/" in page.url and page.get_by_label("Namn", exact=True).input_value() == f"IT {script}", "a removal can't be undone")
    check(not page.get_by_label("resultat").is_checked(), "what comes back isn't what was removed")
    page.goto(base + "/watches")
    page.get_by_label("Adress").fill("anna@ekby.example")
    page.get_by_label("Hur ofta").select_option("weekly")
    page.get_by_role("button", name="Spara", exact=True).click()
    check(page.get_by_label("Adress").input_value() == "anna@ekby.example", "the mails aren't changed")
