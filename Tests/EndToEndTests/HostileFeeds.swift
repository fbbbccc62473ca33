import Foundation
import TestSupport

/// Feed files that want too much, made on the spot: most are small, and what they unpack to is not.
struct HostileFeeds {
    let folder: String

    init(in folder: String) throws {
        self.folder = folder
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try writeDocuments()
        try writeEncodings()
        try writeArchives()
    }

    private func write(_ bytes: some Sequence<UInt8>, _ name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }

    private func writeDocuments() throws {
        let long = String(repeating: "x", count: 12_000_000)
        func each(_ range: Range<Int>, _ body: (Int) -> String) -> String { range.map(body).joined() }
        func notice(_ inner: String) -> String { "<ContractNotice><ID>x</ID>\(inner)</ContractNotice>" }
        let documents: [String: String] = [
            "attributes": notice("<a\(each(0..<100_000) { " a\($0)=''" })/>"),
            "attributes-outside": "<a\(each(0..<100_000) { " a\($0)=''" })/>",
            "depth": String(repeating: "<a>", count: 1_000_000),
            "depth-within": "<ContractNotice>" + String(repeating: "<a>", count: 1_000_000),
            "entities": "<!DOCTYPE a [<!ENTITY x '\(String(repeating: "x", count: 100_000))'>]><a>"
                + String(repeating: "&x;", count: 10_000) + "</a>",
            "long-name": "<\(long)/>",
            "long-names": "<r>"
                + each(0..<400) { "<n\($0)\(String(repeating: "n", count: 49_000))/>" } + "</r>",
            "many-names": notice(each(0..<100_000) { "<n\($0)/>" }),
            "many-elements": notice(String(repeating: "<a/>", count: 1_100_000)),
            "namespaces": each(0..<98) { depth in "<r\(each(0..<255) { " xmlns:p\(depth)_\($0)='u\($0)'" })>" }
                + String(repeating: "<a/>", count: 200_000),
            "long-text": notice("<a>\(long)</a>"), "long-value": notice("<a b='\(long)'/>"),
            "long-comment": "<a><!--\(long)", "long-instruction": "<a><?p \(long)",
            "long-section": "<a><![CDATA[\(long)",
            "almost-comments": "<a><!--\(String(repeating: "- -", count: 4_000_000))",
            "large-notice": notice(String(repeating: "<a>\(long.prefix(1_000_000))</a>", count: 40)),
        ]
        for (name, text) in documents { try write(text.utf8, name + ".xml") }
    }

    private func writeEncodings() throws {
        let bomb = "<!DOCTYPE a [<!ENTITY x 'x'>]><a>&x;</a>"
        let documents: [String: [UInt8]] = [
            "invalid-utf-8": Array("<a>".utf8) + [0xFF, 0xFE, 0xC3] + Array("</a>".utf8),
            "overlong": [0xC0, 0xBC, 0x61, 0xC0, 0xAF, 0xC0, 0xBE],
            "surrogate": Array("<a>".utf8) + [0xED, 0xA0, 0x80] + Array("</a>".utf8),
            "zero-byte": Array("<a>\0</a>".utf8), "zero-byte-first": Array("\0<a/>".utf8),
            "utf-7": Array("<?xml version='1.0' encoding='UTF-7'?>+ADwAIQ-DOCTYPE a+AD4-".utf8),
            "utf-16-half": [0xFF, 0xFE] + bomb.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] } + [
                0x3C
            ],
            "utf-16-big": [0xFE, 0xFF] + bomb.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] },
            "utf-16-swapped": [0xFE, 0xFF] + bomb.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
            "utf-16-unmarked": bomb.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] },
            "utf-16-surrogate": [0xFF, 0xFE, 0x3C, 0, 0x61, 0, 0x3E, 0, 0, 0xD8, 0x3C, 0],
            "utf-32": [0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0],
            "says-utf-16": Array("<?xml version='1.0' encoding='UTF-16'?><a/>".utf8),
            "marked-latin": [0xEF, 0xBB, 0xBF] + Array("<?xml version='1.0' encoding='ISO-8859-1'?>\(bomb)".utf8),
        ]
        for (name, bytes) in documents { try write(bytes, name + ".xml") }
    }

    /// A gigabyte each, in a megabyte, and archives within archives.
    private func writeArchives() throws {
        try shell(
            """
            head -c 1073741824 /dev/zero | gzip -n > zeros.gz
            { printf '<r>'; head -c 1073741824 /dev/zero | tr '\\0' ' '; } | gzip -n > spaces.xml.gz
            printf '<a/>' > a.xml && tar cf a.tar a.xml && gzip -n -k a.tar
            { cat a.tar; } | gzip -n | gzip -n > twice.gz
            tar czf nested.tar.gz a.tar.gz spaces.xml.gz && rm a.xml a.tar a.tar.gz
            """)
        let packed = try Data(contentsOf: URL(fileURLWithPath: folder + "/zeros.gz"))
        try write(ArchiveBuilder.zip(of: packed, named: "zeros.xml"), "zeros.zip")
        // A gzip may have several parts, so the zeros need not be packed again.
        try write(ArchiveBuilder.header(.init("zeros.xml", ""), size: 1 << 30), "head")
        try shell("{ gzip -nc head; cat zeros.gz; head -c 1024 /dev/zero | gzip -nc; } > zeros.tar.gz && rm head")
    }

    private func shell(_ commands: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-ec", commands]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
