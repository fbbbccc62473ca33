import JSON

// The lines of torg-feed.

extension FeedPosition: CompactJSONObject {
    static var blank: Self { FeedPosition(file: "") }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("file", &file)
        json.member("line", &line)
    }
}

extension Refusal: CompactJSONObject {
    static var blank: Self { Refusal(reason: "", detail: "", position: .blank) }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("detail", &detail)
        json.member("noticeID", &noticeID)
        json.member("position", &position)
        json.member("reason", &reason)
    }
}

extension RowCounts: CompactJSONObject {
    static var blank: Self { RowCounts() }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("examples", &examples)
        json.member("mended", &mended)
        json.member("persons", &persons)
        json.member("read", &read)
        json.member("refused", &refused)
    }
}

extension CodeLabel: CompactJSONObject {
    static var blank: Self { CodeLabel(code: CPVCode(number: 0)) }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("code", &code)
        json.member("english", &english)
        json.member("swedish", &swedish)
    }
}

extension FeedLine: CompactJSONValue {
    func write(to json: inout JSONWriter) {
        json.object { json in
            switch self {
            case .reading(var file): json.member("reading", &file)
            case .code(var label, var position):
                json.member("code", &label)
                json.member("position", &position)
            case .firm(var firm, var line):
                json.member("firm", &firm)
                json.member("line", &line)
            case .register(var tally): json.member("register", &tally)
            case .outcome(.notice(var notice, var position)):
                json.member("notice", &notice)
                json.member("position", &position)
            case .outcome(.refusal(var refusal)): json.member("refusal", &refusal)
            case .outcome(.rows(var counts, var position)):
                json.member("position", &position)
                json.member("rows", &counts)
            }
        }
    }

    init(from json: inout JSONReader) {
        self = .reading(file: "")
        json.expect("{")
        if json.hasMember("reading") {
            self = .reading(file: String(from: &json))
        } else if json.hasMember("refusal") {
            self = .outcome(.refusal(Refusal(from: &json)))
        } else if json.hasMember("notice") {
            let notice = Notice(from: &json)
            self = .outcome(.notice(notice, at: Self.position(from: &json)))
        } else if json.hasMember("code") {
            let label = CodeLabel(from: &json)
            self = .code(label, at: Self.position(from: &json))
        } else if json.hasMember("firm") {
            let firm = RegisteredFirm(from: &json)
            var line = 0
            json.member("line", &line)
            self = .firm(firm, line: line)
        } else if json.hasMember("register") {
            self = .register(RegisterTally(from: &json))
        } else if json.hasMember("position") {
            let position = FeedPosition(from: &json)
            var counts = RowCounts()
            json.member("rows", &counts)
            self = .outcome(.rows(counts, at: position))
        } else {
            json.fail(expected: "what a line begins with")
        }
        json.expect("}")
    }

    private static func position(from json: inout JSONReader) -> FeedPosition {
        var position = FeedPosition.blank
        json.member("position", &position)
        return position
    }
}
