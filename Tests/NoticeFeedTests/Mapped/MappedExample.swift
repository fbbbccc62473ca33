import NoticeFeed
import Procurement
import StrictYAML

/// Small mappings and exports for one test each.
enum MappedExample {
    /// A mapping with `lines` after the least that one needs.
    static func yaml(_ lines: String = "", fields: String = "") -> String {
        """
        mapping: test
        notice: Annons
        fields:
          id: ID
          title: Rubrik
        \(fields.isEmpty ? "" : fields.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
        \(lines)
        """
    }

    static func mapping(_ lines: String = "", fields: String = "") throws -> FeedMapping {
        try FeedMapping.read(yaml(lines, fields: fields), file: "test.yaml")
    }

    /// The notice in `xml`, which stands in an Annons with an id and a title.
    static func notice(_ lines: String = "", fields: String = "", xml: String) throws -> Notice {
        let tree = try NoticeTree.document("<Annons><ID>A1</ID><Rubrik>Städning</Rubrik>\(xml)</Annons>".utf8)
        return try MappedDialect(mapping(lines, fields: fields)).notice(in: tree.root)
    }

    /// What is said of a mapping file that is wrong.
    static func problems(_ yaml: String) -> [String] {
        do {
            _ = try FeedMapping.read(yaml, file: "test.yaml")
            return []
        } catch {
            return error.issues.map(\.description)
        }
    }
}
