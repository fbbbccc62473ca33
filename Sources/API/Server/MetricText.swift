/// Metrics in the text format that Prometheus and node_exporter read (version 0.0.4).
///
/// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
package enum MetricText {
    /// - Returns: the families in the order given; each ends its lines with a line feed, as the last one must too.
    package static func of(_ families: [MetricFamily]) -> String {
        var text = ""
        for family in families where !family.samples.isEmpty {
            text += "# HELP \(family.name) \(escaped(family.help, quotes: false))\n"
            text += "# TYPE \(family.name) \(family.kind.rawValue)\n"
            for sample in family.samples { text += line(sample) }
        }
        return text
    }

    private static func line(_ sample: MetricSample) -> String {
        let labels = sample.labels.map { "\($0.key)=\"\(escaped($0.value, quotes: true))\"" }
        return "\(sample.name)\(labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}") \(number(sample.value))\n"
    }

    /// Whole numbers without a point, as people read them.
    package static func number(_ value: Double) -> String {
        // Beyond 2⁵³ not every whole number is a Double.
        if value.rounded() == value, abs(value) < 9_007_199_254_740_992 { return "\(Int(value))" }
        return "\(value)"
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var escaped = ""
        for character in text.unicodeScalars {
            switch character {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(character)
            }
        }
        return escaped
    }
}
