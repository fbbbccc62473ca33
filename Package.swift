// swift-tools-version: 6.2
import CompilerPluginSupport
import PackageDescription

let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "Logging", package: "swift-log"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name,
        dependencies: dependencies + [.product(name: "ArgumentParser", package: "swift-argument-parser")],
        swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestSupport"], swiftSettings: settings)
}

let package = Package(
    name: "torg",
    products: [
        .executable(name: "torgd", targets: ["torgd"]),
        .executable(name: "torg", targets: ["torg"]),
        .executable(name: "torg-feed", targets: ["torg-feed"]),
        .executable(name: "torg-fetch", targets: ["torg-fetch"]),
        .executable(name: "torg-web", targets: ["torg-web"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "CLibICal", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
        .systemLibrary(name: "CLibStemmer", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),

        // The order in which one notice walks through the house.
        module("Containers"),
        module("JSON"),
        module("PersonalNumbers"),
        module("Procurement", ["Containers", "JSON", "PersonalNumbers"]),
        module("StrictYAML", ["Containers", "Procurement", .product(name: "Yams", package: "Yams")]),
        module("Files"),
        module("CSV"),
        module(
            "Fetch",
            [
                "CLibArchive", "CLibCurl", "Procurement", "StrictYAML",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        module(
            "NoticeFeed",
            [
                "CLibXML2", "CLibArchive", "Containers", "CSV", "Files", "PersonalNumbers", "Procurement", "StrictYAML",
            ]),
        module(
            "Store",
            [
                "CSV", "PersonalNumbers", "Procurement", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        module("Language", ["CLibStemmer", "Containers", "Procurement"]),
        module("Matching", ["Containers", "Procurement", "Language"]),
        module(
            "Dialogue",
            [
                "Containers", "JSON", "PersonalNumbers", "Procurement", "API", "Matching",
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        module("JSONRPC", ["Containers", "JSON", "PersonalNumbers"]),
        // Makes what a wire type needs of its declaration, while `API` is compiled; in no program.
        module("WireSource"),
        .macro(name: "WireMacros", dependencies: ["WireSource"], swiftSettings: settings),
        module("API", ["JSON", "Procurement", "JSONRPC", "WireMacros"]),
        module("Transport", ["JSON", "JSONRPC", "API"] + nio),
        module("Sheets", ["CLibICal", "CLibXLSXWriter", "JSON", "Procurement", "API"]),
        module(
            "Daemon",
            [
                "Containers", "Files", "JSON", "PersonalNumbers", "Procurement", "StrictYAML", "Store", "Language",
                "Matching", "Dialogue", "JSONRPC",
                "API", "Transport", .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            // A link to config/words.yaml.
            resources: [.embedInCode("Configuration/words.yaml")]),
        module(
            "Web",
            [
                "Procurement", "StrictYAML", "JSON", "JSONRPC", "API", "Transport", "Sheets",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOExtras", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Files")]),
        program("torgd", ["Daemon"]),
        program(
            "torg",
            [
                "Procurement", "API", "Files", "JSON", "JSONRPC", "Sheets", "StrictYAML", "Transport",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        program("torg-feed", ["NoticeFeed", "Procurement", "StrictYAML"]),
        program("torg-fetch", ["Fetch", "Procurement", "StrictYAML"]),
        program("torg-web", ["Transport", "Web", .product(name: "Logging", package: "swift-log")]),
        // Writes Fixtures/; not installed.
        program("torg-fixtures", ["Containers", "Procurement"]),

        // What several of the test targets share.
        .target(
            name: "TestSupport", dependencies: ["Containers", "JSON", "Procurement"], path: "Tests/TestSupport",
            swiftSettings: settings),
        .target(
            name: "DialogueSupport", dependencies: ["API", "Containers", "Dialogue", "Procurement", "TestSupport"],
            path: "Tests/DialogueSupport", swiftSettings: settings),
        // The planners at full size, with time limits that a release build alone holds.
        .executableTarget(
            name: "planner-scale",
            dependencies: ["Containers", "Dialogue", "DialogueSupport", "Procurement", "TestSupport"],
            path: "Tests/PlannerScale", swiftSettings: settings),
        tests("ContainersTests", ["Containers"]),
        tests("JSONTests", ["Containers", "JSON"]),
        tests("PersonalNumbersTests", ["PersonalNumbers"]),
        tests("ProcurementTests", ["Containers", "Procurement"]),
        tests("StrictYAMLTests", ["StrictYAML", "Procurement"]),
        tests("FilesTests", ["Files"]),
        tests(
            "WebTests",
            [
                "API", "JSON", "JSONRPC", "Procurement", "StrictYAML", "Transport", "Web",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ]),
        tests("CSVTests", ["Containers", "CSV"]),
        tests("NoticeFeedTests", ["CLibXML2", "Containers", "NoticeFeed", "Procurement", "StrictYAML"]),
        tests("StoreTests", ["Containers", "Store", "Procurement", .product(name: "GRDB", package: "GRDB.swift")]),
        tests("LanguageTests", ["Containers", "Language"]),
        tests("MatchingTests", ["Containers", "Matching", "Procurement", "Language"]),
        tests(
            "DialogueTests",
            ["Containers", "Dialogue", "DialogueSupport", "API", "JSON", "Matching", "PersonalNumbers", "Procurement"]),
        tests("JSONRPCTests", ["Containers", "JSON", "JSONRPC"]),
        tests("FetchTests", ["Fetch", "Procurement", "StrictYAML"]),
        tests("WireSourceTests", ["WireSource"]),
        tests("APITests", ["API", "Procurement", "JSON", "JSONRPC"]),
        tests("TransportTests", ["Transport", "API", "Procurement", "JSON", "JSONRPC"]),
        tests("SheetsTests", ["CLibICal", "Sheets", "API", "Containers", "CSV", "JSON", "Procurement"]),
        tests(
            "torgTests",
            [
                "torg", "API", "Procurement", "JSON", "JSONRPC", "Sheets", "StrictYAML", "Transport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        tests(
            "EndToEndTests",
            [
                "API", "Procurement", "JSON", "JSONRPC", "Transport", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        tests(
            "DaemonTests",
            [
                "Daemon", "Language", "Matching", "Procurement", "Store", "Dialogue", "API", "JSON", "JSONRPC",
                "Transport",
                .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Logging", package: "swift-log"),
            ]),
    ]
)
