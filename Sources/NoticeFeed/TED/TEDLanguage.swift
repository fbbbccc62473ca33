/// TED's two-letter languages (ISO 639-1, upper case) as eForms writes them: ISO 639-2/T, upper case.
enum TEDLanguage {
    private static let codes: [String: String] = [
        "BG": "BUL", "CS": "CES", "DA": "DAN", "DE": "DEU", "EL": "ELL", "EN": "ENG", "ES": "SPA", "ET": "EST",
        "FI": "FIN", "FR": "FRA", "GA": "GLE", "HR": "HRV", "HU": "HUN", "IT": "ITA", "LT": "LIT", "LV": "LAV",
        "MT": "MLT", "NL": "NLD", "PL": "POL", "PT": "POR", "RO": "RON", "SK": "SLK", "SL": "SLV", "SV": "SWE",
        "NO": "NOR", "NB": "NOB", "NN": "NNO", "IS": "ISL", "FO": "FAO", "SE": "SME", "KL": "KAL", "MK": "MKD",
        "SQ": "SQI", "SR": "SRP", "ME": "CNR", "BS": "BOS", "TR": "TUR", "UK": "UKR", "RU": "RUS", "CA": "CAT",
        "EU": "EUS", "GL": "GLG", "LB": "LTZ", "CY": "CYM", "GD": "GLA", "ZH": "ZHO", "JA": "JPN", "AR": "ARA",
    ]

    /// `SWE` for `SV`, `sv` or `SWE`. A code that isn't known is kept, in upper case.
    static func code(_ text: String) -> String {
        let upper = text.uppercased()
        return codes[upper] ?? upper
    }
}
