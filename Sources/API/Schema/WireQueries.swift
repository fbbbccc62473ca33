import JSON
import JSONRPC
import Procurement

// What may be named by its id or described on the spot, and what is one of several: written, and read where it is plain.

extension CategoryQuery: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) {
        switch self {
        case .configured(let id): writer.write(id)
        case .described(let description): description.write(to: &writer)
        }
    }

    package init?(plain value: JSONValue) {
        guard Self.isWithinBounds(value) else { return nil }
        if case .string(let id) = value {
            self = .configured(id)
        } else {
            guard let description = CategoryDescription(plain: value) else { return nil }
            self = .described(description)
        }
    }
}

extension ChallengeQuery: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) {
        switch self {
        case .configured(let id): writer.write(id)
        case .described(let description): description.write(to: &writer)
        }
    }

    package init?(plain value: JSONValue) {
        guard Self.isWithinBounds(value) else { return nil }
        if case .string(let id) = value {
            self = .configured(id)
        } else {
            guard let description = ChallengeDescription(plain: value) else { return nil }
            self = .described(description)
        }
    }
}

extension NoticeQuery: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) {
        switch self {
        case .described(let description): description.write(to: &writer)
        case .stored(let id):
            writer.raw(#"{"id":"#)
            writer.write(id)
            writer.raw("}")
        }
    }

    package init?(plain value: JSONValue) {
        guard Self.isWithinBounds(value) else { return nil }
        if let id = value.string ?? (value.plainMembers?.count == 1 ? value["id"]?.string : nil) {
            self = .stored(id: id)
        } else {
            guard let description = NoticeDescription(plain: value) else { return nil }
            self = .described(description)
        }
    }
}

extension NeedQuery: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) {
        switch self {
        case .category(let query):
            writer.raw(#"{"category":"#)
            query.write(to: &writer)
        case .challenge(let query):
            writer.raw(#"{"challenge":"#)
            query.write(to: &writer)
        case .notice(let query):
            writer.raw(#"{"notice":"#)
            query.write(to: &writer)
        }
        writer.raw("}")
    }

    package init?(plain value: JSONValue) {
        guard let members = value.plainMembers, members.count == 1, let member = members.first else { return nil }
        switch member.name {
        case "category":
            guard let query = CategoryQuery(plain: member.value) else { return nil }
            self = .category(query)
        case "challenge":
            guard let query = ChallengeQuery(plain: member.value) else { return nil }
            self = .challenge(query)
        case "notice":
            guard let query = NoticeQuery(plain: member.value) else { return nil }
            self = .notice(query)
        default: return nil
        }
    }
}

extension Programme: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) {
        switch self {
        case .listed(let slots): slots.write(to: &writer)
        case .regular(let programme): programme.write(to: &writer)
        }
    }

    package init?(plain value: JSONValue) {
        guard Self.isWithinBounds(value) else { return nil }
        if let slots = [ProgrammeSlot](plain: value) {
            self = .listed(slots)
        } else {
            guard let programme = RegularProgramme(plain: value) else { return nil }
            self = .regular(programme)
        }
    }
}

extension BilingualText: JSONWritable, JSONReadable {
    package func write(to writer: inout JSONWriter) {
        writer.raw(#"{"sv":"#)
        writer.write(sv)
        writer.raw(#","en":"#)
        writer.write(en)
        writer.raw("}")
    }

    package init?(plain value: JSONValue) {
        guard Self.isWithinBounds(value) else { return nil }
        if case .string(let text) = value {
            self.init(text)
        } else {
            guard value.plainMembers?.count == 2, let sv = value["sv"]?.string, let en = value["en"]?.string else {
                return nil
            }
            self.init(sv: sv, en: en)
        }
    }
}
