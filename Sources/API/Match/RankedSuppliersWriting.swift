import JSONRPC

// The answer of every match, and most of what the daemon ever writes: twenty explained suppliers are some 1,500 values.
// Written by hand it takes a tenth of the time. A test holds it against `encode(to:)`.
//
// The suppliers can be made one after the other as they are written, so that the whole answer need not be made first.

extension RankedSuppliers: JSONWritable {
    package var roughSize: Int {
        (matches + (newcomers ?? [])).reduce(Self.roughSize) {
            $0 + SupplierMatch.roughSize(signals: $1.signals.count, evidence: $1.evidence.count)
        }
    }

    /// Of an answer without suppliers.
    package static var roughSize: Int { 1024 }

    package func write(to writer: inout JSONWriter) {
        let newcomers = newcomers ?? []
        write(matches.count, newcomers: self.newcomers?.count, to: &writer) {
            matches[$0]
        } newcomer: {
            newcomers[$0]
        }
    }

    /// Writes this answer with so many other suppliers in place of its own, each made when it is to be written.
    /// - Parameter newcomers: nil leaves their list out.
    package func write(
        _ count: Int, newcomers: Int?, to writer: inout JSONWriter, match: (Int) -> SupplierMatch,
        newcomer: (Int) -> SupplierMatch
    ) {
        writer.raw(#"{"matches":"#)
        writer.write(count: count) { match($0).write(to: &$1) }
        if let newcomers {
            writer.raw(#","newcomers":"#)
            writer.write(count: newcomers) { newcomer($0).write(to: &$1) }
        }
        if let question {
            writer.raw(#","question":"#)
            question.write(to: &writer)
        }
        if let setting {
            writer.raw(#","setting":"#)
            setting.write(to: &writer)
        }
        if let remarks {
            writer.raw(#","remarks":"#)
            writer.write(each: remarks) { $1.write($0) }
        }
        writer.raw(#","considered":"#)
        writer.write(considered)
        if let withoutPlace {
            writer.raw(#","withoutPlace":"#)
            writer.write(withoutPlace)
        }
        if let dataThrough {
            writer.raw(#","dataThrough":"#)
            writer.write(dataThrough.text)
        }
        writer.raw(#","generation":"#)
        writer.write(generation)
        writer.raw(#","weights":{"#)
        for (index, weight) in weights.enumerated() {
            if index > 0 { writer.raw(",") }
            writer.name(weight.key)
            writer.write(weight.value)
        }
        writer.raw("}")
        if let dossier {
            writer.raw(#","dossier":{"id":"#)
            writer.write(dossier.id)
            writer.raw(#","sequence":"#)
            writer.write(dossier.sequence)
            writer.raw(#","hash":"#)
            writer.write(dossier.hash)
            writer.raw("}")
        }
        writer.raw("}")
    }
}

extension QuestionReading {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.raw(#"{"reach":"#)
        writer.write(reach.rawValue)
        writer.raw(#","because":"#)
        writer.write(because)
        writer.raw(#","words":"#)
        writer.write(each: words) { $0.write(to: &$1) }
        writer.raw("}")
    }
}

extension NeedWord {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.raw(#"{"word":"#)
        writer.write(word)
        writer.raw(#","procurements":"#)
        writer.write(procurements)
        writer.raw(#","kin":"#)
        writer.write(each: kin) { $1.write($0) }
        writer.raw(#","means":"#)
        writer.write(each: means) { $1.write($0) }
        writer.raw(#","inCodes":"#)
        writer.raw(inCodes ? "true" : "false")
        writer.raw(#","weight":"#)
        writer.write(weight)
        writer.raw(#","known":"#)
        writer.write(known)
        writer.raw("}")
    }
}

extension QuestionSetting {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.raw("{")
        if let buyer {
            writer.raw(#""buyer":{"#)
            if let id = buyer.id {
                writer.raw(#""id":"#)
                writer.write(id)
            }
            if let name = buyer.name {
                if buyer.id != nil { writer.raw(",") }
                writer.raw(#""name":"#)
                writer.write(name)
            }
            writer.raw("}")
        }
        if let nuts {
            if buyer != nil { writer.raw(",") }
            writer.raw(#""nuts":"#)
            writer.write(each: nuts) { $1.write($0) }
        }
        writer.raw("}")
    }
}

extension SupplierMatch {
    package static func roughSize(signals: Int, evidence: Int) -> Int { 128 + 128 * signals + 288 * evidence }
}

extension SupplierMatch {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.raw(#"{"rank":"#)
        writer.write(rank)
        writer.raw(#","supplier":"#)
        supplier.write(to: &writer)
        writer.raw(#","score":"#)
        writer.write(score)
        writer.raw(#","signals":"#)
        writer.write(each: signals) { $0.write(to: &$1) }
        writer.raw(#","evidence":"#)
        writer.write(each: evidence) { $0.write(to: &$1) }
        writer.raw("}")
    }
}

extension SupplierReference {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.raw(#"{"id":"#)
        writer.write(id)
        writer.raw(#","name":"#)
        writer.write(name)
        if let size {
            writer.raw(#","size":"#)
            writer.write(size.rawValue)
        }
        writer.raw(#","newcomer":"#)
        writer.write(newcomer)
        writer.raw("}")
    }
}

extension Signal {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.raw(#"{"name":"#)
        writer.write(name)
        if let value {
            writer.raw(#","value":"#)
            writer.write(value)
        }
        writer.raw(#","weight":"#)
        writer.write(weight)
        writer.raw(#","points":"#)
        writer.write(points)
        writer.raw(#","because":"#)
        writer.write(because)
        writer.raw("}")
    }
}

extension Evidence {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.raw(#"{"noticeId":"#)
        writer.write(noticeId)
        writer.raw(#","title":"#)
        writer.write(title)
        if let date {
            writer.raw(#","date":"#)
            writer.write(date.text)
        }
        if let buyer {
            writer.raw(#","buyer":"#)
            writer.write(buyer)
        }
        writer.raw(#","similarity":"#)
        writer.write(similarity)
        writer.raw("}")
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ points: Points) { write(parts: points.millionths, places: 6) }
}
