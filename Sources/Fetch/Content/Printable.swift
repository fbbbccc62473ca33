extension String {
    /// Text from elsewhere as it may be shown or kept: on one line, without control characters, not too long.
    var printable: String {
        let clean = String(
            String.UnicodeScalarView(
                unicodeScalars.prefix(200).map { scalar in
                    switch scalar.properties.generalCategory {
                    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: "?"
                    default: scalar
                    }
                }))
        return clean
    }
}
