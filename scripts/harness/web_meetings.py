"""Meetings, plans and records in the web view: what scripts/check-web fills, looks at and walks through for them."""
import re


def fill(daemon, dossier, shortlist):
    """A plan of each kind, an event with its plan, and a sheet of equal treatment."""
    meeting = daemon.call("meeting.plan", capacity=12, floor=1, categories=[{"category": "it", "floor": 3}, {"category": "bygg"}],
                          smallShare=0.25, slots={"starts": "13:00", "count": 4, "minutes": 20, "pause": 5},
                          edits=[{"edit": "ban", "supplier": daemon.call("shortlists.get", shortlist=shortlist)["suppliers"][0]["supplier"],
                                  "by": "kategoriansvarig IT", "note": "Har avtal redan"}])
    council = daemon.call("council.compose", needs=[{"category": "it"}], seats={"suppliers": 8}, newcomers=2,
                          sizeQuotas=[{"sizes": ["micro", "small"], "minimum": 2}], people=[{"name": "It-direktören", "role": "official"}])
    companies = [{"supplier": one["supplier"]} for one in daemon.call("shortlists.get", shortlist=shortlist)["suppliers"]]
    talks = daemon.call("meetings.schedule", hosts=[{"id": "it", "need": {"category": "it"}}, {"id": "bygg", "name": "Bygg", "need": {"category": "bygg"}}],
                        slots={"starts": "09:00", "count": 4, "minutes": 25}, companies=companies)
    event = daemon.call("events.create", kind="meeting", name="Leverantörsträff om it", date="2026-12-12", place="Ekby stadshus",
                        capacity=40, dossier=meeting["dossier"]["id"])["event"]["id"]
    for line in meeting["outreach"]:
        daemon.call("events.invite", event=event, companies=[{"supplier": line["supplier"]["id"]}], reason=line["reason"]["sv"])
    for line in meeting["outreach"][:6]:
        daemon.call("events.register", event=event, company={"supplier": line["supplier"]["id"]})
    return {"planned": event, "planned-dossier": meeting["dossier"]["id"], "meeting": meeting["dossier"]["sequence"],
            "council": council["dossier"]["sequence"], "timetable": talks["dossier"]["sequence"]}


def pages(known):
    asked = "name=Leverant%C3%B6rstr%C3%A4ff&capacity=12&category=it&category=bygg&floor-it=3"
    plan = f"/plan/meeting?{asked}&entry={known['meeting']}"
    return {
        "plan-meeting-form": "/plan/meeting", "plan-meeting": plan, "plan-programme": plan + "&view=programme",
        "plan-invitation": plan + "&view=invitation", "plan-kept": f"/plan/meeting?entry={known['meeting']}",
        "plan-council-form": "/plan/council", "plan-council": f"/plan/council?category=it&suppliers=8&entry={known['council']}",
        "plan-timetable-form": "/plan/timetable", "plan-timetable": f"/plan/timetable?category=it&slots=4&entry={known['timetable']}",
        "event-new": f"/events/new?shortlist={known['shortlist']}", "event-planned": f"/event/{known['planned']}",
        "invitations": f"/event/{known['planned']}/invitations?host=Ekby+kommun&contact=inkop%40ekby.example",
        "invitations-hostile": f"/event/{known['event']}/invitations", "door": f"/event/{known['planned']}/door",
        "door-hostile": f"/event/{known['event']}/door", "treatment": f"/treatment?event={known['planned']}", "funnel": "/funnel",
        "verify": "/records/verify", "replay": f"/record/{known['dossier']}/replay", "appendix": f"/record/{known['dossier']}/appendix",
        "record-plan": f"/record/{known['planned-dossier']}",
    }


def lists(known):
    """Addresses that are files too."""
    return [f"/event/{known['planned']}/invitations", f"/event/{known['planned']}/door", f"/treatment?event={known['planned']}", "/funnel",
            f"/plan/meeting?capacity=12&entry={known['meeting']}", f"/plan/council?category=it&entry={known['council']}",
            f"/plan/timetable?category=it&entry={known['timetable']}"]


# What is printed, and so looked at as it prints.
PRINTED = ["door", "invitations", "record", "plan-meeting", "treatment", "plan-timetable"]


def requests(web, known, check):
    """What is no page: a calendar file, the handed-out dossier, and forms that nobody should get through."""
    same = {"Sec_Fetch_Site": "same-origin"}
    calendar = web.ask(f"/event/{known['planned']}/calendar?starts=13:00&ends=16:00")
    check(calendar.text.startswith("BEGIN:VCALENDAR") and "Ekby stadshus" in calendar.text, "an event is no calendar file")
    check("attachment" in (calendar.getheader("Content-Disposition") or ""), "a calendar file opens in the page")
    handed = f"/record/{known['dossier']}/handout"
    check(web.ask(handed, "POST", "format=html").status == 403, "a dossier is handed out to another page")
    answer = web.ask(handed, "POST", "format=html&mask=Norrvika&reason=10+kap.", **same)
    check(answer.status == 200 and "attachment" in (answer.getheader("Content-Disposition") or ""), "a dossier isn't handed out")
    check(web.ask(handed, "POST", "format=json", **same).text.startswith("{"), "a dossier isn't handed out as JSON")
    check(web.ask(f"/record/{known['dossier']}/replay?entry=1").status in (200, 404), "an entry that isn't replayed fails")
    check(web.ask(f"/record/{known['dossier']}?entry={known['meeting']}").status == 404, "another dossier's entry is shown")
    for text in ("capacity=12&edit=pin", "capacity=-1", "capacity=9999999999999999999999", "date=igår", "slots=65", "small=140"):
        status = web.ask("/plan/meeting", "POST", text, **same).status
        check(status in (303, 400, 403, 404), f"a plan with {text}: {status}")
    impossible = web.ask("/plan/meeting", "POST", "capacity=2&category=it&floor-it=50", **same)
    check(impossible.status == 200 and 'role="alert"' in impossible.text, f"what can't be held isn't told: {impossible.status}")


