import PlanModel

/// Dates as formats for machines write them. Where only a year or a month is stated, its first day stands for it.
extension CalendarDate {
    /// `2019-01-29` (xsd:date).
    var firstDay: String {
        day != nil ? text : month != nil ? text + "-01" : text + "-01-01"
    }

    /// `2019-01-29T00:00:00Z` (RFC 3339).
    var timestamp: String { firstDay + "T00:00:00Z" }

    /// `20190129` (RFC 5545).
    var basic: String { firstDay.replacing("-", with: "") }
}
