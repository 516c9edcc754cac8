import CXlsxWriter
import PlanFiles
import PlanModel

/// Writes sheets as an Excel workbook (Office Open XML, ECMA-376). No other code sees a pointer of the library.
enum WorkbookFile {
    /// What a workbook says of itself.
    struct Properties {
        let title: String
        let author: String
        /// What stands in the place of the hour of writing, so that two builds are the same bytes.
        let created: CalendarDate?
    }

    /// - Parameter temporaryFolder: a folder that exists; what is written there is removed again.
    /// - Returns: the bytes of the file, the same for the same sheets as long as the library is the same.
    static func bytes(
        of sheets: [Sheet], properties: Properties, temporaryFolder: String
    ) throws(MachineFailure) -> [UInt8] {
        let file = try TemporaryFile(in: temporaryFolder)
        let workbook = try Workbook(path: file.path, folder: file.folder)
        // Excel keeps so much of what a file says of itself.
        let title = SheetText.beginning(of: SheetText.line(properties.title), 255)
        let author = SheetText.beginning(of: SheetText.line(properties.author), 255)
        let created = time_t(secondsSince1970(properties.created))
        try MachineFailure.check(
            klarplan_set_properties(workbook.pointer, title, author, created), writing: file.path)
        var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
        var pointers: [UnsafeMutablePointer<lxw_worksheet>] = []
        // All sheets first: a link may lead to a later one.
        for sheet in sheets {
            guard let pointer = workbook_add_worksheet(workbook.pointer, sheet.name) else {
                throw MachineFailure(LXW_ERROR_MEMORY_MALLOC_FAILED, writing: file.path)
            }
            pointers.append(pointer)
        }
        for (sheet, pointer) in zip(sheets, pointers) {
            arrange(sheet, pointer)
            for cell in sheet.cells {
                let format: UnsafeMutablePointer<lxw_format>
                if let known = formats[cell.style] {
                    format = known
                } else {
                    guard let new = workbook_add_format(workbook.pointer) else {
                        throw MachineFailure(LXW_ERROR_MEMORY_MALLOC_FAILED, writing: file.path)
                    }
                    apply(cell.style, to: new)
                    formats[cell.style] = new
                    format = new
                }
                try MachineFailure.check(write(cell, format, to: pointer), writing: file.path)
            }
        }
        try MachineFailure.check(workbook.close(), writing: file.path)
        return try file.bytes()
    }

    private static func write(
        _ cell: SheetCell, _ format: UnsafeMutablePointer<lxw_format>, to sheet: UnsafeMutablePointer<lxw_worksheet>
    ) -> lxw_error {
        let (row, column) = (lxw_row_t(cell.row), lxw_col_t(cell.column))
        switch cell.content {
        case .blank: return worksheet_write_blank(sheet, row, column, format)
        case .text(let text): return worksheet_write_string(sheet, row, column, text, format)
        case .number(let amount):
            return worksheet_write_number(sheet, row, column, SheetNumber.nearest(to: amount), format)
        case .formula(let formula, let result):
            return worksheet_write_formula_num(
                sheet, row, column, "=" + formula, format, SheetNumber.nearest(to: result))
        case .link(let text, let name):
            let target = "internal:'" + name.replacing("'", with: "''") + "'!A1"
            let error = worksheet_write_url_opt(sheet, row, column, target, format, text, nil)
            // A sheet takes so many links and no more; the text stands without one.
            guard error != LXW_ERROR_WORKSHEET_MAX_NUMBER_URLS_EXCEEDED else {
                return worksheet_write_string(sheet, row, column, text, format)
            }
            return error
        }
    }

    /// Panes, widths and how the sheet is printed: across the page, as wide as it, the heading on every one.
    private static func arrange(_ sheet: Sheet, _ pointer: UnsafeMutablePointer<lxw_worksheet>) {
        for (column, width) in sheet.widths.sorted(by: { $0.key < $1.key }) {
            worksheet_set_column(pointer, lxw_col_t(column), lxw_col_t(column), Double(width), nil)
        }
        if let row = sheet.headerRow {
            worksheet_freeze_panes(pointer, lxw_row_t(row + 1), lxw_col_t(sheet.frozenColumns))
            worksheet_repeat_rows(pointer, lxw_row_t(row), lxw_row_t(row))
        }
        worksheet_set_landscape(pointer)
        worksheet_set_paper(pointer, 9)  // A4
        worksheet_fit_to_pages(pointer, 1, 0)
        let footer = SheetText.beginning(of: SheetText.line(sheet.footer), 100).replacing("&", with: "&&")
        worksheet_set_footer(pointer, "&L" + footer + "&R&P/&N")
        // Years in headings are names, no numbers that somebody forgot to turn into such.
        worksheet_ignore_errors(pointer, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
    }

    private static func apply(_ style: CellStyle, to format: UnsafeMutablePointer<lxw_format>) {
        switch style.weight {
        case .plain: break
        case .bold: format_set_bold(format)
        case .heading:
            format_set_bold(format)
            format_set_font_size(format, 14)
        }
        if let numberFormat = style.numberFormat { format_set_num_format(format, numberFormat) }
        if style.isRightAligned { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
        if style.indent > 0 { format_set_indent(format, UInt8(style.indent)) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if style.wraps { format_set_text_wrap(format) }
        if style.hasRuleAbove { format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if style.hasRuleBelow { format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if style.isLink {
            format_set_font_color(format, 0x0B_57_A4)
            format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
        }
    }

    /// Noon of the day in universal time, so that no time zone makes it another; the library reads 0 as "now".
    static func secondsSince1970(_ date: CalendarDate?) -> Int {
        guard let date else { return secondsOfDay(10_957) }
        // Days of the civil calendar, with years that begin in March (Howard Hinnant, "chrono-Compatible Low-Level Date
        // Algorithms").
        let month = date.month ?? 1
        let year = date.year - (month <= 2 ? 1 : 0)
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + (date.day ?? 1) - 1
        let century = year / 100
        return secondsOfDay(365 * year + year / 4 - century + century / 4 + dayOfYear - 719_468)
    }

    private static func secondsOfDay(_ day: Int) -> Int { day * 86_400 + 43_200 }
}

/// The library's workbook, freed exactly once: closing frees it too.
private struct Workbook: ~Copyable {
    let pointer: UnsafeMutablePointer<lxw_workbook>

    init(path: String, folder: String) throws(MachineFailure) {
        guard let pointer = klarplan_workbook(path, folder) else {
            throw MachineFailure(LXW_ERROR_MEMORY_MALLOC_FAILED, writing: path)
        }
        self.pointer = pointer
    }

    deinit { lxw_workbook_free(pointer) }

    /// Writes the file.
    consuming func close() -> lxw_error {
        let pointer = pointer
        discard self
        return workbook_close(pointer)
    }
}

extension MachineFailure {
    fileprivate init(_ error: lxw_error, writing path: String) {
        self = FileSystem.writeFailure(path, reason: String(cString: lxw_strerror(error)))
    }

    /// Throws unless all went well.
    fileprivate static func check(_ error: lxw_error, writing path: String) throws(MachineFailure) {
        guard error == LXW_NO_ERROR else { throw MachineFailure(error, writing: path) }
    }
}
