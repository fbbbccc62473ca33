import JSON
import JSONRPC
import Procurement

extension CalendarDate {
    /// The days that can be asked about. Others may stand in what was published.
    static let asked = CalendarDate(nearestTo: 1900, 1, 1)...CalendarDate(nearestTo: 2200, 12, 31)
}

extension CalendarDate: Bounded {
    package static func check(
        _ value: JSONValue, at path: @autoclosure () -> [any CodingKey]
    ) throws(ParameterError) {
        guard case .string(let text) = value, let day = CalendarDate(written: text), !asked.contains(day) else {
            return
        }
        throw ParameterError(
            path: path(), expected: "a day from \(asked.lowerBound) to \(asked.upperBound)", came: value)
    }
}
