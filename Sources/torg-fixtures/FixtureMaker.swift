import Procurement

/// Puts the whole of `Fixtures/` together.
enum FixtureMaker {
    static func tree(seed: UInt64) -> FileTree {
        let suppliers = MarketMaker.suppliers(seed: seed)
        let purchases = PurchaseMaker.purchases(seed: seed, suppliers: suppliers)
        let notices = NoticeMaker.notices(seed: seed, purchases: purchases)
        var tree = FileTree()
        var placed = PlacedNotices()
        addEForms(notices.filter { $0.purchase.channel == .eForms }, to: &tree, &placed)
        addTED(notices.filter { $0.purchase.channel == .ted }, to: &tree, &placed)
        addExports(notices.filter { $0.purchase.channel == .tendSign }, to: &tree, &placed)
        tree.add("suppliers.csv", RegisterWriter.register(suppliers))
        let statistics = StatisticsWriter.file(
            StatisticsMaker.tenders(seed: seed, suppliers: suppliers, purchases: purchases), losers: true)
        tree.add("statistics.csv", statistics.bytes)
        tree.add("statistics.json", statistics.expectation.json)
        tree.add("expected.jsonl", placed.expectations())
        let example = notices.first {
            $0.purchase.feature == .noWinner && $0.purchase.channel == .eForms && $0.isResult
        }
        if let example {
            BadFiles.add(
                to: &tree, spoiling: example,
                records: Array(notices.filter { $0.purchase.channel == .tendSign }.suffix(2)))
        }
        tree.add("README.md", FixtureReadme.text(tree: tree, placed: placed, suppliers: suppliers, seed: seed))
        return tree
    }

    /// Most in files of their own, the last third in one file under a root that no standard knows.
    private static func addEForms(_ notices: [PublishedNotice], to tree: inout FileTree, _ placed: inout PlacedNotices)
    {
        let single = notices.prefix(notices.count * 2 / 3)
        for notice in single {
            let version = notice.version > 1 ? "-v\(notice.version)" : ""
            let path = "notices/eforms/\(notice.issued)-\(notice.id.prefix(8))\(version).xml"
            tree.add(path, EFormsWriter(notice: notice).markup().document())
            placed.add(notice, in: path)
        }
        let rest = notices.dropFirst(single.count)
        let path = "notices/eforms-many.xml"
        let many = Markup("Notices", ["from": "Norrvika"]) {
            for notice in rest { EFormsWriter(notice: notice).markup() }
        }
        tree.add(path, many.document())
        for notice in rest { placed.add(notice, in: path) }
    }

    /// The years to 2021 packed by year, the later ones in files of their own.
    private static func addTED(_ notices: [PublishedNotice], to tree: inout FileTree, _ placed: inout PlacedNotices) {
        for year in 2020...2021 {
            let path = "notices/ted-\(year).tar.gz"
            let members = notices.filter { $0.issued.civil.year == year }.map { notice -> Archive.Member in
                let name = "\(year)/\(notice.id).xml"
                placed.add(notice, in: "\(path)!\(name)")
                return (name, Array(TEDWriter(notice: notice).markup().document().utf8))
            }
            tree.add(path, Archive.gzip(Archive.tar(members)))
        }
        for notice in notices where notice.issued.civil.year > 2021 {
            let path = "notices/ted/\(notice.id).xml"
            tree.add(path, TEDWriter(notice: notice).markup().document())
            placed.add(notice, in: path)
        }
    }

    /// A file a year, as a portal's export would be; one in Latin-1, one gzipped, one in a zip archive.
    private static func addExports(_ notices: [PublishedNotice], to tree: inout FileTree, _ placed: inout PlacedNotices)
    {
        for year in 2021...2025 {
            let some = notices.filter { $0.issued.civil.year == year }
            let name = "annonser-\(year).xml"
            switch year {
            case 2021:
                let text = AnnonsWriter.export(some).document(encoding: "ISO-8859-1")
                tree.add("notices/tendsign/\(name)", AnnonsWriter.latin1(text))
                for notice in some { placed.add(notice, in: "notices/tendsign/\(name)") }
            case 2022:
                tree.add("notices/tendsign/\(name).gz", Archive.gzip(Array(AnnonsWriter.export(some).document().utf8)))
                for notice in some { placed.add(notice, in: "notices/tendsign/\(name).gz") }
            case 2023:
                let bytes = Array(AnnonsWriter.export(some).document().utf8)
                tree.add("notices/tendsign/annonser-\(year).zip", Archive.zip([(name, bytes)]))
                for notice in some { placed.add(notice, in: "notices/tendsign/annonser-\(year).zip!\(name)") }
            default:
                tree.add("notices/tendsign/\(name)", AnnonsWriter.export(some).document())
                for notice in some { placed.add(notice, in: "notices/tendsign/\(name)") }
            }
        }
    }
}
