// The limit that torg-feed is measured against: a C program that reads the same fields with libxml2's SAX2 interface
// and writes them as text, and nothing else. No limits, no checks, no joining, no JSON.
//
//   limit-feed FOLDER...            every *.xml below, in the order of their names, eForms and TED_EXPORT
//   limit-feed --mapped FOLDER...   exports as config/feeds/tendsign.yaml maps them
//
// A field is the text of an element within a certain parent, with the attributes that say how to read it. One line
// each: NAME, the attributes, the text, parted by tabs; an empty line after each notice. The parser is kept from file
// to file, as torg-feed keeps its own.
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <libxml/parser.h>
#include <libxml/SAX2.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// PARENT/NAME and the attributes to write; * is any parent, and comes after those of the same name that aren't.
// text: its text, that of what is below it included.
typedef struct {
    const char *parent, *name, *attributes[3];
    bool text;
} Field;

#define T(parent, name, ...) {parent, name, {__VA_ARGS__}, true}
#define A(parent, name, ...) {parent, name, {__VA_ARGS__}, false}

static const Field eforms[] = {
    T("ContractNotice", "ID", "schemeName"), T("ContractAwardNotice", "ID", "schemeName"),
    T("PriorInformationNotice", "ID", "schemeName"), T("BusinessRegistrationInformationNotice", "ID", "schemeName"),
    T("*", "NoticeTypeCode"), T("*", "CustomizationID"), T("*", "VersionID"), T("*", "SubTypeCode"),
    T("*", "ContractFolderID"), T("*", "IssueDate"), T("Publication", "PublicationDate"),
    T("FieldsPrivacy", "PublicationDate"), T("*", "NoticePublicationID"), T("*", "NoticeLanguageCode"),
    T("AdditionalNoticeLanguage", "ID"), T("*", "ChangedNoticeIdentifier"), T("ChangeReason", "ReasonCode"),
    T("*", "FieldIdentifierCode"), T("FieldsPrivacy", "ReasonCode"), T("*", "ProcedureCode"),
    T("*", "ProcessReasonCode", "listName"), T("*", "RegulatoryDomain"),
    T("*", "ContractingSystemTypeCode", "listName"), T("PartyIdentification", "ID"), T("PartyName", "Name", "languageID"),
    T("*", "CompanyID"), T("Country", "IdentificationCode"), T("*", "CountrySubentityCode"), T("*", "CityName"),
    T("*", "PostalZone"), T("*", "WebsiteURI"), T("*", "CompanySizeCode"), T("*", "NaturalPersonIndicator"),
    T("ProcurementProjectLot", "ID", "schemeName"), T("ProcurementProject", "Name", "languageID"),
    T("ProcurementProject", "Description", "languageID"), T("ProcurementProject", "ProcurementTypeCode"),
    T("ProcurementAdditionalType", "ProcurementTypeCode", "listName"), T("*", "ItemClassificationCode"),
    T("*", "EstimatedOverallContractAmount", "currencyID"), T("*", "FrameworkMaximumAmount", "currencyID"),
    T("*", "SMESuitableIndicator"), T("TenderSubmissionDeadlinePeriod", "EndDate"),
    T("ParticipationRequestReceptionPeriod", "EndDate"), T("InterestExpressionReceptionPeriod", "EndDate"),
    T("PlannedPeriod", "EndDate"), T("*", "TotalAmount", "currencyID"),
    T("*", "OverallMaximumFrameworkContractsAmount", "currencyID"), T("LotResult", "ID"), T("TenderLot", "ID"),
    T("LotTender", "ID"), T("TenderingParty", "ID"), T("Tenderer", "ID"), T("SettledContract", "ID"),
    T("*", "TenderResultCode"), T("*", "DecisionReasonCode"), T("*", "PayableAmount", "currencyID"),
    T("*", "StatisticsCode"), T("*", "StatisticsNumeric"), T("SettledContract", "AwardDate"),
    T("SettledContract", "Title", "languageID"), T("ContractReference", "ID"), {0}};

