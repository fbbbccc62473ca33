import API
import Foundation
import JSONRPC
import Procurement
import Sheets

/// A buyer: what it buys, from whom, and which of its contracts run out.
enum BuyerPage {
    /// The latest procurements of which the winners are read, one call each.
    private static let mostResults = 50
    /// How far ahead contracts are drawn.
    private static let monthsAhead = 36

    static func address(_ name: String) -> Address { Address("buyer").saying("name", name) }

    static func show(_ visit: Visit) async throws -> Answer {
        guard let name = visit.asked["name"] else { throw PageNotFound() }
        let parameters = NoticesFind.Parameters(buyer: name, limit: Limit(clamping: 1000))
        let found = try await visit.call(NoticesFind.self, parameters)
        if let file = try await visit.file(NoticesFind.self, parameters, found, name: "buyer") { return file }
        let reader = visit.reader
        let named = Named(found.notices, asked: name)
        let results = named.lines.filter { $0.purpose == .result }
        let read = results.filter { $0.winners > 0 }.prefix(mostResults)
        let bought = try await bought(read.map(\.id), visit)
        let today = CalendarDate.today()
        let contracts = bought.contracts.filter { $0.ends >= today }.sorted {
            ($0.ends, $0.noticeId) < ($1.ends, $1.noticeId)
        }
        let years = CodesByYear(results.isEmpty ? named.lines : results, reader: reader)
        var fields: Fields = [
            "isEmpty": .flag(named.lines.isEmpty), "count": .text(reader.count(named.lines.count)),
            "hasMore": .flag(found.next != nil), "results": .text(reader.count(results.count)),
            "read": .text(reader.count(read.count)),
            "notices": .text(Address("notices").saying("buyer", name).description),
            "files": .fields(visit.files(of: address(name))),
            "others": Fields.Value(
                named.others.prefix(20).map { ["name": .text($0), "page": .text(address($0).description)] }),
            "hasOthers": .flag(!named.others.isEmpty),
            "fields": Fields.Value(years.fields),
            "suppliers": Fields.Value(
                Tally(
                    title: reader.pick(sv: "Leverantör", en: "Supplier"), lines: bought.suppliers, reader: reader,
                    most: 20
                )
                .fields),
            "contracts": Fields.Value(
                ContractFields(from: today, months: monthsAhead, reader: reader)
                    .fields(contracts.prefix(40).map { .init(contract: $0) }, count: contracts.count)),
        ]
        let coming = named.lines.filter { $0.purpose != .result }.prefix(10)
        fields["hasComing"] = .flag(!coming.isEmpty)
        fields["coming"] = Fields.Value(
            coming.map {
                [
                    "title": .text($0.title), "page": .text(Address("notice", $0.id).description),
                    "purpose": .text(visit.language.purpose($0.purpose)), "date": Fields.Value($0.date.map(reader.day)),
                ]
            })
        return .page("buyer", title: named.name, fields)
    }

    /// What was won of a buyer's procurements, and until when.
    private struct Bought {
        var suppliers: [Tally.Line] = []
        var contracts: [CardContract] = []
    }

    private static func bought(_ notices: [String], _ visit: Visit) async throws -> Bought {
        var wins: [String: Tally.Line] = [:]
        var bought = Bought()
        for id in notices {
            // One that was superseded since the list was made is no loss.
            guard let notice = try await visit.callWhereFound(NoticesGet.self, NoticesGet.Parameters(id: id))?.notice
            else { continue }
            let parties = Dictionary(notice.organisations.map { ($0.id, $0) }) { first, _ in first }
            for award in notice.awards {
                let winners = award.winners.compactMap { id -> CardParty? in
                    guard let party = parties[id], let supplier = party.supplierId else { return nil }
                    return CardParty(id: supplier, name: visit.text(party.name) ?? supplier)
                }
                for winner in winners {
                    wins[winner.id, default: .init(name: winner.name, page: Address("supplier", winner.id), count: 0)]
                        .count += 1
                }
                guard let ends = award.ends else { continue }
                let contract = CardContract(
                    noticeId: notice.id, title: visit.text(award.title) ?? visit.text(notice.title) ?? notice.id,
                    buyer: nil, suppliers: winners, ends: ends)
                if !bought.contracts.contains(where: { $0.noticeId == contract.noticeId && $0.ends == ends }) {
                    bought.contracts.append(contract)
                }
            }
        }
        bought.suppliers = Array(wins.values)
        return bought
    }

    /// The notices of the buyer that was meant: a search by words finds those of similar names too.
    private struct Named {
        var name: String
        var lines: [NoticeLine]
        var others: [String]

        init(_ found: [NoticeLine], asked: String) {
            let isAsked = { (line: NoticeLine) in line.buyer?.lowercased() == asked.lowercased() }
            let exact = found.filter(isAsked)
            lines = exact.isEmpty ? found : exact
            // A number is the buyer's own, and is shown by the name of its latest notice.
            name = exact.first?.buyer ?? (asked.contains(where: \.isNumber) ? found.first?.buyer : nil) ?? asked
            others = exact.isEmpty ? [] : Set(found.filter { !isAsked($0) }.compactMap(\.buyer)).sorted()
        }
    }
}

/// Procurements by CPV division and year.
struct CodesByYear {
    private let counts: [String: [Int: Int]]
    private let years: [Int]
    private let reader: Reader

    init(_ lines: [NoticeLine], reader: Reader) {
        var counts: [String: [Int: Int]] = [:]
        for line in lines {
            guard let code = line.cpv.first, let year = line.date?.civil.year else { continue }
            counts[String(code.prefix(2)) + "000000", default: [:]][year, default: 0] += 1
        }
        self.counts = counts
        years = Array(Set(counts.values.flatMap(\.keys)).sorted().suffix(6))
        self.reader = reader
    }

    /// What the page of a buyer shows; `nil` where nothing is dated.
    var fields: Fields? {
        let rows = counts.map { (code: $0.key, years: $0.value, sum: $0.value.values.reduce(0, +)) }
            .sorted { ($1.sum, $0.code) < ($0.sum, $1.code) }
        guard let largest = rows.first?.sum, largest > 0 else { return nil }
        return [
            "years": Fields.Value(years.map { ["year": Fields.Value($0)] }),
            "rows": Fields.Value(
                rows.prefix(15).map { row in
                    [
                        "name": .text(Self.name(row.code, reader)), "sum": .text(reader.count(row.sum)),
                        "width": Fields.Value(row.sum * 100 / largest),
                        "cells": Fields.Value(
                            years.map { ["count": .text(row.years[$0].map(reader.count) ?? "–")] }),
                    ]
                }),
            "rest": Fields.Value(rows.count > 15 ? reader.count(rows.count - 15) : nil),
        ]
    }

    /// What the CPV calls a division.
    static func name(_ code: String, _ reader: Reader) -> String {
        let label = CPVDivision.labels.first { $0.code.description.hasPrefix(code.prefix(8)) }
        return (reader.language == .sv ? label?.swedish : label?.english) ?? code
    }
}
