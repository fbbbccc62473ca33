import NoticeFeed
import Procurement
import StrictYAML
import Testing

@Suite struct FeedMappingTests {
    @Test func readsTheLeastThatIsNeeded() throws {
        let mapping = try MappedExample.mapping()
        #expect(mapping.name == "test")
        #expect(mapping.notice == "Annons")
        #expect(mapping.namespace == nil)
    }

    /// Everything that is wrong is told at once, with its line, in the order of the lines.
    @Test func tellsEveryProblemAtOnce() {
        let yaml = """
            mapping: test
            notice: a:Annons
            defaults:
              currency: kronor
              valuta: SEK
            formats:
              dates: [yyyy-mm-dd]
              decimal: ",,"
            fields:
              titel: Rubrik
              id: Annons ID
              kind: {path: Typ, values: {Tjänster: service}}
              procedure-type: {constant: öppet}
              deadline: {constant: 2024-01-01}
              cpv: {path: CPV, constant: "72000000"}
              value: Värde
            lots:
              id: "@nr"
              suitable-for-sme: SME
            awards:
              each: Tilldelning/@x
              winners:
                each: Leverantör
                number: {path: Nr, language: SWE}
            budget: 5
            """
        #expect(
            MappedExample.problems(yaml) == [
                "test.yaml:2: notice: needs the name of one element, without prefix or path, such as Annons",
                "test.yaml:4: defaults.currency: needs a currency such as SEK",
                "test.yaml:5: defaults.valuta: unknown key; known are country, currency, language",
                "test.yaml:7: formats.dates: “yyyy-mm-dd” is no date; use yyyy, MM or M, dd or d and what stands between "
                    + "them, such as yyyy-MM-dd",
                "test.yaml:8: formats.decimal: needs one character, such as \",\"",
                "test.yaml:9: fields.title: is missing",
                "test.yaml:10: fields.titel: unknown key; did you mean “title”?",
                "test.yaml:11: fields.id: “Annons ID” is no path; write names with / between them, @name for an attribute, "
                    + ". for the element itself",
                "test.yaml:12: fields.kind.values.Tjänster: unknown code “service”; did you mean “services”?",
                "test.yaml:13: fields.procedure-type: “öppet” is not one of open, restricted, neg-w-call, neg-wo-call, "
                    + "comp-dial, innovation, oth-single, oth-mult, comp-tend, exp-int-rail",
                "test.yaml:14: fields.deadline: “2024-01-01” can't be the same in every notice; give a path",
                "test.yaml:15: fields.cpv: needs either path or constant",
                "test.yaml:17: lots.each: is missing",
                "test.yaml:19: lots.suitable-for-sme: unknown key; did you mean “suitable-for-smes”?",
                "test.yaml:21: awards.each: “Tilldelning/@x” is no path to an element; write names with / between them",
                "test.yaml:22: awards.winners.name: is missing",
                "test.yaml:24: awards.winners.number.language: only titles, descriptions and names have a language",
                "test.yaml:25: budget: unknown key; known are awards, buyers, defaults, fields, formats, lots, mapping, "
                    + "namespace, notice",
            ])
    }

    @Test(arguments: [
        ("", "test.yaml:1: is empty; docs/formats/mapped-exports.md says what belongs in it"),
        ("- a", "test.yaml:1: needs keys and values below it"),
        ("mapping: [", "test.yaml:2: isn't YAML: did not find expected node content"),
        ("mapping: a\nmapping: b", "test.yaml:1: isn't YAML: the key mapping stands here twice"),
    ])
    func refusesWhatIsNoMappingFile(yaml: String, problem: String) {
        #expect(MappedExample.problems(yaml) == [problem])
    }

    @Test func asksForWhatIsMissing() {
        #expect(
            MappedExample.problems("defaults: {country: SE}") == [
                "test.yaml:1: mapping: is missing", "test.yaml:1: notice: is missing",
                "test.yaml:1: fields: is missing: it says where id and title stand",
            ])
    }

    @Test func anAmountNeedsACurrency() throws {
        #expect(
            MappedExample.problems(MappedExample.yaml(fields: "value: Värde")) == [
                "test.yaml:6: fields.value: needs value-currency beside it, or defaults.currency"
            ])
        #expect(throws: Never.self) { try MappedExample.mapping("defaults: {currency: SEK}", fields: "value: Värde") }
        #expect(throws: Never.self) { try MappedExample.mapping(fields: "value: Värde\nvalue-currency: Värde/@valuta") }
    }

    @Test func aWordCantMeanYesAndNo() {
        #expect(
            MappedExample.problems(MappedExample.yaml("formats: {yes: [ja], no: [nej, Ja]}")) == [
                "test.yaml:7: formats.no: “ja” can't mean both yes and no"
            ])
    }

    @Test func aFileThatIsNotThereIsOneProblem() {
        let error = #expect(throws: ConfigurationError.self) { try FeedMapping.load("/nowhere/test.yaml") }
        #expect(error?.description == "/nowhere/test.yaml: can't be opened; it must be a readable file")
    }
}