def through(page, web, check):
    """Need, ranking, shortlist, event, invitation, check-in, outcome, record, replay."""
    page.goto(f"{web.base}/category/it")
    page.get_by_role("button", name="Spara som handling").click()
    record = page.url
    page.get_by_label("Namn").fill("Till träffen")
    page.get_by_role("button", name="Samla").click()
    page.get_by_role("link", name="Bjud in till en träff").click()
    page.get_by_label("Dag").fill("2027-03-12")
    page.get_by_label("Plats", exact=True).fill("Stadshuset")
    page.get_by_role("button", name="Skapa träffen").click()
    event = page.url
    check("/event/" in event, f"a shortlist doesn't become a meeting: {event}")
    page.get_by_role("link", name="Inbjudningar och brev").click()
    page.get_by_label("Vem som bjuder in").fill("Ekby kommun")
    page.get_by_role("button", name="Skriv breven").click()
    check("host=Ekby" in page.url and page.locator("article.letter").count() > 0, "no letters are written")
    code = re.search(r"incheckningen: (\w{5})", page.locator("article.letter").first.inner_text())
    check(code is not None, "a letter has no code")
    page.goto(event)
    page.get_by_label("Ett företag anmäler sig").fill("Nystartat Moln AB")
    page.get_by_role("button", name="Anmäl", exact=True).click()
    check(page.get_by_text("Nystartat Moln AB").count() >= 1, "a company isn't registered")
    page.get_by_label("Namn eller kod").fill(code.group(1) if code else "")
    page.get_by_role("button", name="Hitta").click()
    check(page.locator("ul.door li").count() == 1, "a code finds no company")
    page.get_by_role("button", name=re.compile("^Kom")).click()
    check(page.get_by_text("kom", exact=True).count() == 1, "who came with a code isn't noted")
    page.goto(event)
    page.get_by_label("Notera något").fill("Två vill lämna anbud.")
    page.get_by_role("button", name="Notera").click()
    check(page.get_by_text("Två vill lämna anbud.").count() == 1, "an outcome isn't noted")
    page.get_by_role("link", name="Likabehandling").click()
    check(page.locator("tbody tr").count() > 0, "equal treatment has no lines")
    page.goto(record)
    page.get_by_role("link", name="Ställ frågan igen och jämför").click()
    check(page.get_by_text("Svaret är detsamma").count() == 1, "a record isn't replayed")
    page.goto(f"{web.base}/records")
    page.get_by_role("link", name="Kontrollera hela kedjan").click()
    check(page.get_by_text("Kedjan är hel").count() == 1, "the chain isn't verified")
    plan(page, web, check)


def plan(page, web, check):
    """A plan, a decision by hand and its undoing, and what can't be held."""
    page.goto(f"{web.base}/events")
    page.get_by_role("link", name="Planera en leverantörsträff").click()
    page.get_by_label("Namn").fill("Träff om it")
    page.get_by_label("Antal företag").fill("6")
    page.locator("input[name=category][value=it]").check()
    page.locator("input[name=floor-it]").fill("4")
    page.get_by_role("button", name="Planera", exact=True).click()
    check("entry=" in page.url and "floor-it=4" in page.url, f"a plan's question isn't in the address: {page.url}")
    first = page.locator("#outreach ~ div tbody th a").first.inner_text()
    page.locator("#d-kind").select_option("ban")
    page.locator("#d-about").select_option(label=first)
    page.get_by_label("Vems beslut").fill("kategoriansvarig IT")
    page.get_by_label("Varför", exact=True).fill("Har avtal redan")
    page.get_by_role("button", name="Planera om").click()
    check(page.locator("#outreach ~ div tbody th a").first.inner_text() != first, "who is excluded is told all the same")
    check(page.get_by_text("Har avtal redan").count() >= 1, "a decision by hand has no reason")
    page.get_by_role("button", name=re.compile("^Ångra")).click()
    check(page.locator("#outreach ~ div tbody th a").first.inner_text() == first, "a decision can't be taken back")
    page.get_by_role("link", name="Gör en träff av planen").click()
    page.get_by_role("button", name="Skapa träffen").click()
    check("/event/" in page.url and page.locator("ul.door li").count() > 0, "a plan doesn't become a meeting with its companies")
    page.get_by_role("link", name="Inbjudningar och brev").click()
    check(page.locator("#portal").count() == 1, "a planned meeting has no text for the portal")
