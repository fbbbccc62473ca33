import ArgumentParser
import FoundationEssentials
import Glibc
import NoticeFeed
import Procurement
import StrictYAML

/// Reads feed files and prints what became of each notice, one JSON object a line.
@main
struct TorgFeed: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "torg-feed",
        abstract: "Read notices out of feed files: XML, .gz, .tar, .tar.gz, .zip, or folders of them.",
        discussion: """
            Prints one JSON object a line: {"notice": …, "position": …} or {"refusal": …}; with --codes \
            {"code": …, "position": …}; with --register \
            {"firm": …, "line": …} and last {"register": …}.
            Exit codes: 0 done, 1 something was refused, 64 usage, 65 nothing could be read, 75 output failed,
            78 a mapping is wrong.

            Files:
              /etc/torg/feeds/: Mappings of exports without a schema of their own: give --mappings.

            See also: torg-import(1), torgd(8).
            """)

    @Argument(help: "Files and folders to read.")
    var paths: [String] = []

    @Option(
        name: .customLong("mapping"),
        help: ArgumentHelp("A file that describes an export's elements; may be given several times.", valueName: "file")
    )
    var mappingFiles: [String] = []

    @Option(
        name: .customLong("mappings"),
        help: ArgumentHelp("A folder of such files, each called *.yaml.", valueName: "folder"))
    var mappingFolder: String?

    @Flag(help: "Take the paths from standard input, each ended by a NUL.")
    var pathsFromStdin = false

    @Flag(help: "The files are lists of CPV codes in genericode (.gc), not feeds.")
    var codes = false

    @Flag(help: "The files are public registers of firms: Bolagsverket's or Statistics Sweden's bulk file.")
    var register = false

    @Option(
        help: ArgumentHelp("The edition of the industry codes in Statistics Sweden's: 2007 or 2025.", valueName: "year")
    )
    var sni = SNIVersion.sni2025.rawValue

    @Flag(help: "Print a table of what was read instead.")
    var summary = false

    @Flag(help: "Also print {\"reading\": PATH} before each file, for whoever must know where reading ended.")
    var announce = false

    @Option(help: ArgumentHelp("Bytes of the largest file; an archive counts unpacked.", valueName: "bytes"))
    var fileBytes = FeedLimits().fileBytes

    @OptionGroup var confinement: Confinement

    func validate() throws {
        if paths.isEmpty, !pathsFromStdin { throw ValidationError("Give at least one file or folder to read.") }
        guard SNIVersion(rawValue: sni) != nil else { throw ValidationError("--sni must be 2007 or 2025.") }
        guard fileBytes > 0 else { throw ValidationError("A limit must be above 0.") }
    }

    func run() throws {
        // A reader that has seen enough closes its end of the pipe; that is no reason to die of a signal.
        signal(SIGPIPE, SIG_IGN)
        Confinement.dropInherited()
        // Reading needn't stop each time whoever takes the lines waits for a disk. Where the output is no pipe, or the
        // system allows no more, it stays as it is.
        let setPipeSize: Int32 = 1031  // F_SETPIPE_SZ, which Glibc's module doesn't always show.
        _ = fcntl(1, setPipeSize, 1 << 20)
        let mappings = try loadMappings()
        try confinement.apply()
        var limits = FeedLimits()
        limits.fileBytes = fileBytes
        let session = FeedSession(
            reader: FeedReader(mappings: mappings, limits: limits),
            registers: RegisterReader(limits: limits, version: SNIVersion(rawValue: sni) ?? .sni2025),
            printsOutcomes: !summary, announces: announce, clocks: confinement.clocks)
        do {
            let read = codes ? session.readCodes : register ? session.readRegister : session.read
            for path in paths { try read(path) }
            if pathsFromStdin { try StandardInputPaths.each(read) }
            try session.finish(summary: summary)
        } catch OutputError.closed {
            return
        } catch let error as OutputError {
            StandardError.print("torg-feed: \(error)")
            throw ExitCode(75)
        }
        if session.tally.refused > 0 {
            throw ExitCode(session.tally.notices + session.tally.codes + session.tally.firms > 0 ? 1 : 65)
        }
    }

    /// All problems of all mapping files are told before anything is read.
    private func loadMappings() throws -> [FeedMapping] {
        var mappings: [FeedMapping] = []
        var problems: [String] = []
        var files = mappingFiles
        if let mappingFolder {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: mappingFolder) else {
                throw ValidationError("\(mappingFolder): the folder of mappings can't be read; give one that exists.")
            }
            files += names.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.sorted().map {
                "\(mappingFolder)/\($0)"
            }
        }
        for file in files {
            do {
                mappings.append(try FeedMapping.load(file))
            } catch {
                problems.append(error.description)
            }
        }
        guard problems.isEmpty else {
            StandardError.print(problems.joined(separator: "\n"))
            throw ExitCode(78)
        }
        return mappings
    }
}
