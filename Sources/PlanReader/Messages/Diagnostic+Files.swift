import PlanModel

/// Findings about files as such: both languages side by side.
extension Diagnostic {
    private static func top(_ path: String) -> SourcePosition { SourcePosition(file: path, line: 1, column: 1) }

    static var contentMissing: Diagnostic {
        Diagnostic(
            .contentMissing, at: top("Content"),
            LocalizedText(
                sv: "mappen Content finns inte; där ligger allt som ska bli webbplatsen",
                en: "there is no folder Content; all that becomes the site lies there"),
            help: LocalizedText(
                sv: "kör kommandot i projektets mapp, eller skapa en med 'klarplan init'",
                en: "run the command in the project's folder, or make one with 'klarplan init'"))
    }

    static func notUTF8(at position: SourcePosition, byte: UInt8) -> Diagnostic {
        let code = String(byte, radix: 16, uppercase: true)
        return Diagnostic(
            .notUTF8, at: position,
            LocalizedText(
                sv: "tecknet här (byte 0x\(code)) är inte UTF-8; alla textfiler ska vara UTF-8",
                en: "the character here (byte 0x\(code)) isn't UTF-8; all text files must be"),
            help: LocalizedText(
                sv: "spara filen med teckenkodningen UTF-8", en: "save the file with the encoding UTF-8"))
    }

    static func fileNameNotUTF8(_ path: String) -> Diagnostic {
        Diagnostic(
            .notUTF8, at: top(path),
            LocalizedText(
                sv: "filens namn är inte UTF-8, så den läses inte",
                en: "the file's name isn't UTF-8, so it isn't read"),
            help: LocalizedText(sv: "byt namn på filen", en: "rename the file"))
    }

    static func emptyFile(_ path: String) -> Diagnostic {
        Diagnostic(
            .emptyFile, at: top(path),
            LocalizedText(sv: "filen är tom", en: "the file is empty"),
            help: LocalizedText(sv: "skriv något i den, eller ta bort den", en: "write something in it, or remove it"))
    }

    static func fileTooLarge(_ path: String, size: Int, limit: Limit) -> Diagnostic {
        let largest = limit.value / 1_000_000
        return Diagnostic(
            .fileTooLarge, at: top(path),
            LocalizedText(
                sv: "filen är \(size / 1_000_000) MB; \(limit.subject.swedish) får vara högst \(largest) MB",
                en: "the file is \(size / 1_000_000) MB; \(limit.subject.english) may be \(largest) MB at most"),
            help: limit == .textFile
                ? LocalizedText(sv: "dela upp den", en: "split it")
                : LocalizedText(sv: "minska den, eller länka till den", en: "make it smaller, or link to it"))
    }

    static func symlinkOutside(_ path: String) -> Diagnostic {
        Diagnostic(
            .symlinkOutside, at: top(path),
            LocalizedText(
                sv: "länken leder ut ur Content; bara det som ligger där publiceras",
                en: "the link leads out of Content; only what lies there is published"),
            help: LocalizedText(
                sv: "lägg själva filen eller mappen i Content", en: "put the file or folder itself in Content"))
    }

    static func danglingLink(_ path: String) -> Diagnostic {
        Diagnostic(
            .unreadableFile, at: top(path),
            LocalizedText(sv: "länken leder inte till någon fil", en: "the link leads to no file"),
            help: LocalizedText(sv: "ta bort länken eller rätta den", en: "remove the link or mend it"))
    }

    static func folderCircle(_ path: String) -> Diagnostic {
        Diagnostic(
            .unreadableFile, at: top(path),
            LocalizedText(
                sv: "mappen leder tillbaka till sig själv, eller ligger djupare än \(Limit.folderDepth.value) nivåer",
                en: "the folder leads back to itself, or lies deeper than \(Limit.folderDepth.value) levels"),
            help: LocalizedText(sv: "ta bort länken", en: "remove the link"))
    }

    static func hiddenSignsInName(_ path: String) -> Diagnostic {
        Diagnostic(
            .unreadableFile, at: top(path),
            LocalizedText(
                sv: "namnet har osynliga tecken (styrtecken eller tecken som vänder skriften), så det läses inte",
                en: "the name has hidden characters (controls, or marks that turn the writing), so it isn't read"),
            help: LocalizedText(
                sv: "byt namn; de osynliga tecknen visas här som \u{FFFD}",
                en: "rename it; the hidden characters are shown here as \u{FFFD}"))
    }

    static func notAFile(_ path: String) -> Diagnostic {
        Diagnostic(
            .unreadableFile, at: top(path),
            LocalizedText(
                sv: "varken fil eller mapp (rör, uttag eller enhet); sådant publiceras inte",
                en: "neither a file nor a folder (a pipe, socket or device); none is published"),
            help: LocalizedText(sv: "ta bort den ur Content", en: "remove it from Content"))
    }
}
