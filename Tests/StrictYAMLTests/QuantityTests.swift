import StrictYAML
import Testing

@Suite struct QuantityTests {
    @Test(
        arguments: [
            ("512 B", 512), ("64KiB", 65_536), ("1 MiB", 1_048_576), ("2  GiB", 2_147_483_648), ("64", nil),
            ("1.5 MiB", nil), ("1 MB", nil), ("-1 B", nil), ("", nil), ("99999999999999 GiB", nil),
        ] as [(String, Int?)])
    func readsSizes(text: String, bytes: Int?) {
        #expect(Quantity.bytes(text) == bytes)
    }

    @Test(
        arguments: [
            ("250 ms", .milliseconds(250)), ("30s", .seconds(30)), ("5 min", .seconds(300)), ("2 h", .seconds(7200)),
            ("1 d", .seconds(86_400)), ("30", nil), ("1 week", nil),
        ] as [(String, Duration?)])
    func readsTimes(text: String, duration: Duration?) {
        #expect(Quantity.duration(text) == duration)
    }
}
