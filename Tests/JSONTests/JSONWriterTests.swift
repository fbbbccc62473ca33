import Containers
import JSON
import TestSupport
import Testing

@Suite struct JSONWriterTests {
    @Test func escapesOnlyWhatItMust() {
        let value = JSONValue.string("\"\\/\u{8}\u{C}\n\r\t\0\u{1F}\u{7F}å🚀\u{2028}")
        #expect(value.description == #""\"\\/\b\f\n\r\t\u0000\u001f"# + "\u{7F}å🚀\u{2028}\"")
    }

    /// Strings are looked through eight bytes at a time: every byte at every place of two such steps.
    @Test func escapesWhereverItStands() throws {
        for length in 0..<20 {
            for place in 0..<length {
                for scalar in (0..<0x80 as Range<UInt8>).map(Unicode.Scalar.init) + ["å", "\u{2028}", "🚀"] {
                    var scalars = Array(repeating: "~" as Unicode.Scalar, count: length)
                    scalars[place] = scalar
                    let text = String(String.UnicodeScalarView(scalars))
                    let bytes = JSONValue.string(text).bytes
                    let isEscaped = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
                    let isShort = ["\u{8}", "\t", "\n", "\u{C}", "\r", "\"", "\\"].contains(scalar)
                    #expect(bytes.count == text.utf8.count + 2 + (isEscaped ? isShort ? 1 : 5 : 0))
                    #expect(try JSONParser.parse(bytes) == .string(text))
                }
            }
        }
    }

    @Test func growsWithWhatIsWritten() throws {
        let texts = (0..<500).map { String(repeating: "\u{1}å", count: $0) }
        var writer = JSONWriter(capacity: 0)
        writer.write(.array(texts.map(JSONValue.string)))
        #expect(writer.bytes.count == writer.count)
        #expect(try JSONParser.parse(writer.bytes) == .array(texts.map(JSONValue.string)))
    }

    @Test(arguments: [Int.min, -10, -9, 0, 9, 10, 99, 100, Int.max])
    func writesWholeNumbers(value: Int) {
        var writer = JSONWriter()
        writer.write(value)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == String(value))
    }

    @Test func refusesNumbersThatJSONHasNot() throws {
        struct Numbers: JSONWritable {
            var values: [Double]
            func write(to writer: inout JSONWriter) { for value in values { writer.write(value) } }
        }
        #expect(try JSONText(writing: Numbers(values: [0.5])).bytes == Array("0.5".utf8))
        for value in [Double.nan, .infinity, -.infinity] {
            #expect(throws: EncodingError.self) { try JSONText(writing: Numbers(values: [value])) }
        }
    }

    @Test func setsCommas() {
        var writer = JSONWriter()
        writer.byte("{")
        for name in ["a", "b"] as [StaticString] {
            writer.member(name)
            writer.byte("[")
            for text in ["", "[", "{"] {
                writer.element()
                writer.write(text)
            }
            writer.byte("]")
        }
        writer.member("c")
        writer.raw("{}")
        writer.byte("}")
        #expect(
            String(decoding: writer.bytes, as: UTF8.self) == #"{"a":["","[","{"],"b":["","[","{"],"c":{}}"#)
    }

    @Test func keepsTheOrderOfMembers() {
        #expect(
            JSONValue(dictionaryLiteral: ("z", 1), ("a", [nil, true, 2])).description == #"{"z":1,"a":[null,true,2]}"#)
    }

    @Test func isOneLine() {
        var random = SplitMix64(seed: 7)
        for _ in 0..<1_000 {
            let scalars = (0..<20).compactMap { _ in Unicode.Scalar(UInt32.random(in: 0..<0x300, using: &random)) }
            let text = String(String.UnicodeScalarView(scalars))
            let bytes = JSONValue.string(text).bytes
            #expect(!bytes.contains(UInt8(ascii: "\n")))
            #expect(try! JSONParser.parse(bytes) == .string(text))
        }
    }
}

@Suite struct JSONNumberTests {
    @Test(arguments: [
        (0, "0"), (1, "0.000001"), (-1, "-0.000001"), (364_000, "0.364"), (1_000_000, "1"), (-2_500_000, "-2.5"),
        (831_234, "0.831234"), (10_000_000, "10"), (123_456_789, "123.456789"),
    ])
    func writesMillionthsAsDecimals(parts: Int, text: String) {
        #expect(JSONNumber(parts: parts, places: 6).text == text)
    }

    @Test(arguments: [0.1, 1.0 / 3, 1e21, 2.5e-308, -0.0, 1.7976931348623157e308, 123456.789])
    func writesTheShortestDouble(value: Double) throws {
        let number = try #require(JSONNumber(value))
        #expect(number.double.bitPattern == value.bitPattern)
        #expect(try JSONParser.parse(number.text) == .number(number))
    }

    @Test func hasNoInfinityAndNoNaN() {
        #expect(JSONNumber(Double.infinity) == nil)
        #expect(JSONNumber(Double.nan) == nil)
    }

    @Test(arguments: [
        ("3", 3), ("3.0", 3), ("3e0", 3), ("30e-1", 3), ("-7", -7), ("9223372036854775807", Int.max),
        ("3.5", nil), ("9223372036854775808", nil), ("1e300", nil), ("9007199254740993.5", nil),
    ])
    func givesWholeNumbers(text: String, value: Int?) {
        #expect(JSONNumber(text: text).integer(Int.self) == value)
    }
}
