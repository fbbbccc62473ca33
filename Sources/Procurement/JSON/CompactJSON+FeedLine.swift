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

extension CodeLabel: CompactJSONObject {
    static var blank: Self { CodeLabel(code: CPVCode(number: 0)) }

    mutating func members(_ json: inout some CompactJSONMembers & ~Copyable) {
        json.member("code", &code)
        json.member("english", &english)
        json.member("swedish", &swedish)
    }
}

extension FeedLine {
    func write(to json: inout CompactJSONWriter) {
        json.open(UInt8(ascii: "{"))
        switch self {
        case .reading(var file): json.member("reading", &file)
        case .code(var label, var position):
            json.member("code", &label)
            json.member("position", &position)
        case .outcome(.notice(var notice, var position)):
            json.member("notice", &notice)
            json.member("position", &position)
        case .outcome(.refusal(var refusal)): json.member("refusal", &refusal)
        }
        json.close(UInt8(ascii: "}"))
    }

    /// - Returns: `nil` where no line begins so; see `CompactJSONValue` for the rest.
    init?(from json: inout CompactJSONReader) {
        json.open(UInt8(ascii: "{"))
        if json.hasKey("reading") {
            self = .reading(file: String(from: &json))
        } else if json.hasKey("notice") {
            let notice = Notice(from: &json)
            var position = FeedPosition.blank
            json.member("position", &position)
            self = .outcome(.notice(notice, at: position))
        } else if json.hasKey("refusal") {
            self = .outcome(.refusal(Refusal(from: &json)))
        } else if json.hasKey("code") {
            let label = CodeLabel(from: &json)
            var position = FeedPosition.blank
            json.member("position", &position)
            self = .code(label, at: position)
        } else {
            return nil
        }
        json.close(UInt8(ascii: "}"))
    }
}
