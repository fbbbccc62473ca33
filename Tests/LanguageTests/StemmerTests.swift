import Testing

@testable import Language

@Suite struct StemmerTests {
    @Test(arguments: [
        (StemmedLanguage.swedish, "tjänster", "tjänst"), (.swedish, "skolskjutsar", "skolskjuts"),
        (.english, "services", "servic"), (.norwegian, "tjenester", "tjenest"), (.danish, "ydelser", "ydels"),
        (.finnish, "palvelut", "palvelu"), (.german, "leistungen", "leistung"),
    ])
    func stems(language: StemmedLanguage, word: String, stem: String) {
        #expect(Stemmer(language).stem(word) == stem)
    }

    @Test(arguments: [
        (StemmedLanguage.swedish, "kommunernas"), (.english, "municipalities"), (.norwegian, "kommunenes"),
        (.danish, "kommunernes"), (.finnish, "kuntien"), (.german, "gemeinden"), (.french, "communes"),
        (.dutch, "gemeenten"), (.spanish, "municipios"), (.portuguese, "municipios"), (.italian, "comuni"),
    ])
    func everyLanguageHasAStemmer(language: StemmedLanguage, word: String) {
        #expect(Stemmer(language).stem(word) != word)
    }
}
