/// Reads metrics as strictly as Prometheus' format is written, and more: every family has its help and its type before
/// its values and stands in one piece, no value is there twice, and histograms add up.
///
/// https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
struct MetricsText {
    struct Malformed: Error, CustomStringConvertible {
        let line: String
        let problem: String
        var description: String { "\(problem): \(line)" }
    }

    /// By name and labels as they are written, such as `torg_imports_total{kind="feed",outcome="done"}`.
    private(set) var values: [String: Double] = [:]
    private(set) var types: [String: String] = [:]

    init(_ text: String) throws {
        func check(_ holds: Bool, _ line: some StringProtocol, _ problem: String) throws {
            if !holds { throw Malformed(line: String(line), problem: problem) }
        }
        try check(text.hasSuffix("\n"), text.suffix(40), "the last line has no end")
        var family = ""
        var helped: Set<String> = []
        var buckets: [String: [(le: Double, count: Double)]] = [:]
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            if let help = line.wholeMatch(of: /# HELP ([a-z_]+) (\S.*)/) {
                family = String(help.output.1)
                try check(helped.insert(family).inserted, line, "a family in two pieces")
                try check(help.output.2.hasSuffix("."), line, "the help is no sentence")
            } else if let type = line.wholeMatch(of: /# TYPE ([a-z_]+) (counter|gauge|histogram)/) {
                try check(type.output.1 == family && types[family] == nil, line, "a type without its help")
                types[family] = String(type.output.2)
            } else {
                let sample = line.wholeMatch(
                    of: /([a-z_]+)(?:\{((?:[a-z_]+="(?:[^"\\]|\\["\\n])*",?)+)\})? ([-+.0-9e]+)/)
                guard let sample, let value = Double(sample.output.3) else {
                    throw Malformed(line: String(line), problem: "no sample")
                }
                let name = String(sample.output.1)
                let labels = sample.output.2.map(String.init) ?? ""
                let type = types[family] ?? "none"
                let suffixes = type == "histogram" ? ["_bucket", "_sum", "_count"] : [""]
                try check(suffixes.contains { name == family + $0 }, line, "a value outside its family")
                try check(!labels.hasSuffix(","), line, "a comma too many")
                try check(
                    (type == "counter") == name.hasSuffix("_total"), line, "counters, and only they, end in _total")
                try check(type == "gauge" || value >= 0, line, "a count below 0")
                let key = labels.isEmpty ? name : "\(name){\(labels)}"
                try check(values.updateValue(value, forKey: key) == nil, line, "the same value twice")
                if name.hasSuffix("_bucket"), let bound = labels.firstMatch(of: /le="([^"]+)",?/) {
                    let le = bound.output.1 == "+Inf" ? Double.infinity : Double(bound.output.1) ?? .nan
                    let others = labels.replacing(/,?le="[^"]+"/, with: "").replacing(/^,/, with: "")
                    let key = others.isEmpty ? "\(family)_count" : "\(family)_count{\(others)}"
                    try check(
                        buckets[key, default: []].last.map { $0.le < le && $0.count <= value } ?? true, line,
                        "buckets must grow")
                    buckets[key, default: []].append((le, value))
                }
            }
        }
        for (key, all) in buckets {
            try check(all.last?.le == .infinity, key, "no last bucket")
            try check(values[key] == all.last?.count, key, "the buckets don't add up")
        }
    }
}
