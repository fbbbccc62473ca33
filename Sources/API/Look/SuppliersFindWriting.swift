import JSONRPC

// Written by hand, as ranked lists are: by `Codable` it took as long as the search. A test holds it against `encode(to:)`.

extension SuppliersFind.Result: JSONWritable {
    package var roughSize: Int { 128 + 256 * suppliers.count }

    package func write(to writer: inout JSONWriter) {
        writer.raw(#"{"suppliers":"#)
        writer.write(each: suppliers) { $0.write(to: &$1) }
        if let next {
            writer.raw(#","next":"#)
            writer.write(next)
        }
        writer.raw(#","generation":"#)
        writer.write(generation)
        writer.raw("}")
    }
}

extension SupplierLine {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.raw(#"{"id":"#)
        writer.write(id)
        writer.raw(#","name":"#)
        writer.write(name)
        if let number {
            writer.raw(#","number":"#)
            writer.write(number)
        }
        if let size {
            writer.raw(#","size":"#)
            writer.write(size.rawValue)
        }
        writer.raw(#","newcomer":"#)
        writer.write(newcomer)
        writer.raw(#","nuts":"#)
        writer.write(each: nuts) { $1.write($0) }
        writer.raw(#","awards":"#)
        writer.write(awards)
        if let lastAward {
            writer.raw(#","lastAward":"#)
            writer.write(lastAward.text)
        }
        writer.raw("}")
    }
}
