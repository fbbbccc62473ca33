import JSONRPC

/// How far what is known of a need reaches. `well`: most of what the text says has been bought before. `partly`: only
/// some of its words are known. `nothing`: nothing like it has been bought, as far as the data goes.
package enum NeedReach: String, Sendable, Hashable, Codable, CaseIterable {
    case well, partly, nothing
}

/// A word that a need was looked up by.
package struct NeedWord: Described {
    package var word: String
    package var procurements: Int
    package var kin: [String]
    package var means: [String]
    package var inCodes: Bool
    package var weight: Points
    package var known: Points

    package init(
        word: String, procurements: Int, kin: [String] = [], means: [String] = [], inCodes: Bool, weight: Points,
        known: Points
    ) {
        self.word = word
        self.procurements = procurements
        self.kin = kin
        self.means = means
        self.inCodes = inCodes
        self.weight = weight
        self.known = known
    }

    package static let notes = [
        "word": "In small letters.",
        "procurements": "How many awarded procurements have it in their titles, or what stands for it.",
        "kin": "The stems of the words that it is made of, where hardly any title has it as a whole.",
        "means": "What it stands for, by the table of everyday words (matching.words), the most exact first.",
        "inCodes": "Whether the name of a CPV code has it; false also where no code list has been imported.",
        "weight": "How much it counts beside the heaviest word: less where it says for whom or where. From 0 to 1.",
        "known": "How far anything that has been bought, or a code, has it: from 0 to 1.",
    ]
}

/// How a question in words was read, and how far the answer reaches.
package struct QuestionReading: Described {
    package var reach: NeedReach
    package var because: String
    package var words: [NeedWord]

    package init(reach: NeedReach, because: String, words: [NeedWord]) {
        self.reach = reach
        self.because = because
        self.words = words
    }

    package static let notes = [
        "reach": "How far the answer reaches.",
        "because": "The same in a sentence or two: what is known, what isn't, what to do.",
        "words": "The words that the question was looked up by, the 60 weightiest at most.",
    ]
}

/// A configured category that a need touches.
package struct TouchedCategory: Described {
    package var category: NamedReference
    package var similar: Int
    package var keywords: [String]
    package var cpv: [String]
    package var because: String

    package init(category: NamedReference, similar: Int, keywords: [String], cpv: [String], because: String) {
        self.category = category
        self.similar = similar
        self.keywords = keywords
        self.cpv = cpv
        self.because = because
    }

    package static let notes = [
        "category": "Which one.",
        "similar": "How many of the similar procurements lie in it.",
        "keywords": "Its keywords, and words of its name, that the text has.",
        "cpv": "CPV codes in it whose names share words with the text.",
        "because": "The reason in a sentence.",
    ]
}

/// A configured challenge that a need touches.
package struct TouchedChallenge: Described {
    package var challenge: NamedReference
    package var because: String

    package init(challenge: NamedReference, because: String) {
        self.challenge = challenge
        self.because = because
    }

    package static let notes = [
        "challenge": "Which one, for match.challenge.", "because": "The reason in a sentence.",
    ]
}

/// A group of the CPV (three digits) that a need touches, or a division (two) where no group is said.
package struct TouchedBranch: Described {
    package var code: String
    package var name: String?
    package var similar: Int
    package var named: [TouchedCode]
    package var because: String

    package init(code: String, name: String? = nil, similar: Int, named: [TouchedCode], because: String) {
        self.code = code
        self.name = name
        self.similar = similar
        self.named = named
        self.because = because
    }

    package static let notes = [
        "code": "Its code.",
        "name": "What the CPV calls it; its division where no code list has been imported, absent where there is none.",
        "similar": "How many of the similar procurements have their main code in it.",
        "named": "Codes in it whose names share words with the text, the most alike first.",
        "because": "The reason in a sentence.",
    ]
}

/// A CPV code by its name.
package struct TouchedCode: Described {
    package var code: String
    package var name: String

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }

    package static let notes = ["code": "Eight digits.", "name": "What the CPV calls it."]
}

/// Something that a supplier would have to ask.
package struct NeedQuestion: Described {
    /// What it is about.
    package enum Topic: String, Sendable, Hashable, Codable, CaseIterable {
        case volume, budget, time, place, targetGroup, currentContract, outcome
    }

    package var topic: Topic
    package var question: String

    package init(topic: Topic, question: String) {
        self.topic = topic
        self.question = question
    }

    package static let notes = [
        "topic": "What the text doesn't touch on.",
        "question": "The question, ready to be put to whoever wrote the need.",
    ]
}

/// Names in a need that may shut suppliers out.
package struct NeedNames: Described {
    package var warning: String?
    package var allowsEquivalents: Bool
    package var found: [NameFinding]

    package init(warning: String? = nil, allowsEquivalents: Bool, found: [NameFinding]) {
        self.warning = warning
        self.allowsEquivalents = allowsEquivalents
        self.found = found
    }

    package static let notes = [
        "warning": "What to do about them; absent where none was found.",
        "allowsEquivalents": "Whether the text says “or equivalent”.",
        "found": "In the order of the text.",
    ]
}

/// A name that may point to one maker or supplier. It errs on the side of showing: a person decides.
package struct NameFinding: Described {
    /// What it was taken for. `product`: a capitalised name with a number, or in mixed case. `model`: letters and
    /// digits in one word.
    package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        case trademark, supplier, product, model
    }

    /// How sure that is.
    package enum Certainty: String, Sendable, Hashable, Codable, CaseIterable {
        case certain, likely, possible
    }

    package var name: String
    package var kind: Kind
    package var certainty: Certainty
    package var offset: Int

    package init(name: String, kind: Kind, certainty: Certainty, offset: Int) {
        self.name = name
        self.kind = kind
        self.certainty = certainty
        self.offset = offset
    }

    package static let notes = [
        "name": "As the text writes it.",
        "kind": "What it was taken for.",
        "certainty": "How sure that is.",
        "offset": "Where it stands, in UTF-8 bytes from the start of the text.",
    ]
}
