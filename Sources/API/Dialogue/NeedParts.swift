import JSON
import JSONRPC
import Procurement

/// A word that a need was looked up by.
@WireType
package struct NeedWord: Described {
    /// In small letters.
    package var word: String
    /// How many awarded procurements have it in their titles, or what stands for it.
    package var procurements: Int
    /// The stems of the words that it is made of, where hardly any title has it as a whole.
    package var kin: [String] = []
    /// What it stands for, by the table of everyday words (matching.words), the most exact first.
    package var means: [String] = []
    /// Whether the name of a CPV code has it; false also where no code list has been imported.
    package var inCodes: Bool
    /// How much it counts beside the heaviest word: less where it says for whom or where. From 0 to 1.
    package var weight: Points
    /// How far anything that has been bought, or a code, has it: from 0 to 1.
    package var known: Points
}

/// How a question in words was read, and how far the answer reaches.
@WireType
package struct QuestionReading: Described {
    /// How far the answer reaches.
    package var reach: NeedReach
    /// The same in a sentence or two: what is known, what isn't, what to do.
    package var because: String
    /// The words that the question was looked up by, the 60 weightiest at most.
    package var words: [NeedWord]
}

/// A configured category that a need touches.
@WireType
package struct TouchedCategory: Described {
    /// Which one.
    package var category: NamedReference
    /// How many of the similar procurements lie in it.
    package var similar: Int
    /// Its keywords, and words of its name, that the text has.
    package var keywords: [String]
    /// CPV codes in it whose names share words with the text.
    package var cpv: [String]
    /// The reason in a sentence.
    package var because: String
}

/// A configured challenge that a need touches.
@WireType
package struct TouchedChallenge: Described {
    /// Which one, for match.challenge.
    package var challenge: NamedReference
    /// The reason in a sentence.
    package var because: String
}

/// A group of the CPV (three digits) that a need touches, or a division (two) where no group is said.
@WireType
package struct TouchedBranch: Described {
    /// Its code.
    package var code: String
    /// What the CPV calls it; its division where no code list has been imported, absent where there is none.
    package var name: String?
    /// How many of the similar procurements have their main code in it.
    package var similar: Int
    /// Codes in it whose names share words with the text, the most alike first.
    package var named: [TouchedCode]
    /// The reason in a sentence.
    package var because: String
}

/// A CPV code by its name.
@WireType
package struct TouchedCode: Described {
    /// Eight digits.
    package var code: String
    /// What the CPV calls it.
    package var name: String
}

/// Something that a supplier would have to ask.
@WireType
package struct NeedQuestion: Described {
    /// What it is about.
    package enum Topic: String, WireWord {
        case volume, budget, time, place, targetGroup, currentContract, outcome
    }

    /// What the text doesn't touch on.
    package var topic: Topic
    /// The question, ready to be put to whoever wrote the need.
    package var question: String
}

/// Names in a need that may shut suppliers out.
@WireType
package struct NeedNames: Described {
    /// What to do about them; absent where none was found.
    package var warning: String?
    /// Whether the text says “or equivalent”.
    package var allowsEquivalents: Bool
    /// In the order of the text.
    package var found: [NameFinding]
}

/// A name that may point to one maker or supplier. It errs on the side of showing: a person decides.
@WireType
package struct NameFinding: Described {
    /// What it was taken for. `product`: a capitalised name with a number, or in mixed case. `model`: letters and
    /// digits in one word.
    package enum Kind: String, WireWord {
        /// Followed by ® or ™.
        case trademark
        /// A known supplier's name.
        case supplier
        /// A capitalised name with a number, such as `Office 365`, or letters in mixed case, such as `SharePoint`.
        case product
        /// Letters and digits in one word, such as `RTX4090` or `M404dn`.
        case model
    }

    /// How sure that is.
    package enum Certainty: String, WireWord {
        case certain, likely, possible
    }

    /// As the text writes it.
    package var name: String
    /// What it was taken for.
    package var kind: Kind
    /// How sure that is.
    package var certainty: Certainty
    /// Where it stands, in UTF-8 bytes from the start of the text.
    package var offset: Int
}
