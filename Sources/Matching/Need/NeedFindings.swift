import Procurement

/// What is known of a need in plain words.
package struct NeedFindings: Sendable, Hashable {
    /// A word that says what is needed, and how much is known of it.
    package struct Word: Sendable, Hashable {
        package var text: String
        /// How many past procurements have it in their titles, or what stands for it.
        package var procurements: Int
        /// The stems of the words that it is made of, where hardly any title has it as a whole: `ladd` and `stolp`.
        package var constituents: [String]
        /// What the table of everyday words says that it stands for.
        package var means: [String]
        /// Whether the name of a CPV code has it.
        package var isInCodes: Bool
        /// How much it counts in the question, as a share of its heaviest word.
        package var weight: Double
        /// How far anything that has been bought has it, from 0 to 1.
        package var known: Double

        package var isKnown: Bool { known >= 0.5 }
    }

    /// A branch of the CPV that the need touches.
    package struct Branch: Sendable, Hashable {
        /// A division (two digits that say something) or a group (three).
        package var code: CPVCode
        /// How many of the similar procurements lie in it.
        package var similar: Int
        /// The codes in it whose names share words with the need, the most alike first.
        package var named: [CPVCode]
    }

    /// A configured category that the need touches.
    package struct CategoryTouch: Sendable, Hashable {
        package var category: CategoryID
        /// How many of the similar procurements lie in it.
        package var similar: Int
        /// Its keywords that the text has, and words of its name.
        package var keywords: [String]
        /// Codes of it whose names share words with the need.
        package var named: [CPVCode]
    }

    /// A configured challenge that the need touches.
    package struct ChallengeTouch: Sendable, Hashable {
        package var challenge: ChallengeID
        /// The words of its name that the text has.
        package var words: [String]
    }

    /// A past procurement that is like the need.
    package struct Similar: Sendable, Hashable {
        package var notice: NoticeID
        /// From 0 to 1: how like it is beside the nearest (`QuestionLikeness`), times how far that answers the question.
        package var likeness: Double
    }

    package var reach: NeedReach
    package var words: [Word]
    package var categories: [CategoryTouch]
    package var challenges: [ChallengeTouch]
    package var branches: [Branch]
    /// The most alike first; results that nobody won too.
    package var similar: [Similar]
    /// To rank suppliers by; nil where nothing was found.
    package var query: MatchQuery?
}
