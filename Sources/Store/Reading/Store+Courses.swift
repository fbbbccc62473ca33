import Procurement

extension Store {
    /// How these procurements went, by notice; one that is no longer current is left out.
    package func courses(of notices: [NoticeID]) throws(StoreError) -> [NoticeID: ProcurementCourse] {
        try read { database in
            let courses = try CourseReader(database: database).courses(of: notices)
            return Dictionary(courses.map { ($0.notice, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    /// All that is stored of a field, from one moment in time.
    package func categoryFacts(_ patterns: [CPVPattern]) throws(StoreError) -> CategoryFacts {
        try read { try CourseReader(database: $0).category(patterns) }
    }
}
