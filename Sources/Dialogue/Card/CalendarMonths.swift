import Procurement

extension CalendarDate {
    /// The same day `months` later or earlier; the last of the month where that day doesn't exist. Beyond the years
    /// 1…9999: the day itself.
    func adding(months: Int) -> CalendarDate {
        let (year, month, day) = civil
        let total = year * 12 + month - 1 + months
        guard total >= 12 else { return self }
        for candidate in (1...day).reversed() {
            if let date = CalendarDate(year: total / 12, month: total % 12 + 1, day: candidate) { return date }
        }
        return self
    }
}
