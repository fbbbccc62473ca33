import NoticeFeed
import Procurement

/// One run over feed paths: hands each outcome to the output and counts it.
final class FeedSession {
    private let reader: FeedReader
    private let registers: RegisterReader
    private let printsOutcomes: Bool
    private let announces: Bool
    private let output = LineOutput()
    private var parsers: ParserPool
    private var clocks: FileClocks
    private(set) var tally = FeedTally()

    init(
        reader: FeedReader, registers: RegisterReader, printsOutcomes: Bool, announces: Bool, clocks: FileClocks
    ) {
        self.reader = reader
        self.registers = registers
        parsers = reader.parsers
        self.printsOutcomes = printsOutcomes
        self.announces = announces
        self.clocks = clocks
        self.clocks.allowNextFile()
    }

    /// Reads a file or folder; one that isn't there is refused like a file that can't be read.
    ///
    /// - Throws: `OutputError`.
    func read(_ path: String) throws {
        do {
            try reader.read(path, &parsers, reading: begin, take)
        } catch FeedError.consumer(let error) {
            throw error
        } catch {
            try take(
                .refusal(
                    Refusal(reason: "not-found", detail: error.description, position: FeedPosition(file: path))))
        }
    }

    /// Reads a list of codes.
    ///
    /// - Throws: `OutputError`.
    func readCodes(_ path: String) throws {
        try begin(path)
        try CodeListReader().read(path) { outcome in
            switch outcome {
            case .label(let label, let position):
                tally.countCode()
                if printsOutcomes { try output.write(FeedLine.code(label, at: position)) }
            case .refusal(let refusal): try take(.refusal(refusal))
            }
        }
    }

    /// Reads a public register.
    ///
    /// - Throws: `OutputError`.
    func readRegister(_ path: String) throws {
        try begin(path)
        try registers.read(path) { line in
            tally.count(line)
            if printsOutcomes { try output.write(line) }
        }
    }

    /// - Throws: `OutputError`.
    func finish(summary: Bool) throws {
        if summary { try output.write(text: tally.table) }
        try output.flush()
    }

    private func begin(_ file: String) throws {
        clocks.allowNextFile()
        guard announces, printsOutcomes else { return }
        try output.write(FeedLine.reading(file: file))
        try output.flush()
    }

    private func take(_ outcome: FeedOutcome) throws {
        tally.count(outcome)
        if printsOutcomes { try output.write(FeedLine.outcome(outcome)) }
    }
}
