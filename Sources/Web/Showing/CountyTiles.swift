import Procurement

/// Sweden's 21 counties as tiles, roughly where they lie: a drawing of our own, from no map, with a bar and a count in each.
struct CountyTiles {
    /// By NUTS code.
    let counts: [String: Int]
    let reader: Reader

    /// Units of the drawing.
    private static let (width, height, gap) = (96, 46, 4)

    /// Code, name, and where its tile stands; from north to south.
    static let counties: [(code: String, name: String, column: Int, row: Int)] = [
        ("SE332", "Norrbotten", 2, 0), ("SE331", "Västerbotten", 2, 1), ("SE322", "Jämtland", 1, 2),
        ("SE321", "Västernorrland", 2, 2), ("SE312", "Dalarna", 1, 3), ("SE313", "Gävleborg", 2, 3),
        ("SE311", "Värmland", 0, 4), ("SE124", "Örebro", 1, 4), ("SE125", "Västmanland", 2, 4),
        ("SE121", "Uppsala", 3, 4), ("SE232", "Västra Götaland", 0, 5), ("SE123", "Östergötland", 1, 5),
        ("SE122", "Södermanland", 2, 5), ("SE110", "Stockholm", 3, 5), ("SE231", "Halland", 0, 6),
        ("SE211", "Jönköping", 1, 6), ("SE213", "Kalmar", 2, 6), ("SE214", "Gotland", 3, 6), ("SE224", "Skåne", 0, 7),
        ("SE212", "Kronoberg", 1, 7), ("SE221", "Blekinge", 2, 7),
    ]

    /// The name of a county; `nil` for a code of none.
    static func name(_ code: String) -> String? { counties.first { $0.code == code }?.name }

    /// The code of a county as people write it: `Uppsala`, `Uppsala län`, `Stockholms län`; `nil` for another text.
    static func code(named text: String) -> String? {
        var name = text.lowercased()
        if name.hasSuffix(" län") { name.removeLast(" län".count) }
        return counties.first { [$0.name.lowercased(), $0.name.lowercased() + "s"].contains(name) }?.code
    }

    /// What the page of counties draws; `nil` where no count lies in one.
    var fields: Fields? {
        guard let most = Self.counties.compactMap({ counts[$0.code] }).max(), most > 0 else { return nil }
        let tiles = Self.counties.map { county -> Fields in
            let count = counts[county.code] ?? 0
            let (x, y) = (county.column * (Self.width + Self.gap), county.row * (Self.height + Self.gap))
            return [
                "x": Fields.Value(x), "y": Fields.Value(y), "left": Fields.Value(x + 6), "nameY": Fields.Value(y + 15),
                "countY": Fields.Value(y + 32), "barY": Fields.Value(y + Self.height - 8), "name": .text(county.name),
                "count": .text(count == 0 ? "–" : reader.count(count)),
                "bar": Fields.Value(count * (Self.width - 12) / most),
                "has": .flag(count > 0),
            ]
        }
        return [
            "tiles": Fields.Value(tiles), "width": Fields.Value(4 * (Self.width + Self.gap)),
            "height": Fields.Value(8 * (Self.height + Self.gap)), "tileWidth": Fields.Value(Self.width),
            "tileHeight": Fields.Value(Self.height), "track": Fields.Value(Self.width - 12),
        ]
    }
}
