// swift-tools-version: 6.2
import PackageDescription

// How fast Torg finds and matches suppliers, beside other engines. `Benchmarks/run` builds and runs it.
//
// A package of its own, so that nothing of it is built or installed with the programs. The targets are links to those of
// Torg, as in Fuzz/.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
    name: "benchmarks",
    targets: [
        .systemLibrary(name: "CLibStemmer"),
        module("Containers"),
        module("JSON"),
        module("PersonalNumbers"),
        module("Procurement", ["Containers", "JSON", "PersonalNumbers"]),
        module("Language", ["CLibStemmer", "Containers", "Procurement"]),
        module("Matching", ["Containers", "Procurement", "Language"]),
        // The market that is measured on, and the questions that are put to it.
        module("Workload", ["Containers", "Procurement", "Matching"]),
        .executableTarget(
            name: "torg-bench", dependencies: ["Containers", "Workload", "Matching", "Language", "Procurement"],
            swiftSettings: settings),
    ]
)
