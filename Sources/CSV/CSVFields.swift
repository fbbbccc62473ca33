/// Splits one record into its fields.
enum CSVFields {
    private enum State {
        /// Before a field; white space there is skipped.
        case start
        case plain
        /// A quote inside a plain field, which must be doubled.
        case plainQuote
        case quoted
        /// A quote inside quotes: the end of the field, or the first of two.
        case closed
    }

    /// The fields with quotes taken for letters like all others.
    static func letters(_ record: ArraySlice<UInt8>, at delimiter: UInt8) -> [String] {
        record.split(separator: delimiter, omittingEmptySubsequences: false).map(text)
    }

    /// UTF-8, or ISO 8859-1 where it isn't.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    /// - Parameter record: without the line's end.
    /// - Returns: `nil` where a quote isn't closed, and where text follows a closing quote or a single one.
    static func split(_ record: ArraySlice<UInt8>, at delimiter: UInt8) -> [String]? {
        let isUTF8 = String(validating: record, as: UTF8.self) != nil
        var fields: [String] = []
        var field: [UInt8] = []
        var state = State.start
        func end() {
            fields.append(
                isUTF8
                    ? String(decoding: field, as: UTF8.self)
                    : String(String.UnicodeScalarView(field.map { Unicode.Scalar($0) })))
            field.removeAll(keepingCapacity: true)
            state = .start
        }
        for byte in record {
            switch (state, byte) {
            case (.quoted, quote): state = .closed
            case (.quoted, _): field.append(byte)
            case (.plainQuote, quote), (.closed, quote):
                field.append(quote)
                state = state == .closed ? .quoted : .plain
            case (.plainQuote, _): return nil
            case (_, delimiter): end()
            case (.start, quote): state = .quoted
            case (.plain, quote): state = .plainQuote
            case (.start, space), (.start, tab), (.closed, space), (.closed, tab): break
            case (.closed, _): return nil
            case (.start, _), (.plain, _):
                field.append(byte)
                state = .plain
            }
        }
        if state == .quoted || state == .plainQuote { return nil }
        end()
        return fields
    }
}
