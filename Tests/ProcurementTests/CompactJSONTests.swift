import Containers
import Foundation
import Testing

@testable import Procurement

@Suite struct CompactJSONTests {
    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    private func compact(_ line: FeedLine) -> Data {
        var bytes: [UInt8] = []
        line.append(to: &bytes)
        return Data(bytes)
    }

    private func read(_ bytes: Data) -> FeedLine? {
        bytes.withUnsafeBytes { $0.withMemoryRebound(to: UInt8.self) { FeedLine(compactJSON: $0) } }
    }

    /// What stored digests rest on: the bytes are those that `JSONEncoder` gave before there was this writer.
    @Test(arguments: 0..<400) func writesWhatJSONEncoderWritesAndReadsItBack(seed: UInt64) throws {
        var chance = NoticeMaker(seed: seed)
        let line = chance.line()
        let json = compact(line)
        #expect(String(decoding: json, as: UTF8.self) == String(decoding: try Self.encoder.encode(line), as: UTF8.self))
        #expect(read(json) == line)
        #expect(try JSONDecoder().decode(FeedLine.self, from: json) == line)
    }

    @Test func writesNothingBetweenLines() throws {
        var bytes = Array("before\n".utf8)
        FeedLine.reading(file: "/a \"b\"/ö.xml").append(to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == "before\n{\"reading\":\"/a \\\"b\\\"/ö.xml\"}")
    }

    /// A byte changed, lost or too many: either it is no line any more, or it is one that says just that.
    @Test(arguments: 0..<60) func readsNothingElse(seed: UInt64) throws {
        var chance = NoticeMaker(seed: seed)
        let json = compact(chance.line())
        for _ in 0..<200 {
            var broken = json
            let index = Int.random(in: 0..<json.count, using: &chance)
            switch Int.random(in: 0..<3, using: &chance) {
            case 0: broken[index] = UInt8.random(in: 0...255, using: &chance)
            case 1: broken.remove(at: index)
            default: broken.insert(UInt8.random(in: 0...255, using: &chance), at: index)
            }
            guard let line = read(broken) else { continue }
            #expect(try JSONDecoder().decode(FeedLine.self, from: broken) == line)
        }
    }

    @Test(arguments: [
        "", "{", "{}", "[]", "null", "{\"reading\":\"a\"}x", "{\"reading\": \"a\"}", "{\"reading\":\"\u{1}\"}",
        "{\"reading\":\"a", "{\"reading\":\"a\\",
        "{\"reading\":1}",
        "{\"refusal\":{\"detail\":\"\",\"position\":{\"file\":\"\",\"line\":99999999999999999999},\"reason\":\"\"}}",
        "{\"position\":{\"file\":\"\"}}", "{\"notice\":1}",
    ]) func refuses(_ text: String) { #expect(read(Data(text.utf8)) == nil) }

    /// Digests of register entries rest on these bytes.
    @Test func writesRegisterEntriesAsJSONEncoderDoes() throws {
        var entry = RegisterEntry(name: "Åkeri / Söner")
        #expect(Data(entry.compactJSON) == (try Self.encoder.encode(entry)))
        entry.nationalID = "556859-2918"
        entry.size = .small
        entry.sector = "Privat"
        entry.legalForm = "Övriga aktiebolag"
        entry.sni = "49410"
        entry.sniLabel = "Vägtransport, godstrafik"
        entry.cpv = [CPVCode(number: 60_100_000)]
        entry.nuts = [NUTSCode(written: "SE121")]
        entry.description = "\"a\""
        entry.website = "https://a.example"
        entry.email = "a@a.example"
        #expect(Data(entry.compactJSON) == (try Self.encoder.encode(entry)))
    }

    @Test func refusesBytesThatAreNoText() {
        #expect(read(Data("{\"reading\":\"".utf8) + [0xC3] + Data("\"}".utf8)) == nil)
        #expect(read(Data("{\"reading\":\"\\n".utf8) + [0xFF] + Data("\"}".utf8)) == nil)
    }
}

/// Makes lines in which every member is now there and now not, with texts that need care.
private struct NoticeMaker: RandomNumberGenerator {
    private var generator: SplitMix64

    init(seed: UInt64) { generator = SplitMix64(seed: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1) }

    mutating func next() -> UInt64 { generator.next() }

    mutating func firm() -> RegisteredFirm {
        var firm = RegisteredFirm(
            source: RegisterSource.allCases.randomElement(using: &self) ?? .scb,
            number: Int.random(in: 1_000_000_000...9_999_999_999, using: &self), name: text())
        firm.serial = Int.random(in: 0...9, using: &self)
        firm.otherNames = [text(), text()]
        firm.legalForm = maybe { $0.text() }
        firm.activity = maybe { $0.text() }
        firm.registered = maybe { _ in CalendarDate(daysSinceEpoch: 12_345) }
        firm.ended = maybe { _ in CalendarDate(daysSinceEpoch: 19_000) }
        firm.endReason = maybe { $0.text() }
        firm.proceedings = [.init(code: text(), since: maybe { _ in CalendarDate(daysSinceEpoch: -1) })]
        firm.successor = maybe { _ in 5_560_360_793 }
        firm.activeStatus = maybe { _ in 9 }
        firm.sni = ["81210"]
        firm.sniVersion = maybe { _ in .sni2025 }
        firm.postcode = maybe { _ in 75_320 }
        firm.town = maybe { $0.text() }
        firm.refusesAdvertising = maybe { _ in true }
        return firm
    }

