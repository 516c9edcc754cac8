/// What the system says went wrong, for those who read Swedish.
enum SystemReason {
    /// - Parameter reason: a text of `strerror`, which is English where no locale is set; others stay as they are.
    static func swedish(_ reason: String) -> String { words[reason] ?? reason }

    private static let words: [String: String] = [
        "Permission denied": "saknar rättighet: kontrollera vem som äger filen eller mappen",
        "Operation not permitted": "det är inte tillåtet: kontrollera vem som äger filen eller mappen",
        "No such file or directory": "filen eller mappen finns inte",
        "No space left on device": "disken är full",
        "Disk quota exceeded": "utrymmet på disken är slut",
        "Read-only file system": "disken går bara att läsa",
        "Is a directory": "det är en mapp, inte en fil",
        "Not a directory": "en del av sökvägen är ingen mapp",
        "Directory not empty": "mappen är inte tom",
        "File exists": "den finns redan",
        "File name too long": "namnet är för långt",
        "Too many open files": "för många filer är öppna",
        "Too many open files in system": "för många filer är öppna",
        "Too many levels of symbolic links": "länkarna leder runt i ring",
        "Input/output error": "disken svarar inte",
        "Device or resource busy": "den används av något annat",
        "Text file busy": "den används av något annat",
        "Address already in use": "den används redan",
    ]
}
