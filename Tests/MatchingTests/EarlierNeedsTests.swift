import Procurement
import Testing

@testable import Matching

/// Which earlier needs are found for a text, on the words of a small market.
@Suite struct EarlierNeedsTests {
    private static let titles = [
        "Laddstolpar för elbilar", "Laddinfrastruktur", "Elbilar till hemtjänsten", "Leasing av bilar", "Ruttplanering",
        "Planeringssystem för hemtjänst", "Läkemedelsautomater", "Läkemedel", "Trygghetslarm", "Digitala lås",
        "Digitala körjournaler", "Körjournaler", "Städning av skolor", "Lokalvård", "Skolskjuts", "Matlådor till äldre",
        "Måltider i skolan", "Verksamhetssystem för socialtjänst", "IT-drift", "Snöröjning",
    ]

    private let snapshot: IndexSnapshot

    init() {
        var market = Market()
        let suppliers = (0..<7).map { market.supplier("w\($0)", name: "Leverantör \($0) AB") }
        for (number, title) in Self.titles.enumerated() {
            market.procurement("n\(number)", title, won: [suppliers[number % 7]])
        }
        snapshot = market.snapshot()
    }

    private static let kept: [(id: Int64, text: String)] = [
        (
            1,
            "Laddning av elbilar. Vi vill kunna ladda hemtjänstens bilar över natten med laddstolpar vid varje boende."
        ),
        (2, "Ruttplanering för hemtjänsten: kortare körsträckor och färre bilar."),
        (3, "Läkemedelsautomater i hemmet som påminner och larmar."),
        (4, "Digitala körjournaler i kommunens bilar."),
        (5, "Lokalvård: städning av skolor utan kemikalier."),
        (6, "Drönare som levererar hjärtstartare"),
    ]

    private func like(_ text: String, except: Int64? = nil) -> [EarlierNeeds.Like] {
        EarlierNeeds(Self.kept, in: snapshot).like(text, except: except, in: snapshot)
    }

    /// What seeks the same is found, however it is said; what only shares by whom or in what way is not.
    @Test(
        arguments: [
            ("laddstolpar till hemtjänstens bilar", [1]), ("Vi behöver ladda elbilar", [1]),
            ("ruttplanering", [2]), ("digitala läkemedelsautomater", [3]), ("körjournal", [4]), ("städning", [5]),
            ("drönare", [6]), ("trygghetslarm till äldre", []), ("verksamhetssystem för socialtjänsten", []),
            ("snöröjning", []),
            ("matlådor", []),
        ] as [(String, [Int64])])
    func findsWhatSeeksTheSame(text: String, expected: [Int64]) {
        #expect(like(text).map(\.id) == expected, "\(like(text))")
    }

    @Test func tellsTheSharedWordsAndLeavesOneOut() throws {
        let found = try #require(like("laddstolpar till hemtjänstens bilar").first)
        #expect(found.words.first == "laddstolpar" && found.likeness >= EarlierNeeds.least && found.likeness <= 1)
        #expect(like("laddstolpar till hemtjänstens bilar", except: 1).isEmpty)
        #expect(like("och för att").isEmpty && EarlierNeeds().like("städning", in: snapshot).isEmpty)
    }

    /// Of the equally alike the latest comes first, and there are five at most.
    @Test func theMostAlikeComeFirst() {
        let many = (1...8).map { (id: Int64($0), text: "Städning av skolor") }
        #expect(EarlierNeeds(many, in: snapshot).like("städning", in: snapshot).map(\.id) == [8, 7, 6, 5, 4])
    }
}
