import ArgumentParser
import Glibc

/// What this process may use of the machine, set upon itself before the first byte of a feed is read.
///
/// The parser is the one place that takes bytes from outside. Whatever a file makes it do, it stops at these limits: the
/// kernel ends it, and whoever started it goes on with the next file.
struct Confinement: ParsableArguments {
    @Option(help: ArgumentHelp("Processor seconds for one file.", valueName: "seconds"))
    var cpuSeconds = 300

    @Option(help: ArgumentHelp("Seconds for one file, waiting included.", valueName: "seconds"))
    var wallSeconds = 3600

    /// The program itself takes about 112 before the first byte. With this an ordinary notice is read; the largest that
    /// may be takes 220.
    static let leastMemory = 128

    @Option(
        help: ArgumentHelp("Megabytes of address space, \(Self.leastMemory) at the least.", valueName: "megabytes"))
    var memory = 1024

    @Option(help: ArgumentHelp("Files open at once.", valueName: "files"))
    var openFiles = 32

    func validate() throws {
        guard cpuSeconds > 0, wallSeconds > 0, openFiles > 0 else { throw ValidationError("A limit must be above 0.") }
        guard memory >= Self.leastMemory else {
            throw ValidationError(
                "--memory must be \(Self.leastMemory) or more: the program takes about 112 before it reads anything. "
                    + "Leave it out for \(1024).")
        }
    }

    /// Closes whatever came from the process that started this one, but for the three standard streams: a store or a
    /// socket that was left open by mistake is out of reach before anything is read.
    static func dropInherited() { closefrom(3) }

    /// - Throws: `ExitCode` where the kernel refuses a limit.
    func apply() throws {
        try set(RLIMIT_AS, rlim_t(memory) << 20, "memory")
        try set(RLIMIT_NOFILE, rlim_t(openFiles), "open files")
        try set(RLIMIT_CORE, 0, "core dumps")
        heedSignals()
        // It writes nothing but its output, which a person may have sent into a file.
        if !isFile(1), !isFile(2) { try set(RLIMIT_FSIZE, 0, "file size") }
    }

    /// The limits on time, which are by file.
    var clocks: FileClocks { FileClocks(cpuSeconds: cpuSeconds, wallSeconds: wallSeconds) }

    /// The two signals that end a file which takes too long. Whoever started this process may have had them blocked or
    /// ignored, as the threads of many runtimes do, and that is inherited.
    private func heedSignals() {
        var late = sigset_t()
        sigemptyset(&late)
        for number in [SIGXCPU, SIGALRM] {
            signal(number, SIG_DFL)
            sigaddset(&late, number)
        }
        sigprocmask(SIG_UNBLOCK, &late, nil)
    }

    /// Lowers a limit for good; one that is lower already stays.
    private func set(_ resource: __rlimit_resource, _ value: rlim_t, _ name: String) throws {
        var limit = rlimit()
        getrlimit(Int32(resource.rawValue), &limit)
        let value = min(value, limit.rlim_max)
        limit = rlimit(rlim_cur: value, rlim_max: value)
        guard setrlimit(Int32(resource.rawValue), &limit) == 0 else {
            StandardError.print("torg-feed: the limit on \(name) could not be set: \(String(cString: strerror(errno)))")
            throw ExitCode(75)
        }
    }

    private func isFile(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}
