extension YAMLEntry {
    /// The text of the key. What is wrong goes to `issues`, here and below, and the value is `nil` then.
    ///
    /// - Parameter expected: what to write, for messages: `a path`.
    package func text(expected: String, _ issues: ConfigurationIssues) -> String? {
        switch value.content {
        case .text(let text) where !text.isEmpty: return text
        case .text, .nothing: issues.add(place, "has no value", "write \(expected), or take the line away")
        case .list, .mapping: issues.add(place, "is \(value.noun)", "write \(expected)")
        }
        return nil
    }

    package func count(in range: ClosedRange<Int>, _ issues: ConfigurationIssues) -> Int? {
        checked(range, "a whole number", read: { Int($0) }, show: { "\($0)" }, issues)
    }

    /// A size such as `64 KiB`.
    package func bytes(in range: ClosedRange<Int>, _ issues: ConfigurationIssues) -> Int? {
        checked(
            range, "a size such as 64 KiB, 1 MiB or 2 GiB", read: Quantity.bytes, show: Quantity.text(bytes:), issues)
    }

    /// A time such as `30 s`.
    package func duration(in range: ClosedRange<Duration>, _ issues: ConfigurationIssues) -> Duration? {
        checked(
            range, "a time such as 250 ms, 30 s, 5 min or 2 h", read: Quantity.duration,
            show: { "\($0.components.seconds) s" }, issues)
    }

    /// One of the raw values of `Choice`.
    package func choice<Choice: RawRepresentable & CaseIterable>(_ issues: ConfigurationIssues) -> Choice?
    where Choice.RawValue == String {
        guard let text = text(expected: "one word", issues) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let all = Choice.allCases.map(\.rawValue)
        issues.add(
            place, "“\(text)” is none of the values",
            NearestWord.question(text, among: all) ?? "write \(all.joined(separator: ", "))")
        return nil
    }

    private func checked<Value: Comparable>(
        _ range: ClosedRange<Value>, _ expected: String, read: (String) -> Value?, show: (Value) -> String,
        _ issues: ConfigurationIssues
    ) -> Value? {
        guard let text = text(expected: expected, issues) else { return nil }
        guard let value = read(text) else {
            issues.add(place, "“\(text)” can't be read", "write \(expected)")
            return nil
        }
        guard range.contains(value) else {
            issues.add(
                place, "\(text) is out of range", "write \(show(range.lowerBound)) to \(show(range.upperBound))")
            return nil
        }
        return value
    }
}
