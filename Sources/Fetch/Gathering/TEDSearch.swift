import FoundationEssentials
import Procurement

/// TED's search service: how many notices a day has, and which.
struct TEDSearch {
    let address: WebAddress
    let client: WebClient

    /// No day has had a fifth of that.
    private static let mostOfADay = 20_000

    private struct Answer: Decodable {
        struct Notice: Decodable {
            var number: String

            enum CodingKeys: String, CodingKey { case number = "publication-number" }
        }

        var notices: [Notice]
        var totalNoticeCount: Int
        var iterationNextToken: String?
        var timedOut: Bool?
    }

    /// How many notices were published on a day, in all countries.
    func count(_ day: CalendarDate) throws(FetchFailure) -> Int {
        try ask("publication-date=\(Self.digits(day))", limit: 1, token: nil).totalNoticeCount
    }

    /// The numbers of a day's notices whose buyers are in `countries`; all of them, or an error.
    func numbers(_ day: CalendarDate, countries: [String]) throws(FetchFailure) -> [String] {
        var query = "publication-date=\(Self.digits(day))"
        if !countries.isEmpty {
            query += " AND buyer-country IN (\(countries.compactMap(CountryCode.alpha3).joined(separator: " ")))"
        }
        var numbers: Set<String> = []
        var token: String?
        var total = 0
        repeat {
            let answer = try ask(query, limit: 250, token: token)
            let before = numbers.count
            for notice in answer.notices {
                // It becomes part of an address, and of a name.
                guard (1...20).contains(notice.number.utf8.count),
                    notice.number.utf8.allSatisfy({ (48...57).contains($0) || $0 == UInt8(ascii: "-") })
                else {
                    throw .shape("a notice is called “\(notice.number.printable)”")
                }
                numbers.insert(notice.number)
            }
            total = answer.totalNoticeCount
            guard total <= Self.mostOfADay else { throw .shape("a day with \(total) notices") }
            token = numbers.count == before ? nil : answer.iterationNextToken
        } while token != nil && numbers.count < total
        guard numbers.count >= total else { throw .fewer(expected: total, received: numbers.count) }
        return numbers.sorted()
    }

    private func ask(_ query: String, limit: Int, token: String?) throws(FetchFailure) -> Answer {
        var body = #"{"query":"\#(query)","fields":["publication-number"],"limit":\#(limit),"scope":"ALL","#
        body += #""paginationMode":"ITERATION""#
        if let token { body += #","iterationNextToken":"\#(try Self.plain(token))""# }
        var request = WebRequest(address, kind: .json)
        request.body = body + "}"
        // It refuses whoever asks a dozen times without a pause.
        request.pauses = 2
        return try client.answer(request, limit: 16 << 20) { bytes throws(FetchFailure) in
            guard let answer = try? JSONDecoder().decode(Answer.self, from: Data(bytes)) else {
                throw .shape("the search service's answer has other members")
            }
            if answer.timedOut == true { throw .partial }
            return answer
        }
    }

    /// A token as it goes back, which must be nothing that would end the text that it stands in.
    private static func plain(_ token: String) throws(FetchFailure) -> String {
        guard token.utf8.allSatisfy({ (33...126).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") })
        else {
            throw .shape("the search service's token")
        }
        return token
    }

    private static func digits(_ day: CalendarDate) -> String { day.description.filter { $0 != "-" } }
}
