import API
import Dialogue
import JSON
import JSONRPC
import Procurement

extension API.Programme {
    /// The slots one by one.
    ///
    /// - Throws: `ParameterError` where a time isn't one, or the slots don't fit into a day.
    func slots(at parameter: String) throws(ParameterError) -> [TimeSlot] {
        switch self {
        case .listed(let slots):
            return slots.map { TimeSlot(id: SlotID($0.id), starts: $0.starts, ends: $0.ends) }
        case .regular(let programme):
            guard let start = Self.minutes(programme.starts) else {
                throw ParameterError(
                    parameter: "\(parameter).starts", expected: "a time such as 09:00", came: "“\(programme.starts)”")
            }
            let pause = programme.pause ?? 0
            // What was kept isn't held to bounds.
            guard (0...64).contains(programme.count), (1...720).contains(programme.minutes), (0...720).contains(pause),
                start + programme.count * (programme.minutes + pause) - pause <= 24 * 60
            else {
                throw ParameterError(
                    parameter: parameter, expected: "slots that end before midnight",
                    came: "\(programme.count) of \(programme.minutes) minutes from \(programme.starts)")
            }
            return (0..<programme.count).map { number in
                let from = start + number * (programme.minutes + pause)
                return TimeSlot(
                    id: SlotID("\(number + 1)"), starts: Self.text(from), ends: Self.text(from + programme.minutes))
            }
        }
    }

    private static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2, let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }

    private static func text(_ minutes: Int) -> String {
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(padded(minutes / 60)):\(padded(minutes % 60))"
    }
}

extension API.ProgrammeSlot {
    init(_ slot: TimeSlot) { self.init(id: slot.id.rawValue, starts: slot.starts, ends: slot.ends) }
}
