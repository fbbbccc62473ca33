import Foundation

/// What standard output is: how wide, and whether a person looks at it.
struct Terminal: Sendable {
    let width: Int
    /// True when standard output is a terminal; a pipe gets no colour and no progress.
    let isInteractive: Bool
    /// Bold and dim text; off in a pipe, with `NO_COLOR`, and on a `dumb` terminal.
    let hasStyle: Bool

    init(width: Int, isInteractive: Bool = false, hasStyle: Bool = false) {
        self.width = width
        self.isInteractive = isInteractive
        self.hasStyle = hasStyle
    }

    static func standardOutput(environment: [String: String] = ProcessInfo.processInfo.environment) -> Terminal {
        let interactive = isatty(STDOUT_FILENO) == 1
        var size = winsize()
        let columns =
            if interactive, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
                Int(size.ws_col)
            } else {
                environment["COLUMNS"].flatMap(Int.init) ?? 100
            }
        let style = interactive && environment["NO_COLOR"] == nil && environment["TERM"] != "dumb"
        return Terminal(width: max(40, min(columns, 160)), isInteractive: interactive, hasStyle: style)
    }

    private static let (bold, dim, plain) = ("\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m")
    /// All that this program ever tells a terminal about a text.
    static let styles = [bold, dim, plain]

    func bold(_ text: String) -> String { styled(text, Self.bold) }
    func dim(_ text: String) -> String { styled(text, Self.dim) }

    private func styled(_ text: String, _ style: String) -> String {
        hasStyle ? style + CleanText.line(text) + Self.plain : text
    }
}
