/// Which words name a place in Sweden, in the genitive too: `Umeå`, `Göteborgs`.
package enum PlaceWords {
    package static func contains(_ word: String) -> Bool { !Gazetteer.places(in: word).isEmpty }
}
