/// The currencies in which amounts are believed.
package enum CurrencyCode {
    /// A code of ISO 4217 in upper case, also of a currency that is no longer used; `nil` for anything else, such as the
    /// name of a data provider that got into the attribute.
    package static func read(_ text: some StringProtocol) -> String? {
        let code = text.uppercased().withSingleSpaces
        return known.contains(code) ? code : nil
    }

    private static let known = Set("\(current) \(former)".split(separator: " ").map(String.init))

    /// List one, as of 2026, without metals and codes for tests.
    private static let current = """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN \
        BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CUC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD \
        FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR \
        KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV \
        MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG \
        SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN \
        UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG ZWL
        """

    /// List three: what notices since 1993 may state and nobody pays with any more.
    private static let former = """
        ADP AFA AOK AON AOR ATS AZM BAD BEF BGL BYB BYR CSD CSK CYP DDM DEM ECS EEK ESP FIM FRF GHC GRD GWP \
        HRD HRK IEP ITL LTL LTT LUF LVL LVR MGF MKN MRO MTL MZM NLG PLZ PTE ROL RUR SDD SIT SKK SRG STD TMM \
        TPE TRL UAK VEB VEF XEU YUM YUN ZMK ZWD
        """
}

extension Money {
    /// An amount as a notice states it: a plain decimal in a currency of ISO 4217; `nil` for anything else.
    package init?(stated amount: some StringProtocol, currency: some StringProtocol) {
        guard let code = CurrencyCode.read(currency) else { return nil }
        self.init(amount: amount, currency: code)
    }
}
