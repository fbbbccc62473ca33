import Foundation

/// What a demonstration shows: the notices and the register of a municipality that doesn't exist, and a configuration.
struct DemoFiles {
    let notices: URL
    let suppliers: URL
    /// torg.yaml, with what it names beside it.
    let configuration: URL

    /// Those of the clone that a program was built in, else those of the package that it came with; `nil` for neither.
    ///
    /// - Parameter program: the program's own path.
    init?(of program: URL) {
        var folder = program.deletingLastPathComponent()
        // .build/x86_64-unknown-linux-gnu/release lies three deep in the clone; more would be somebody else's folders.
        for _ in 0..<4 where !folder.path.isEmpty && folder.path != "/" {
            folder.deleteLastPathComponent()
            if let found = DemoFiles(data: folder.appending(path: "Fixtures"), config: folder.appending(path: "config"))
            {
                self = found
                return
            }
        }
        let packaged = program.deletingLastPathComponent().deletingLastPathComponent().appending(
            path: "share/torg/demo")
        guard let found = DemoFiles(data: packaged, config: packaged.appending(path: "config")) else { return nil }
        self = found
    }

    private init?(data: URL, config: URL) {
        notices = data.appending(path: "notices")
        suppliers = data.appending(path: "suppliers.csv")
        configuration = config.appending(path: "torg.yaml")
        for file in [notices, suppliers, configuration] where !FileManager.default.fileExists(atPath: file.path) {
            return nil
        }
    }
}
