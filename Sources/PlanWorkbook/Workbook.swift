import CXlsxWriter

/// The library that writes workbooks.
enum Workbook {
    static var libraryVersion: String { String(cString: lxw_version()) }
}
