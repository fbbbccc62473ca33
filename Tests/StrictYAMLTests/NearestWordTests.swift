import StrictYAML
import Testing

@Suite struct NearestWordTests {
    @Test func findsNothingWhereNothingIsNear() {
        #expect(NearestWord.to("zebra", among: ["rpc.socket", "log.level"]) == nil)
        #expect(NearestWord.to("level", among: ["rpc.socket", "log.level"]) == "log.level")
    }
}
