/// What the members of requests and plans are called on a Swedish page. A name without a word here is shown as it is.
enum DossierWords {
    static func swedish(_ member: String) -> String { words[member] ?? member }

    private static let words = [
        "actual": "utfall", "after": "efter", "alternates": "ersättare", "alternatives": "andra utvägar",
        "arrival": "anmälningsnummer", "asked": "begärt", "balance": "balans", "bound": "övre gräns",
        "by": "av", "canReplace": "kan ersätta", "candidate": "kandidat", "candidates": "kandidater",
        "capacity": "platser", "categories": "kategorier", "category": "kategori", "change": "ändring",
        "choice": "urvalets poäng", "companies": "företag", "company": "företag", "companyScore": "företagets poäng",
        "constraint": "villkor", "contact": "kontakt", "coverage": "täckning", "date": "datum", "draws": "lottningar",
        "earlier": "tidigare råd", "earlierSeats": "tidigare platser", "edit": "ändring", "edits": "ändringar för hand",
        "effect": "följd", "en": "engelska", "event": "träffen", "explain": "förklara", "floor": "golv",
        "group": "koncern", "host": "värd", "hostScore": "värdens poäng", "hosts": "värdar", "id": "id",
        "infeasible": "går inte att hålla", "invitation": "inbjudan",
        "invitationPenalty": "avdrag per tidigare inbjudan",
        "isNewcomer": "nykomling", "isPinned": "satt för hand", "isProven": "bevisat", "maximum": "högst",
        "meetings": "möten", "members": "ledamöter", "minimum": "minst", "name": "namn",
        "netScore": "poäng efter avdrag",
        "newcomerSharePermille": "andel nykomlingar (promille)", "newcomers": "nykomlingar", "note": "anteckning",
        "onScoreAlone": "på poäng enbart", "optimality": "jämfört med det bästa möjliga", "order": "ordning",
        "outreach": "kontaktas särskilt", "passedOver": "utan plats", "place": "plats", "plan": "plan",
        "planned": "planerat", "possible": "möjligt", "query": "fråga", "rank": "placering", "reason": "skäl",
        "region": "region", "registered": "anmälda", "registrations": "anmälningar", "reserves": "reserver",
        "resting": "vilar", "role": "roll", "room": "rum", "rooms": "rum", "rotas": "scheman", "rotation": "rotation",
        "score": "poäng", "scores": "poäng", "seated": "har plats", "seats": "platser", "seed": "frö",
        "serves": "behövs för", "shares": "andelar", "size": "storlek", "sizeQuotas": "storlekskvoter",
        "slot": "pass", "slots": "pass", "smallSharePermille": "andel små företag (promille)", "spare": "lediga bord",
        "station": "station", "stations": "stationer", "supplier": "leverantör", "sv": "svenska", "table": "bord",
        "tables": "bord", "text": "text", "timesInvited": "tidigare inbjudningar", "unavailable": "kan inte",
        "unplaced": "utan tid", "unscheduled": "blev inte av", "value": "värde", "visitors": "besökare",
        "visits": "besök", "waiting": "väntelista", "weights": "vikter", "wishes": "önskemål", "worth": "värde",
    ]
}
