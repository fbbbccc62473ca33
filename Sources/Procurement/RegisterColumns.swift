/// The first line of a file that may be a public register's: its columns, and whose they are.
package struct RegisterColumns: Sendable {
    /// In their order, in lower case, with letters, digits and underscores alone.
    package let names: [String]
    /// `nil` where no known register begins so: Bolagsverket's parts its columns by semicolons, Statistics Sweden's by tabs.
    package let source: RegisterSource?

    package init(firstLine line: some StringProtocol) {
        let isTabbed = line.contains("\t")
        names = line.split(separator: isTabbed ? "\t" : ";", omittingEmptySubsequences: false).map {
            $0.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "_" }
        }
        source =
            if isTabbed, names.contains("peorgnr") { .scb } else if !isTabbed, names.contains("organisationsidentitet")
            {
                .bolagsverket
            } else { nil }
    }
}
