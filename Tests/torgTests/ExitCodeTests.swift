import API
import ArgumentParser
import JSONRPC
import Procurement
import Testing
import Transport

@testable import torg

/// Codes that scripts and units rely on: docs/operating.md lists them.
@Suite struct ExitCodeTests {
    @Test(
        arguments: [
            (.noSocket("/s"), 69), (.refused("/s"), 69), (.closed(midAnswer: true), 69),
            (.permissionDenied("/s"), 77), (.timedOut(.seconds(1)), 75), (.badAnswer("none"), 70),
        ] as [(RPCClientError, Int32)])
    func sayWhatBecameOfTheConnection(error: RPCClientError, code: Int32) {
        #expect(Session.tell(error, socket: "/s", language: .en).rawValue == code)
    }

    @Test func everyErrorOfTheContractHasOne() {
        let codes = Dictionary(
            uniqueKeysWithValues: ErrorCode.allCases.map { code in
                (code, Session.tell(RPCClientError.remote(RPCError(code)), socket: "/s", language: .en).rawValue)
            })
        #expect(
            codes == [
                .notFound: 1, .infeasible: 1, .invalidParameters: 64, .methodNotFound: 64, .invalidRequest: 64,
                .parseError: 64, .importFailed: 65, .tooLarge: 65, .storeUnavailable: 69, .internalError: 70, .busy: 75,
                .notAllowed: 77, .notTheLeader: 69,
            ])
    }

    @Test func anAnswerThatCannotBeReadIsADefect() {
        let error = ParameterError(parameter: "matches", expected: "an array", came: "nothing")
        #expect(Session.tell(error, socket: "/s", language: .en).rawValue == 70)
    }
}
