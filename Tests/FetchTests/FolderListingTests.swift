import Testing

@testable import Fetch

@Suite struct FolderListingTests {
    @Test func linksToFilesBesideThePage() {
        let page = """
            <a href="../">..</a> <a href="a.xml">a</a> <a href='b%20%C3%A5.xml'>b</a> <a href="?C=M">sort</a> <a href="/x.xml">
            <a href="https://other/c.xml"> <a href="d/e.xml"> <a href=".hidden"> <a href="a.xml">again</a> <a href="%2e%2e">
            """
        #expect(FolderListing.page(page).map(\.name) == ["a.xml", "b å.xml"])
        #expect(FolderListing.page(page).map(\.path) == ["a.xml", "b%20%C3%A5.xml"])
    }

    @Test func filesOfAnSFTPFolder() {
        let list = """
            drwxr-xr-x    2 0        0            4096 Nov 30 12:00 .
            -rw-r--r--    1 1000     1000         1234 Nov 30 12:01 export 2026.xml
            drwxr-xr-x    2 1000     1000         4096 Nov 29  2025 old
            lrwxrwxrwx    1 1000     1000           10 Nov 30 12:01 link -> /etc/passwd
            -rw-r--r--    1 1000     1000            5 Nov 29  2025 b.xml
            """
        let entries = FolderListing.sftp(list)
        #expect(entries.map(\.name) == ["b.xml", "export 2026.xml"])
        #expect(entries.map(\.size) == [5, 1234])
        #expect(entries[1].mark == "1234 Nov 30 12:01")
    }

    @Test(arguments: [
        ("export 1.xml", "export_1.xml"), ("../../etc", "_._.._etc"), (".hidden", "_hidden"),
        ("å-1_2.zip", "å-1_2.zip"),
        ("a\u{1B}[31m", "a__31m"),
    ])
    func namesThatOthersChose(_ name: String, _ safe: String) { #expect(FileName.safe(name) == safe) }

    @Test func noFileTakesThePlaceOfAnother() {
        let listed = ["a b.xml", "a:b.xml", "a_b.xml", "c d.xml"].map {
            FolderListing.Entry(name: $0, path: $0, mark: nil, size: nil)
        }
        let names = listed.map { FolderListing.fileName(of: $0, among: listed) }
        #expect(Set(names).count == 4)
        #expect(names[2...] == ["a_b.xml", "c_d.xml"])
        #expect(names[..<2].allSatisfy { $0.hasSuffix("-a_b.xml") })
    }

    @Test func aLongNameKeepsItsEnd() {
        #expect(FileName.safe(String(repeating: "a", count: 300) + ".xml").hasSuffix(".xml"))
        #expect(FileName.safe(String(repeating: "å", count: 300)).utf8.count <= 150)
    }
}
