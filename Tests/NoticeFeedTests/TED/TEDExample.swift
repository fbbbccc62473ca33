import NoticeFeed
import Procurement

/// Hand-made TED_EXPORT notices: the frame around the forms that a test writes.
enum TEDExample {
    /// The notice read from `forms`.
    ///
    /// - Parameters:
    ///   - documentType: TD_DOCUMENT_TYPE, such as `7`.
    ///   - coded: further elements of NOTICE_DATA.
    ///   - codes: further elements of CODIF_DATA.
    static func notice(
        _ forms: String, id: String? = "000777-2020", documentType: String = "7", languages: String = "SV",
        coded: String = "", codes: String = "", procedure: String = "1"
    ) throws -> Notice {
        try TEDDialect().notice(
            in: root(
                forms, id: id, documentType: documentType, languages: languages, coded: coded, codes: codes,
                procedure: procedure))
    }

    static func root(
        _ forms: String, id: String? = "000777-2020", documentType: String = "7", languages: String = "SV",
        coded: String = "", codes: String = "", procedure: String = "1", publication: String? = "2020/S 003-000777"
    ) throws -> Element {
        let number = publication.map { "<NO_DOC_OJS>\($0)</NO_DOC_OJS>" } ?? ""
        return try NoticeTree.document(
            """
            <TED_EXPORT xmlns="http://publications.europa.eu/resource/schema/ted/R2.0.9/publication"
                xmlns:n2016="http://publications.europa.eu/resource/schema/ted/2016/nuts"
                \(id.map { "DOC_ID=\"\($0)\"" } ?? "") VERSION="R2.0.9.S05.E01">
              <CODED_DATA_SECTION>
                <REF_OJS><DATE_PUB>20200106</DATE_PUB></REF_OJS>
                <NOTICE_DATA>\(number)
                  <LG_ORIG>\(languages)</LG_ORIG><ISO_COUNTRY VALUE="SE"/>\(coded)</NOTICE_DATA>
                <CODIF_DATA><DS_DATE_DISPATCH>20200103</DS_DATE_DISPATCH>
                  <TD_DOCUMENT_TYPE CODE="\(documentType)"/><NC_CONTRACT_NATURE CODE="4"/>
                  <PR_PROC CODE="\(procedure)"/>\(codes)</CODIF_DATA>
              </CODED_DATA_SECTION>
              <TRANSLATION_SECTION>
                <ML_TITLES>
                  <ML_TI_DOC LG="EN"><TI_TEXT><P>Sweden-Ekby: Cleaning services</P></TI_TEXT></ML_TI_DOC>
                  <ML_TI_DOC LG="SV"><TI_TEXT><P>Sverige-Ekby: Städning</P></TI_TEXT></ML_TI_DOC>
                </ML_TITLES>
                <ML_AA_NAMES><AA_NAME LG="SV">Ekby kommun</AA_NAME></ML_AA_NAMES>
              </TRANSLATION_SECTION>
              <FORM_SECTION>\(forms)<NOTICE_UUID>55adef7d-0000-4000-8000-000000000000</NOTICE_UUID></FORM_SECTION>
            </TED_EXPORT>
            """.utf8
        ).root
    }

    /// One form of R2.0.9 in its original language.
    static func form(
        _ name: String, type: String? = nil, object: String = object(), procedure: String = "", awards: String = "",
        language: String = "SV", category: String = "ORIGINAL"
    ) -> String {
        let element = name.hasPrefix("F") ? "\(name)_2014" : "MOVE"
        return """
            <\(element) CATEGORY="\(category)" FORM="\(name)" LG="\(language)"><LEGAL_BASIS VALUE="32014L0024"/>
              \(type.map { "<NOTICE TYPE=\"\($0)\"/>" } ?? "")
              <CONTRACTING_BODY>\(address("ADDRESS_CONTRACTING_BODY", "Ekby kommun", number: "212999-0012"))</CONTRACTING_BODY>
              \(object)<PROCEDURE>\(procedure)</PROCEDURE>\(awards)</\(element)>
            """
    }

    static func object(
        title: String = "Städning av skolor", value: String = "", division: String = "<NO_LOT_DIVISION/>",
        lots: String = "<OBJECT_DESCR ITEM=\"1\"><SHORT_DESCR><P>Tre skolor.</P></SHORT_DESCR></OBJECT_DESCR>"
    ) -> String {
        """
        <OBJECT_CONTRACT><TITLE><P>\(title)</P></TITLE><CPV_MAIN><CPV_CODE CODE="90910000"/></CPV_MAIN>
          <TYPE_CONTRACT CTYPE="SERVICES"/><SHORT_DESCR><P>Daglig städning.</P><P>Även fönster.</P></SHORT_DESCR>
          \(value)\(division)\(lots)</OBJECT_CONTRACT>
        """
    }

    static func lot(_ number: String, _ title: String, more: String = "") -> String {
        """
        <OBJECT_DESCR><TITLE><P>\(title)</P></TITLE><LOT_NO>\(number)</LOT_NO>
          <CPV_ADDITIONAL><CPV_CODE CODE="90911300"/></CPV_ADDITIONAL><n2016:NUTS CODE="SE121"/>
          <SHORT_DESCR><P>\(title) …</P></SHORT_DESCR>\(more)</OBJECT_DESCR>
        """
    }

    static func address(_ element: String, _ name: String, number: String? = nil, town: String = "Ekby") -> String {
        """
        <\(element)><OFFICIALNAME>\(name)</OFFICIALNAME>\(number.map { "<NATIONALID>\($0)</NATIONALID>" } ?? "")
          <TOWN>\(town)</TOWN><POSTAL_CODE>990 10</POSTAL_CODE><COUNTRY VALUE="SE"/><n2016:NUTS CODE="SE121"/>
          <URL>https://example.org</URL></\(element)>
        """
    }

    static func contractor(_ name: String, number: String? = nil, size: String = "<SME/>") -> String {
        "<CONTRACTOR>\(address("ADDRESS_CONTRACTOR", name, number: number))\(size)</CONTRACTOR>"
    }

    static func award(lot: String? = nil, _ contract: String) -> String {
        """
        <AWARD_CONTRACT ITEM="1"><CONTRACT_NO>A-1</CONTRACT_NO>\(lot.map { "<LOT_NO>\($0)</LOT_NO>" } ?? "")
          <TITLE><P>Avtal</P></TITLE>\(contract)</AWARD_CONTRACT>
        """
    }

    static func awarded(_ contractors: String, values: String = "", tenders: String = "") -> String {
        """
        <AWARDED_CONTRACT><DATE_CONCLUSION_CONTRACT>2020-01-02</DATE_CONCLUSION_CONTRACT>\(tenders)
          <CONTRACTORS>\(contractors)</CONTRACTORS>\(values)</AWARDED_CONTRACT>
        """
    }
}
