import Procurement

/// The first line of a register's file: which register it is, and where each column stands.
struct RegisterHeader {
    let source: RegisterSource
    /// How many columns there are.
    let count: Int
    /// By name in lower case.
    private let places: [String: Int]

    /// What must be there: without it firms that are gone would look alive, or nothing of them be known.
    private static let needed: [RegisterSource: [String]] = [
        .bolagsverket: [
            "organisationsidentitet", "organisationsnamn", "organisationsform", "avregistreringsdatum",
            "pagandeavvecklingselleromstruktureringsforfarande", "verksamhetsbeskrivning", "postadress",
        ],
        .scb: ["peorgnr", "foretagsnamn", "ftgstat", "jurform", "ng1", "postnr", "reklamsparrtyp"],
    ]

    /// - Throws: `NoticeDefect` for a line that no known register begins with, or that lacks a column.
    init(_ line: [UInt8]) throws(NoticeDefect) {
        let columns = RegisterColumns(firstLine: String(decoding: line, as: UTF8.self))
        guard let known = columns.source else {
            throw NoticeDefect(
                reason: "unknown-register",
                detail: """
                    its first line names the columns of no register that is known: Bolagsverket's has \
                    organisationsidentitet;…, Statistics Sweden's PeOrgNr between tabs. An office's own register is a CSV \
                    file that isn't packed, with a column name
                    """, line: 1)
        }
        source = known
        let names = columns.names
        var places: [String: Int] = [:]
        for (place, name) in names.enumerated() where !name.isEmpty {
            guard places.updateValue(place, forKey: name) == nil else {
                throw NoticeDefect(
                    reason: "register-shape", detail: "the column “\(name)” is there twice: fetch the file anew",
                    line: 1)
            }
        }
        let missing = (Self.needed[source] ?? []).filter { places[$0] == nil }
        guard missing.isEmpty else {
            throw NoticeDefect(
                reason: "register-shape",
                detail: """
                    it lacks the columns \(missing.joined(separator: ", ")): its shape differs from the one that is known, \
                    so nothing of it was taken
                    """, line: 1)
        }
        self.places = places
        count = names.count
    }

    /// The place of a column, by its name in lower case.
    func place(_ name: String) -> Int? { places[name] }
}
