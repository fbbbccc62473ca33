import Testing

@testable import Transport

@Suite struct ConnectionStateTests {
    @Test func takesOneMessageAtATime() {
        var state = ConnectionState()
        #expect(state.takesMessages && !state.hasAsked)
        state.begin()
        #expect(!state.takesMessages && state.hasAsked)
        state.endWork()
        #expect(state.takesMessages)
        state.close()
        #expect(!state.takesMessages)
    }

    @Test func aLastLineWithoutAnEndIsAMessageOnlyWhereTheClientEndedIt() {
        var ended = ConnectionState()
        #expect(!ended.takesUnendedLine)
        ended.inputEnded()
        #expect(ended.takesUnendedLine && ended.hasEnded)

        var cut = ConnectionState()
        let isShut = cut.cutInput()
        #expect(isShut && !cut.hasEnded)
        cut.inputEnded()
        #expect(cut.hasEnded && !cut.takesUnendedLine)

        var gone = ConnectionState()
        gone.clientGone()
        #expect(gone.hasEnded && !gone.takesUnendedLine && gone.mode == .nobodyListens)
    }

    @Test func inputIsShutOnceAndOnlyWhereItIsOpen() {
        var state = ConnectionState()
        let first = state.cutInput()
        let second = state.cutInput()
        #expect(first && !second)
        var ended = ConnectionState()
        ended.inputEnded()
        let third = ended.cutInput()
        #expect(!third && ended.takesUnendedLine)
    }

    @Test func whoHangsUpWhileAConnectionIsBeingClosedIsStillServed() {
        var state = ConnectionState()
        state.close()
        state.clientGone()
        #expect(state.takesMessages)
    }

    @Test func waitsForTheClientBeforeAnythingElse() {
        var state = ConnectionState()
        #expect(state.awaited(isInsideLine: false) == .request)
        #expect(state.awaited(isInsideLine: true) == .message)
        state.room = .awaited
        #expect(state.awaited(isInsideLine: true) == .room)
        state.room = .held
        state.begin()
        #expect(state.awaited(isInsideLine: true) == .work)
        state.wrote()
        #expect(state.awaited(isInsideLine: false) == .taking)
        state.endWork()
        state.taken()
        #expect(state.awaited(isInsideLine: false) == .request)
    }
}
