import Testing

@testable import API

/// The text format of metrics.
@Suite struct MetricTextTests {
    @Test func writesWhatTheFormatAsksFor() {
        let families = [
            MetricFamily(
                "torg_import_notices_total", .counter, "By what became of them,\nback\\slash and \"quotes\".",
                [
                    MetricSample("torg_import_notices_total", ["result": "stored", "kind": "a\"b\\c\nd"], 8155),
                    MetricSample("torg_import_notices_total", [:], 0.25),
                ]),
            MetricFamily("torg_nothing", .gauge, "Left out where nothing is known.", []),
        ]
        #expect(
            MetricText.of(families) == """
                # HELP torg_import_notices_total By what became of them,\\nback\\\\slash and "quotes".
                # TYPE torg_import_notices_total counter
                torg_import_notices_total{kind="a\\"b\\\\c\\nd",result="stored"} 8155
                torg_import_notices_total 0.25

                """)
    }

    @Test(arguments: [
        (0, "0"), (-3, "-3"), (1_767_225_600, "1767225600"), (0.0025, "0.0025"), (1e-9, "1e-09"), (1e300, "1e+300"),
        (9_007_199_254_740_991, "9007199254740991"),
    ])
    func writesNumbersPlainly(_ number: Double, _ text: String) {
        #expect(MetricText.number(number) == text)
        #expect(Double(text) == number)
    }
}