static const Field ted[] = {
    A("*", "TED_EXPORT", "DOC_ID", "VERSION"), T("*", "NO_DOC_OJS"), T("*", "DATE_PUB"), T("*", "DS_DATE_DISPATCH"),
    T("*", "DT_DATE_FOR_SUBMISSION"), T("*", "LG_ORIG"), A("*", "TD_DOCUMENT_TYPE", "CODE"), A("*", "PR_PROC", "CODE"),
    A("*", "DIRECTIVE", "VALUE"), A("*", "ISO_COUNTRY", "VALUE"), A("*", "NC_CONTRACT_NATURE", "CODE"),
    A("*", "ORIGINAL_CPV", "CODE"), A("*", "PERFORMANCE_NUTS", "CODE"), A("*", "ORIGINAL_NUTS", "CODE"),
    A("*", "VALUES", "TYPE", "PUBLICATION"), T("SINGLE_VALUE", "VALUE", "CURRENCY"), A("*", "VALUE", "CURRENCY"),
    T("ML_TI_DOC", "TI_TEXT"), T("ML_AA_NAMES", "AA_NAME", "LG"), A("*", "NOTICE", "TYPE"),
    A("FORM_SECTION", "*", "LG", "CATEGORY", "FORM"), T("*", "OFFICIALNAME"), T("*", "NATIONALID"),
    A("*", "COUNTRY", "VALUE"), A("*", "NUTS", "CODE"), T("*", "TOWN"), T("*", "POSTAL_CODE"), T("*", "URL_GENERAL"),
    T("*", "URL"), T("OBJECT_CONTRACT", "TITLE"), T("OBJECT_DESCR", "TITLE"), T("AWARD_CONTRACT", "TITLE"),
    T("*", "SHORT_DESCR"), A("*", "TYPE_CONTRACT", "CTYPE", "VALUE"), A("*", "CPV_CODE", "CODE"),
    A("*", "OBJECT_DESCR", "ITEM"), T("*", "LOT_NO"), T("*", "VAL_OBJECT", "CURRENCY"),
    T("*", "VAL_TOTAL", "CURRENCY", "PUBLICATION"), T("*", "VAL_TOTAL_AFTER", "CURRENCY"),
    T("*", "VAL_RANGE_TOTAL", "CURRENCY", "PUBLICATION"), T("*", "VAL_ESTIMATED_TOTAL", "CURRENCY"),
    T("*", "DATE_RECEIPT_TENDERS"), A("*", "LEGAL_BASIS", "VALUE"), A("*", "LEGAL_BASIS_OTHER"),
    A("PROCEDURE", "*"), T("*", "NOTICE_NUMBER_OJ"), T("*", "CONTRACT_NO"), A("*", "NO_AWARDED_CONTRACT"),
    A("NO_AWARDED_CONTRACT", "*"), T("*", "DATE_CONCLUSION_CONTRACT"), A("*", "TENDERS", "PUBLICATION"),
    T("*", "NB_TENDERS_RECEIVED"), A("*", "CONTRACTORS", "PUBLICATION"), A("*", "SME"), A("*", "NO_SME"),
    T("*", "DATE_END"), A("*", "NO_AWARDED_PRIZE"), T("*", "VAL_PRIZE", "CURRENCY", "PUBLICATION"),
    T("*", "DATE_DECISION_JURY"), T("*", "NB_PARTICIPANTS"),
    // R2.0.8
    T("*", "TITLE_CONTRACT"), T("*", "TITLE_DESIGN_CONTACT_NOTICE"), T("*", "TITLE_QUALIFICATION_SYSTEM"),
    T("*", "TI_DOC"), T("*", "SHORT_CONTRACT_DESCRIPTION"), T("*", "SHORT_DESCRIPTION_CONTRACT"),
    T("*", "SHORT_DESCRIPTION"), T("*", "DESCRIPTION_OF_CONTRACT"), T("*", "CONTENTS"), T("*", "DESCRIPTION"),
    T("*", "TOTAL_QUANTITY_OR_SCOPE"), T("*", "LOT_NUMBER"), T("*", "LOT_TITLE"), T("*", "LOT_DESCRIPTION"),
    T("*", "VALUE_COST", "FMTVAL"), T("*", "LOW_VALUE", "FMTVAL"), T("*", "HIGH_VALUE", "FMTVAL"), T("*", "LOW"),
    T("*", "HIGH"), A("*", "COSTS_RANGE_AND_CURRENCY_WITH_VAT_RATE", "CURRENCY", "AGREE_TO_PUBLISH"),
    A("*", "COSTS_RANGE_AND_CURRENCY", "CURRENCY", "AGREE_TO_PUBLISH"), T("*", "YEAR"), T("*", "MONTH"), T("*", "DAY"),
    T("*", "CONTRACT_NUMBER"), T("*", "CONTRACT_TITLE"), T("*", "OFFERS_RECEIVED_NUMBER", "AGREE_TO_PUBLISH"),
    A("*", "FRAMEWORK_AGREEMENT", "VALUE"), {0}};