    mutating func tally() -> RegisterTally {
        var tally = RegisterTally()
        tally.source = maybe { _ in .bolagsverket }
        tally.rows = Int.random(in: 0...9, using: &self)
        tally.persons = Int.random(in: 0...9, using: &self)
        tally.countMended(text(), line: 3)
        tally.countRefused(text(), line: 4)
        return tally
    }

    mutating func line() -> FeedLine {
        switch Int.random(in: 0..<10, using: &self) {
        case 9: .outcome(.rows(counts(), at: position()))
        case 0: .reading(file: text())
        case 3: .firm(firm(), line: Int.random(in: 0...3_000_000, using: &self))
        case 4: .register(tally())
        case 1:
            .code(CodeLabel(code: code(), english: maybe { $0.text() }, swedish: maybe { $0.text() }), at: position())
        case 2:
            .outcome(
                .refusal(
                    Refusal(
                        reason: text(), detail: text(), position: position(), noticeID: maybe { NoticeID($0.text()) })))
        default: .outcome(.notice(notice(), at: position()))
        }
    }

    private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
        Bool.random(using: &self) ? make(&self) : nil
    }

    private mutating func some<Value>(_ make: (inout Self) -> Value) -> [Value] {
        (0..<Int.random(in: 0...3, using: &self)).map { _ in make(&self) }
    }

    private mutating func text() -> String {
        let pieces = [
            "a", "Å", "/", "\\", "\"", "\n", "\r", "\t", "\u{8}", "\u{C}", "\u{0}", "\u{1F}", "\u{1}", "\u{7F}",
            "\u{2028}",
            "😀", "e\u{301}", "é", " ", "</script>", "\u{FEFF}", "lång text med mer än femton byte", "0",
        ]
        return (0..<Int.random(in: 0...6, using: &self)).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
    }

    private mutating func position() -> FeedPosition {
        FeedPosition(file: text(), line: maybe { Int.random(in: 0...Int.max, using: &$0) })
    }

    private mutating func code() -> CPVCode { CPVCode(number: UInt32.random(in: 0...99_999_999, using: &self)) }

    private mutating func words() -> LocalizedText {
        LocalizedText(some { .init(language: $0.maybe { $0.text() }, text: $0.text()) })
    }

    private mutating func day() -> CalendarDate {
        CalendarDate(daysSinceEpoch: Int32.random(in: -719_162...2_932_896, using: &self))
    }

    private mutating func region() -> NUTSCode {
        NUTSCode(["SE", "SE12", "SE121", "UKZ"].randomElement(using: &self) ?? "") ?? NUTSCode(written: "SE")
    }

    private mutating func disclosed<Value>(_ make: (inout Self) -> Value) -> Disclosed<Value> {
        switch Int.random(in: 0..<3, using: &self) {
        case 0: .missing
        case 1: .withheld(withholding())
        default: .stated(make(&self))
        }
    }

    private mutating func withholding() -> Withholding {
        Withholding(field: maybe { $0.text() }, reason: maybe { $0.text() }, until: maybe { $0.day() })
    }

    private mutating func money() -> Money {
        let hundredths = [0, 1, -1, 100, -5_50, .max, .min + 1, Int64.random(in: 0...1_000_000_000, using: &self)]
        return Money(hundredths: hundredths.randomElement(using: &self) ?? 0, currency: text())
    }

    private mutating func notice() -> Notice {
        var notice = Notice(
            id: NoticeID(text()), version: Int.random(in: -3...30, using: &self),
            source: NoticeSource(
                dialect: NoticeSource.Dialect.allCases.randomElement(using: &self) ?? .ted, schema: maybe { $0.text() }),
            purpose: NoticePurpose.allCases.randomElement(using: &self) ?? .other)
        notice.publicationNumber = maybe { $0.text() }
        notice.procedureID = maybe { ProcedureID($0.text()) }
        notice.changes = maybe {
            ChangedNotice(
                id: NoticeID($0.text()), version: $0.maybe { Int.random(in: 0...3, using: &$0) },
                reason: $0.maybe { $0.text() })
        }
        notice.modifies = maybe { item in
            ModifiedContract(notice: NoticeID(item.text()), sections: item.some { $0.text() })
        }
        notice.type = maybe { $0.text() }
        notice.subtype = maybe { $0.text() }
        notice.languages = some { $0.text() }
        notice.issued = maybe { $0.day() }
        notice.published = maybe { $0.day() }
        notice.title = words()
        notice.description = words()
        notice.organisations = some { $0.organisation() }
        notice.buyers = some { OrganisationID($0.text()) }
        notice.procedure = Procedure(
            type: maybe { $0.text() }, isAccelerated: maybe { Bool.random(using: &$0) }, framework: maybe { $0.text() },
            dynamicPurchasingSystem: maybe { $0.text() }, legalBasis: maybe { $0.text() })
        notice.kind = maybe { ContractKind.allCases.randomElement(using: &$0) ?? .works }
        notice.cpv = some { $0.code() }
        notice.nuts = some { $0.region() }
        notice.value = disclosed { $0.money() }
        notice.lots = some { $0.lot() }
        notice.awards = some { $0.award() }
        notice.tendering = maybe { $0.tendering() }
        notice.withheld = some { $0.withholding() }
        return notice
    }

