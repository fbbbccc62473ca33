import JSON
import JSONRPC

/// One thing that is measured, with all its values: what Prometheus calls a metric family.
///
/// Names and units follow Prometheus' conventions: base units (seconds, bytes), `_total` for what only grows, `# HELP` and
/// `# TYPE` for each. https://prometheus.io/docs/practices/naming/
@WireType
package struct MetricFamily: Described {
    package enum Kind: String, WireWord {
        /// Only grows, from 0 at the daemon's start.
        case counter
        /// Goes up and down.
        case gauge
        /// How many were at most so large, by bounds (`le`), with their sum and their number.
        case histogram
    }

    /// What is measured, with its unit: torg_…_seconds, torg_…_bytes, torg_…_total.
    package var name: String
    /// counter, which only grows from 0 at the daemon's start; gauge; or histogram.
    package var kind: Kind
    /// What it means, in one sentence.
    package var help: String
    /// Its values, one for each set of labels; none where nothing is known.
    package var samples: [MetricSample]

    package init(_ name: String, _ kind: Kind, _ help: String, _ samples: [MetricSample]) {
        self.name = name
        self.kind = kind
        self.help = help
        self.samples = samples
    }
}

/// One value.
@WireType
package struct MetricSample: Described {
    /// The family's name; with _bucket, _sum or _count behind it in a histogram.
    package var name: String
    /// What tells it from the family's other values.
    package var labels: SortedMap<String>
    /// The value.
    package var value: Double

    /// - Parameter value: a finite number.
    package init(_ name: String, _ labels: SortedMap<String>, _ value: Double) {
        self.name = name
        self.labels = labels
        self.value = value
    }
}