static const Field mapped[] = {
    T("Annons", "AnnonsID"), T("Annons", "Version"), T("Annons", "UpphandlingsID"), T("Annons", "Annonstyp"),
    T("Annons", "RättarAnnons", "orsak"), T("*", "Rubrik"), T("*", "Beskrivning"), T("Annons", "Skapad"),
    T("Annons", "Publicerad"), T("Annons", "SistaAnbudsdag"), T("*", "Namn"), T("*", "Organisationsnummer"),
    T("*", "Ort"), T("*", "Postnummer"), T("*", "NUTS"), T("*", "Webbplats"), T("*", "Kontraktstyp"),
    T("*", "Förfarande", "skyndsamt"), T("*", "Ramavtal"), T("*", "DynamisktInköpssystem"), T("*", "CPV"),
    T("*", "Kontraktsvärde", "valuta", "sekretess"), T("Tilldelning", "Anbudsområde"),
    A("*", "Anbudsområde", "nummer"), T("*", "LämpligFörSmåFöretag"), T("*", "Avtalsnummer"), T("*", "Tilldelad"),
    T("*", "AvtalSlutar"), T("*", "AntalAnbud", "sekretess"), A("*", "Avbruten"), T("Avbruten", "Orsak"),
    A("*", "Sekretess"), T("*", "Land"), T("*", "Storlek"), T("*", "EnskildFirma"), {0}};

// Names by their address: libxml2 keeps each name once. A name's rules, by parent.
enum { SLOTS = 1 << 14, DEPTH = 256, OUT = 64 << 10 };

typedef struct {
    const xmlChar *name;
    bool known, root;
    int first;  // of the rules of this name
    const Field *fields[8];
} Name;

static Name names[SLOTS];
static const Field *dialects[3];
static const char *roots[] = {"ContractNotice", "ContractAwardNotice", "PriorInformationNotice",
    "BusinessRegistrationInformationNotice", "TED_EXPORT", "Annons", NULL};

static Name *stack[DEPTH];
static int depth, capturing, rootAt;
static char out[OUT], *end = out;
static long notices;

static void flush(void) {
    for (char *at = out; at < end;) {
        ssize_t count = write(1, at, end - at);
        if (count < 0) exit(1);
        at += count;
    }
    end = out;
}

static inline void put(const void *bytes, size_t count) {
    while (count > (size_t)(out + OUT - end)) {
        size_t part = out + OUT - end;
        memcpy(end, bytes, part);
        end += part;
        flush();
        bytes = (const char *)bytes + part;
        count -= part;
    }
    memcpy(end, bytes, count);
    end += count;
}

// Text between markup alone is left out; ends within a text are not tidied.
static inline void putText(const xmlChar *text, int count) {
    put(text, count);
}

static Name *lookup(const xmlChar *text) {
    size_t slot = ((uintptr_t)text * 0x9E3779B97F4A7C15ull) >> 50;
    while (names[slot].name && names[slot].name != text) slot = (slot + 1) & (SLOTS - 1);
    Name *name = &names[slot];
    if (name->known) return name;
    name->name = text;
    name->known = true;
    int count = 0;
    for (int i = 0; i < 3 && dialects[i]; i++)
        for (const Field *field = dialects[i]; field->parent; field++)
            if (!strcmp(field->name, (const char *)text) && count < 7) name->fields[count++] = field;
    for (int i = 0; roots[i]; i++)
        if (!strcmp(roots[i], (const char *)text)) name->root = true;
    return name;
}

