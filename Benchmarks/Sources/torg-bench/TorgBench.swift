import Foundation
import Workload

/// `torg-bench tables|retrieval|market|answers|export --suppliers N --folder FOLDER`
@main
struct TorgBench {
    static func main() throws {
        let arguments = CommandLine.arguments
        func value(_ name: String) -> String? {
            arguments.firstIndex(of: name).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
        }
        guard arguments.count > 1, let count = value("--suppliers").flatMap({ Int($0) }),
            let folder = value("--folder").map({ URL(fileURLWithPath: $0) })
        else {
            print("usage: torg-bench tables|retrieval|market|answers|export --suppliers N --folder FOLDER")
            exit(64)
        }
        let workload = Workload(suppliers: count)
        switch arguments[1] {
        case "retrieval": try Retrieval.run(workload, folder: folder)
        case "market": FullMarket.run(workload)
        case "answers": try FullMarket.writeAnswers(workload, to: folder)
        case "export": try workload.writeExport(to: folder)
        case "tables":
            try workload.writeSuppliers(to: folder.appendingPathComponent("suppliers.tsv"))
            try workload.writeQuestions(to: folder.appendingPathComponent("questions.tsv"))
        default:
            print("unknown: \(arguments[1])")
            exit(64)
        }
    }
}
