import Testing

@testable import Fetch

@Suite struct ContentKindTests {
    @Test func knowsWhatAPageIs() {
        for page in ["<!DOCTYPE html>", "\n  <HTML>", "\u{FEFF}<html lang=sv>"] {
            for kind in [ContentKind.gzip, .zip, .csv, .json, .xml, .any] {
                #expect(throws: FetchFailure.page) { try kind.check(Array(page.utf8)) }
            }
        }
    }

    @Test func takesWhatItIs() throws {
        try ContentKind.gzip.check([0x1F, 0x8B, 8, 0])
        try ContentKind.zip.check([0x50, 0x4B, 3, 4])
        try ContentKind.csv.check(Array("\u{FEFF}År;Namn".utf8))
        try ContentKind.json.check(Array(" {}".utf8))
        try ContentKind.xml.check(Array("<?xml".utf8))
        try ContentKind.any.check([0, 1, 2])
    }

    @Test(arguments: [ContentKind.gzip, .zip, .csv, .json, .xml])
    func refusesAnythingElse(_ kind: ContentKind) {
        #expect(throws: FetchFailure.wrongKind(expected: kind)) { try kind.check([0, 0, 0, 0]) }
    }
}
