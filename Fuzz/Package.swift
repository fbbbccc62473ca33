// swift-tools-version: 6.2
import CompilerPluginSupport
import PackageDescription

// The readers of what comes from outside, under libFuzzer and AddressSanitizer. `scripts/fuzz` builds and runs it.
//
// A package of its own, because everything in it is compiled in another way than the programs are. The targets are
// links to those of Torg.

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// A program whose `main` is libFuzzer's.
func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies,
        swiftSettings: settings + [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
    name: "fuzz",
    dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.2.0")],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive"),
        module("Containers"),
        module("JSON"),
        module("PersonalNumbers"),
        module("Procurement", ["Containers", "JSON", "PersonalNumbers"]),
        module("StrictYAML", ["Containers", .product(name: "Yams", package: "Yams")]),
        module("Files"),
        module("CSV"),
        module(
            "NoticeFeed",
            [
                "CLibXML2", "CLibArchive", "Containers", "CSV", "Files", "PersonalNumbers", "Procurement", "StrictYAML",
            ]),
        module("JSONRPC", ["Containers", "JSON", "PersonalNumbers"]),
        module("WireSource"),
        .macro(name: "WireMacros", dependencies: ["WireSource"], swiftSettings: settings),
        module("API", ["JSON", "Procurement", "JSONRPC", "WireMacros"]),
        fuzzer("fuzz-feed", ["NoticeFeed", "Procurement"]),
        fuzzer("fuzz-rpc", ["API", "JSON", "JSONRPC"]),
    ]
)