    private mutating func counts() -> RowCounts {
        var counts = RowCounts()
        counts.examples = some { $0.text() }
        counts.mended = Int.random(in: 0...9, using: &self)
        counts.persons = Int.random(in: 0...9, using: &self)
        counts.read = Int.random(in: 0...9, using: &self)
        counts.refused = Int.random(in: 0...9, using: &self)
        return counts
    }

    private mutating func tendering() -> Tendering {
        var outline = Tendering.Outline(edition: Int.random(in: 1990...2100, using: &self), title: text())
        outline.buyer = maybe { $0.text() }
        outline.buyerNumber = maybe { $0.text() }
        outline.cpv = maybe { $0.code() }
        outline.dynamicPurchasingSystem = maybe { $0.text() }
        outline.framework = maybe { $0.text() }
        outline.kind = maybe { ContractKind.allCases.randomElement(using: &$0) ?? .works }
        outline.legalBasis = maybe { $0.text() }
        outline.procedureType = maybe { $0.text() }
        outline.published = maybe { $0.day() }
        let lots = some { chance in
            var lot = TenderedLot(
                id: chance.text(), outline: .init(edition: Int.random(in: 1990...2100, using: &chance)))
            lot.outline.cpv = chance.maybe { $0.code() }
            lot.outline.isAppealed = chance.maybe { Bool.random(using: &$0) }
            lot.outline.title = chance.maybe { $0.text() }
            lot.contracted = chance.maybe { $0.tenders() }
            lot.uncontracted = chance.maybe { $0.tenders() }
            return lot
        }
        return Tendering(procurement: text(), outline: outline, lots: lots)
    }

    private mutating func tenders() -> TenderSet {
        let tenderers = some { chance in
            Tenderer(
                name: chance.maybe { $0.text() }, number: chance.maybe { $0.text() },
                size: chance.maybe { SupplierSize.allCases.randomElement(using: &$0) ?? .sme },
                sni: chance.maybe { SNICode(code: $0.text(), version: 2007) })
        }
        return TenderSet(edition: 2024, tenderers: tenderers, unnamed: Int.random(in: 0...9, using: &self))
    }

    private mutating func organisation() -> Organisation {
        Organisation(
            id: OrganisationID(text()), name: words(), nationalIDs: some { $0.text() }, country: maybe { $0.text() },
            nuts: maybe { $0.region() }, city: maybe { $0.text() }, postalCode: maybe { $0.text() },
            website: maybe { $0.text() }, size: maybe { SupplierSize.allCases.randomElement(using: &$0) ?? .sme },
            isNaturalPerson: maybe { Bool.random(using: &$0) })
    }

    private mutating func lot() -> Lot {
        var lot = Lot(id: LotID(text()), role: [.lot, .group, .part].randomElement(using: &self) ?? .lot)
        lot.title = words()
        lot.description = words()
        lot.kind = maybe { ContractKind.allCases.randomElement(using: &$0) ?? .works }
        lot.cpv = some { $0.code() }
        lot.nuts = some { $0.region() }
        lot.value = disclosed { $0.money() }
        lot.deadline = maybe { $0.day() }
        lot.suitableForSMEs = maybe { Bool.random(using: &$0) }
        lot.strategicGoals = some {
            StrategicGoal(
                list: StrategicGoal.List.allCases.randomElement(using: &$0) ?? .accessibility, code: $0.text())
        }
        return lot
    }

    private mutating func award() -> Award {
        let outcomes: [Award.Outcome] = [
            .awarded(winnersWithheld: true), .awarded(winnersWithheld: false), .noWinner(reason: maybe { $0.text() }),
            .open, .unstated,
        ]
        var award = Award(
            lots: some { LotID($0.text()) }, outcome: outcomes.randomElement(using: &self) ?? .open,
            winners: some { OrganisationID($0.text()) })
        award.value = disclosed { $0.money() }
        award.tendersReceived = disclosed { Int.random(in: -1...99, using: &$0) }
        award.concluded = maybe { $0.day() }
        award.ends = maybe { $0.day() }
        award.title = words()
        award.contractNumber = maybe { $0.text() }
        return award
    }
}
