import CSV
import PersonalNumbers
import Procurement

/// One row of the statistics: a tender of a supplier for a lot.
struct StatisticsRow {
    typealias Fields = CSVTable<StatisticsColumn>.Row

    /// Why a row is left out.
    struct Defect: Error {
        var reason: String
        var detail: String
    }

    /// What it says of the procurement and its one lot, without the tender.
    let frame: Tendering
    let tender: Tendering.Tender
    let isContracted: Bool
    /// Whether it names a natural person, who isn't kept.
    let isPerson: Bool
    /// What was read as something else than it says.
    private(set) var mended: String?

    /// - Parameters:
    ///   - edition: the year of the file.
    ///   - columns: those that the file has.
    init(_ fields: Fields, edition: Int, columns: Set<StatisticsColumn>) throws(Defect) {
        func cell(_ column: StatisticsColumn) -> StatisticsCell { StatisticsCell(fields[column]) }
        let procurement = try Self.id(fields, .procurement)
        let lot = try Self.id(fields, .lot)
        guard Self.year(fields) != nil else {
            throw Defect(reason: "bad-year", detail: "“År” holds no year from 1990 to 2100")
        }
        isContracted = try Self.outcome(fields, columns)
        var mended: String? = fields.isMended ? "quotes that make no sense" : nil

        var outline = Tendering.Outline(edition: edition, title: cell(.title).value ?? "")
        outline.buyer = cell(.buyer).value
        outline.buyerNumber = cell(.buyerNumber).value.flatMap(Self.number).flatMap { $0.isPersonal ? nil : $0.word }
        outline.cpv = cell(.cpv).value.flatMap(StatisticsWords.cpv)
        outline.kind = cell(.kind).value.flatMap(StatisticsWords.kind)
        outline.procedureType = cell(.procedure).value.flatMap(StatisticsWords.procedure)
        outline.legalBasis = cell(.legalBasis).value
        if cell(.agreement).value?.lowercased().hasPrefix("ramavtal") == true { outline.framework = "fa" }
        outline.dynamicPurchasingSystem = cell(.dynamicSystem).value.flatMap(StatisticsWords.isYes).map {
            $0 ? "dps" : "none"
        }
        if let text = cell(.published).value {
            outline.published = CalendarDate(text)?.ifSensible
            if outline.published == nil { mended = mended ?? "“Publiceringsdatum” is no day" }
        }
        var lotOutline = TenderedLot.Outline(edition: edition)
        lotOutline.cpv = outline.cpv
        lotOutline.title = cell(.lotTitle).value
        lotOutline.isAppealed = cell(.appealed).value.flatMap(StatisticsWords.isYes)
        frame = Tendering(
            procurement: procurement, outline: outline, lots: [TenderedLot(id: lot, outline: lotOutline)])
        (tender, isPerson) = Self.tender(fields, &mended)
        self.mended = mended
    }

    /// `nil` for what is no year.
    static func year(_ fields: Fields) -> Int? {
        fields[.year].flatMap { Int($0) }.flatMap { (1990...2100).contains($0) ? $0 : nil }
    }

    /// Whether the row's tender got a contract.
    static func outcome(_ fields: Fields, _ columns: Set<StatisticsColumn>) throws(Defect) -> Bool {
        if let isContracted = fields[.outcome].flatMap(StatisticsWords.isYes) { return isContracted }
        if let count = fields[.contractedTenders].flatMap({ Int($0) }) { return count > 0 }
        throw Defect(
            reason: "no-outcome",
            detail:
                "neither “Kontrakterad” (Kontrakterad, Inte kontrakterad) nor “Antal kontrakterade anbud” (a number) "
                + "says whether the tender got a contract")
    }

    private static func id(_ fields: Fields, _ column: StatisticsColumn) throws(Defect) -> String {
        guard let id = StatisticsCell(fields[column]).value, id.utf8.count <= 200 else {
            throw Defect(reason: "no-id", detail: "“\(column.title)” holds no id of 200 bytes at most")
        }
        return id
    }

    // MARK: The tenderer

    private static func tender(_ fields: Fields, _ mended: inout String?) -> (Tendering.Tender, isPerson: Bool) {
        let (name, number) = (StatisticsCell(fields[.supplier]), StatisticsCell(fields[.supplierNumber]))
        if name == .empty, number == .empty { return (.nobody, false) }
        if name == .withheld || number == .withheld
            || StatisticsCell(fields[.supplierForm]).value.map(StatisticsWords.isPerson) == true
            || number.value.map(isPersons) == true
        {
            return (.unnamed, true)
        }
        if let name = name.value {
            // Whoever writes a personal number into the name speaks of a person.
            if MaskedName.isMask(name) || name.withoutPersonalNumbers != name { return (.unnamed, true) }
        }
        let read = number.value.flatMap(Self.number)
        if number.value != nil, read == nil { mended = mended ?? "a supplier's number that is none" }
        if read?.isPersonal == true { return (.unnamed, true) }
        guard name.value != nil || read != nil else { return (.unnamed, false) }
        return (
            .firm(
                Tenderer(
                    name: name.value, number: read?.word,
                    size: StatisticsCell(fields[.supplierSize]).value.flatMap(StatisticsWords.size),
                    sni: sni(fields))),
            false
        )
    }

    /// The most exact code that is given. The statistics have SNI 2007.
    private static func sni(_ fields: Fields) -> SNICode? {
        for column in [StatisticsColumn.sni5, .sni4, .sni3, .sni2] {
            if let code = StatisticsCell(fields[column]).value.flatMap(StatisticsWords.sni) {
                return SNICode(code: code, version: 2007)
            }
        }
        return nil
    }

    /// Without a country it is Swedish, of ten digits or twelve.
    private static func number(_ text: String) -> OrganisationNumber? {
        OrganisationNumber(text, country: "SE") ?? OrganisationNumber(text)
    }

    /// Whether digits are written as a personal number is, also where the last of them is wrong.
    private static func isPersons(_ text: String) -> Bool {
        let digits = text.utf8.filter { (48...57).contains($0) }
        let ten = digits.count == 12 ? digits.dropFirst(2) : digits[...]
        guard ten.count == 10, text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 43 || $0 == 45 || $0 == 32 })
        else {
            return false
        }
        let third = ten[ten.startIndex + 2]
        return third == UInt8(ascii: "0") || third == UInt8(ascii: "1")
    }
}

extension OrganisationNumber {
    /// Country and number in one word.
    fileprivate var word: String { country + number }
}
