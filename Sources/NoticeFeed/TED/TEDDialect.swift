import Procurement

/// Notices of TED from before eForms: schemas R2.0.8 and R2.0.9, every form.
///
/// They come as `TED_EXPORT`, as published; as `TED_ESENDERS`, as sent to TED by whoever wrote them, without coded data;
/// or as a bare `FORM_SECTION`, which portals keep. Whatever is around those (`OPEN-DATA` and the like) is passed over.
///
/// One notice holds coded data, which the Publications Office adds, and the form in one or more languages. Only the
/// language versions marked ORIGINAL are read; they are one notice, so its texts stand in several languages.
/// `docs/formats/ted.md` says which element feeds which field.
package struct TEDDialect: Dialect {
    package init() {}

    package var roots: Set<String> { ["TED_EXPORT", "TED_ESENDERS", "FORM_SECTION"] }

    package func notice(in root: Element) throws(NoticeDefect) -> Notice {
        let coded = TEDCodedData(root)
        guard let id = id(root, coded) else {
            throw NoticeDefect(
                reason: "no-notice-id",
                detail: "A TED notice needs its number as the attribute DOC_ID (188692-2016) or in NO_DOC_OJS "
                    + "(2016/S 106-188692), or where it isn't published yet its sender's in NO_DOC_EXT, or NOTICE_UUID.",
                at: root)
        }
        let forms = originals(in: root, coded: coded)
        var notice = version(of: forms.first, id: id, schema: schema(root, forms), coded: coded)
        for form in forms.dropFirst() {
            notice.addLanguageVersion(version(of: form, id: id, schema: nil, coded: coded))
        }
        notice.languages = languages(of: forms, coded: coded)
        notice.mergeRepeatedOrganisations()
        return notice
    }

    /// The published number, else what its sender calls it, else its UUID.
    private func id(_ root: Element, _ coded: TEDCodedData) -> NoticeID? {
        let published = root.attribute("DOC_ID").flatMap(TEDNoticeNumber.id)
        if let id = published ?? coded.publication.flatMap(TEDNoticeNumber.id) { return id }
        guard !root.isNamed("TED_EXPORT") else { return nil }
        let sent = root.path("SENDER", "IDENTIFICATION", "NO_DOC_EXT") ?? section(root)?.first("NOTICE_UUID")
        return sent?.text.map { NoticeID($0) }
    }

    private func section(_ root: Element) -> Element? {
        root.isNamed("FORM_SECTION") ? root : root.first("FORM_SECTION")
    }

    /// The language versions that the buyer wrote. Where none is marked so, the one in the original language stands
    /// for them, else the first.
    private func originals(in root: Element, coded: TEDCodedData) -> [TEDForm] {
        guard let section = section(root) else { return [] }
        let forms = section.children.filter { !$0.isNamed("NOTICE_UUID") }.map(TEDForm.init)
        let originals = forms.filter { $0.element.attribute("CATEGORY", is: "ORIGINAL") }
        if !originals.isEmpty { return originals }
        let stand = forms.first { coded.languages.contains($0.language ?? "") } ?? forms.first
        return stand.map { [$0] } ?? []
    }

    /// The notice as one language version of the form tells it; as the coded data alone does where there is no form.
    private func version(of form: TEDForm?, id: NoticeID, schema: String?, coded: TEDCodedData) -> Notice {
        var notice = Notice(
            id: id, source: NoticeSource(dialect: .ted, schema: schema),
            purpose: form?.purpose(documentType: coded.documentType)
                ?? TEDForm.purpose(documentType: coded.documentType))
        notice.publicationNumber = coded.publication
        notice.published = coded.published
        notice.issued = coded.dispatched ?? form?.dispatched
        notice.type = form?.code
        if let form {
            if form.isLegacy {
                TEDLegacyForm(form: form, coded: coded).read(into: &notice)
            } else {
                TEDStandardForm(form: form, coded: coded).read(into: &notice)
            }
        }
        coded.complete(&notice, language: form?.language)
        return notice
    }

    /// The schema's version: the notice's (`R2.0.9.S05.E01`), else the form's.
    private func schema(_ root: Element, _ forms: [TEDForm]) -> String? {
        root.attribute("VERSION") ?? forms.first?.element.attribute("VERSION")
            ?? (root.rootNamespace?.contains("R2.0.9") == true ? "R2.0.9" : nil)
    }

    private func languages(of forms: [TEDForm], coded: TEDCodedData) -> [String] {
        var languages: [String] = []
        for language in forms.compactMap(\.language) + coded.languages where !languages.contains(language) {
            languages.append(language)
        }
        return languages
    }
}
