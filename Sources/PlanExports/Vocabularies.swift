import PlanModel

/// The formats in which data is offered.
enum DataFormat {
    case csv, json, xlsx
}

/// Addresses of the vocabularies that DCAT-AP 3 asks for: the EU's authority tables and IANA's media types.
enum Vocabularies {
    private static let authority = "http://publications.europa.eu/resource/authority/"

    static let publicAccess = authority + "access-right/PUBLIC"
    static let sha256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"

    static func theme(_ code: String) -> String { authority + "data-theme/" + code }

    static func language(_ language: Language) -> String {
        switch language {
        case .swedish: authority + "language/SWE"
        case .english: authority + "language/ENG"
        }
    }

    static func fileType(_ format: DataFormat) -> String {
        switch format {
        case .csv: authority + "file-type/CSV"
        case .json: authority + "file-type/JSON"
        case .xlsx: authority + "file-type/XLSX"
        }
    }

    static func mediaType(_ format: DataFormat) -> String {
        let types = "https://www.iana.org/assignments/media-types/"
        return switch format {
        case .csv: types + "text/csv"
        case .json: types + "application/json"
        case .xlsx: types + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        }
    }
}

extension Period {
    /// The first and the last day (xsd:date).
    var days: (first: String, last: String) {
        let months: (first: Int, last: Int) =
            switch part {
            case nil: (1, 12)
            case .month(let number): (number, number)
            case .tertial(let number): (4 * number - 3, 4 * number)
            case .quarter(let number): (3 * number - 2, 3 * number)
            }
        let lastDay = CalendarDate.days(inMonth: months.last, of: last)
        return ("\(first)-\(Self.twoDigits(months.first))-01", "\(last)-\(Self.twoDigits(months.last))-\(lastDay)")
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
