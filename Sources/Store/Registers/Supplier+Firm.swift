import Procurement

extension FirmPortrait {
    var supplierNumber: OrganisationNumber { OrganisationNumber(country: HomeCountry.code, number: "\(number)") }

    var supplierID: SupplierID { SupplierID(supplierNumber.stored) }

    /// A firm that neither a notice nor an office's own register names.
    func supplier(_ keys: FirmKeys, whole: Bool) -> Supplier {
        var supplier = Supplier(id: supplierID, name: name)
        supplier.number = supplierNumber
        supplier.country = HomeCountry.code
        supplier.add(self, keys, whole: whole)
        return supplier
    }
}

extension Supplier {
    /// Adds the industry of a firm of which no register says one; where no register knows the firm at all, the entry holds nothing
    /// else. A code of SNI 2025 without a key to SNI 2007 stays what it is.
    mutating func add(industry code: String, _ version: SNIVersion, _ keys: FirmKeys) {
        var entry = register ?? RegisterEntry(name: name)
        if version == .sni2025, let mapped = keys.mapped(code) {
            (entry.sni, entry.sniLabel) = (mapped.sni2007, mapped.label)
        } else {
            entry.sni = code
            if version != .sni2007 {
                var facts = entry.firm ?? FirmFacts()
                facts.sniVersion = version
                entry.firm = facts
            }
        }
        register = entry
    }

    /// Adds what the public registers say. What an office's own register says comes before it.
    ///
    /// - Parameter whole: also what nothing is reckoned from, for one supplier that is shown.
    mutating func add(_ firm: FirmPortrait, _ keys: FirmKeys, whole: Bool) {
        var names = firm.otherNames
        if register != nil {
            if name != firm.name { names.append(firm.name) }
        } else if name != firm.name {
            names.append(name)
            name = firm.name
        }
        if otherNames.isEmpty, names.count < 2 {
            otherNames = names
        } else if !names.isEmpty {
            otherNames = Set(otherNames + names).subtracting([name]).sorted()
        }
        var entry = register ?? RegisterEntry(name: firm.name)
        if register == nil { entry.nationalID = firm.supplierNumber.formatted }
        var facts = FirmFacts()
        facts.status = firm.status
        entry.legalForm = entry.legalForm ?? firm.legalForm
        entry.description = entry.description ?? firm.activity
        if entry.sni == nil, let code = firm.sni {
            if firm.sniVersion == .sni2025, let mapped = keys.mapped(code) {
                (entry.sni, entry.sniLabel) = (mapped.sni2007, entry.sniLabel ?? mapped.label)
            } else {
                entry.sni = code
                facts.sniVersion = firm.sniVersion ?? .sni2007
            }
        }
        let place = firm.postcode.map(keys.place)
        if entry.nuts.isEmpty, let county = place?.county { entry.nuts = [county] }
        if whole {
            facts.sources = firm.sources
            facts.registered = firm.registered
            facts.municipality = place?.municipality
            facts.town = firm.town
            facts.refusesAdvertising = firm.refusesAdvertising
        }
        entry.firm = facts
        register = entry
    }
}
