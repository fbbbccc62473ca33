extension TextLanguage {
    /// Two decimals, `0,48` or `0.48`, halves up.
    package func hundredths(_ points: Points) -> String {
        let hundredths = (max(0, points.millionths) + 5_000) / 10_000
        let rest = hundredths % 100
        return "\(hundredths / 100)\(pick(sv: ",", en: "."))\(rest < 10 ? "0" : "")\(rest)"
    }
}