static const Field *fieldOf(const Name *name, const Name *parent) {
    for (int i = 0; name->fields[i]; i++) {
        const char *wanted = name->fields[i]->parent;
        if (wanted[0] == '*' || (parent && !strcmp(wanted, (const char *)parent->name))) return name->fields[i];
    }
    return NULL;
}

static void opened(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int nsCount,
    const xmlChar **namespaces, int count, int defaulted, const xmlChar **attributes) {
    (void)context, (void)prefix, (void)uri, (void)nsCount, (void)namespaces, (void)defaulted;
    if (depth >= DEPTH) exit(2);
    Name *name = lookup(local);
    Name *parent = depth ? stack[depth - 1] : NULL;
    stack[depth++] = name;
    if (name->root && !rootAt) rootAt = depth;
    if (!rootAt || capturing) return;
    const Field *field = fieldOf(name, parent);
    // F03_2014 and the like, and what stands directly under PROCEDURE, whatever it is called.
    static const Field form = A("FORM_SECTION", "*", "LG", "CATEGORY", "FORM");
    static const Field inner = A("PROCEDURE", "*");
    if (!field && parent) {
        if (!strcmp((const char *)parent->name, "FORM_SECTION")) field = &form;
        else if (!strcmp((const char *)parent->name, "PROCEDURE")) field = &inner;
    }
    if (!field) return;
    put(local, strlen((const char *)local));
    for (int wanted = 0; wanted < 3 && field->attributes[wanted]; wanted++)
        for (int i = 0; i < count; i++)
            if (!strcmp((const char *)attributes[i * 5], field->attributes[wanted])) {
                put("\t", 1);
                put(attributes[i * 5 + 3], attributes[i * 5 + 4] - attributes[i * 5 + 3]);
            }
    put(field->text ? "\t" : "\n", 1);
    if (field->text) capturing = depth;
}

static void closed(void *context, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    (void)context, (void)local, (void)prefix, (void)uri;
    if (capturing == depth) {
        put("\n", 1);
        capturing = 0;
    }
    if (rootAt == depth) {
        put("\n", 1);
        notices++;
        rootAt = 0;
    }
    depth--;
}

static void characters(void *context, const xmlChar *text, int count) {
    (void)context;
    if (capturing) putText(text, count);
}

static void failed(void *context, xmlErrorPtr error) { (void)context, (void)error; }

static xmlParserCtxtPtr parser;

static void readFile(const char *path) {
    static char bytes[64 << 10];
    int file = open(path, O_RDONLY);
    if (file < 0) return;
    depth = capturing = rootAt = 0;
    if (xmlCtxtResetPush(parser, NULL, 0, NULL, NULL)) exit(2);
    xmlCtxtUseOptions(parser, XML_PARSE_NONET);
    ssize_t count;
    while ((count = read(file, bytes, sizeof bytes)) > 0) xmlParseChunk(parser, bytes, count, 0);
    xmlParseChunk(parser, NULL, 0, 1);
    close(file);
}

static void readFolder(const char *path) {
    struct dirent **entries;
    int count = scandir(path, &entries, NULL, alphasort);
    if (count < 0) {
        readFile(path);
        return;
    }
    for (int i = 0; i < count; i++) {
        char inner[4096];
        if (entries[i]->d_name[0] == '.') continue;
        snprintf(inner, sizeof inner, "%s/%s", path, entries[i]->d_name);
        if (entries[i]->d_type == DT_DIR) readFolder(inner);
        else readFile(inner);
        free(entries[i]);
    }
    free(entries);
}

int main(int count, char **arguments) {
    xmlSAXHandler events = {.initialized = XML_SAX2_MAGIC, .startElementNs = opened, .endElementNs = closed,
        .characters = characters, .cdataBlock = characters, .serror = failed};
    int first = 1;
    if (count > 1 && !strcmp(arguments[1], "--mapped")) {
        dialects[0] = mapped;
        first = 2;
    } else {
        dialects[0] = eforms;
        dialects[1] = ted;
    }
    parser = xmlCreatePushParserCtxt(&events, NULL, NULL, 0, NULL);
    if (!parser) return 2;
    for (int i = first; i < count; i++) readFolder(arguments[i]);
    flush();
    fprintf(stderr, "%ld notices\n", notices);
    return 0;
}
