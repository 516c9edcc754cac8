/// What the machine could not do: thrown, unlike the author's mistakes, which are collected.
package enum MachineFailure: Error, Sendable, Hashable {
    /// A file or folder that may not be read.
    case cannotRead(path: String, reason: String)
    /// A file or folder that cannot be written: a missing permission, a disk that can only be read.
    case cannotWrite(path: String, reason: String)
    /// A file or folder that there is no room for; `disk` is where the full one is mounted.
    case diskFull(path: String, disk: String)
    /// Another build holds the project's lock.
    case busy(path: String)
    /// Another build, perhaps of another project, writes to the output or has just done so.
    case outputBusy(path: String)
    /// The output folder holds something that this program did not make.
    case foreignOutput(path: String)
    /// What somebody has laid into the output lies where the site needs the place.
    case inTheWay(path: String)
    /// The folder to begin in is not empty.
    case notEmpty(path: String)

    /// No browser that could print; `named` is what `KLARPLAN_CHROMIUM` says where it is set.
    case noBrowser(named: String?)
    /// A program that ended, or was silent, before it answered anything.
    case browserDidNotStart(program: String, reason: String)
    /// A PDF file that the browser did not make.
    case cannotPrint(file: String, reason: String)
    /// Another program listens on the port of the preview.
    case portInUse(Int)
    /// A port that the preview may not or cannot listen on.
    case cannotListen(port: Int, reason: String)

    /// Whether it is that a disk is full.
    package var isFullDisk: Bool {
        if case .diskFull = self { true } else { false }
    }

    package var message: LocalizedText {
        switch self {
        case .cannotRead(let path, let reason):
            LocalizedText(
                sv: "kan inte läsa \(path): \(SystemReason.swedish(reason))", en: "can't read \(path): \(reason)")
        case .cannotWrite(let path, let reason):
            LocalizedText(
                sv: "kan inte skriva \(path): \(SystemReason.swedish(reason))", en: "can't write \(path): \(reason)")
        case .diskFull(let path, let disk):
            LocalizedText(
                sv: "disken är full: på \(disk) finns inte plats för \(path); gör plats där och försök igen",
                en: "the disk is full: \(disk) has no room for \(path); make room there and try again")
        case .busy(let path):
            LocalizedText(
                sv: "ett annat bygge pågår i \(path); vänta tills det är klart",
                en: "another build is running in \(path); wait until it is done")
        case .outputBusy(let path):
            LocalizedText(
                sv: "ett annat bygge skriver till \(path); vänta tills det är klart och bygg igen",
                en: "another build is writing to \(path); wait until it is done, and build again")
        case .foreignOutput(let path):
            LocalizedText(
                sv:
                    "\(path) är inte gjord av klarplan och skrivs inte över; töm mappen eller välj en annan med --output",
                en: "\(path) wasn't made by klarplan and isn't overwritten; empty it or choose another with --output")
        case .inTheWay(let path):
            LocalizedText(
                sv: "\(path) är inte gjord av klarplan och ligger i vägen för sajten; flytta eller ta bort den",
                en: "\(path) wasn't made by klarplan and lies where the site needs the place; move or remove it")
        case .noBrowser(let named?):
            LocalizedText(
                sv: "KLARPLAN_CHROMIUM är \(named), men det är inget program som går att köra",
                en: "KLARPLAN_CHROMIUM is \(named), which isn't a program that can be run")
        case .noBrowser(nil):
            LocalizedText(
                sv: """
                    --pdf behöver Chromium, Google Chrome eller Microsoft Edge och hittar ingen av dem; installera en \
                    (på Debian och Ubuntu: apt install chromium) eller ange var den ligger med KLARPLAN_CHROMIUM
                    """,
                en: """
                    --pdf needs Chromium, Google Chrome or Microsoft Edge and finds none of them; install one (on Debian \
                    and Ubuntu: apt install chromium) or say where it is with KLARPLAN_CHROMIUM
                    """)
        case .browserDidNotStart(let program, let reason):
            LocalizedText(
                sv: """
                    \(program) startade inte som webbläsare\(reason.isEmpty ? "" : ": " + reason); ange en annan Chromium \
                    med KLARPLAN_CHROMIUM
                    """,
                en: """
                    \(program) didn't start as a browser\(reason.isEmpty ? "" : ": " + reason); name another Chromium with \
                    KLARPLAN_CHROMIUM
                    """)
        case .cannotPrint(let file, let reason):
            LocalizedText(
                sv: "kan inte skriva ut \(file): \(SystemReason.swedish(reason))", en: "can't print \(file): \(reason)")
        case .portInUse(let port):
            LocalizedText(
                sv: """
                    port \(port) används redan, kanske av en annan förhandsvisning; avsluta den, eller välj en annan port \
                    med --port (0 tar en ledig)
                    """,
                en: """
                    port \(port) is in use, perhaps by another preview; end that one, or choose another port with \
                    --port (0 takes a free one)
                    """)
        case .cannotListen(let port, let reason):
            LocalizedText(
                sv:
                    "kan inte lyssna på port \(port): \(SystemReason.swedish(reason)); välj en annan med --port (0 tar en ledig)",
                en: "can't listen on port \(port): \(reason); choose another with --port (0 takes a free one)")
        case .notEmpty(let path):
            LocalizedText(
                sv: "\(path) är inte tom; välj en tom mapp eller en som inte finns",
                en: "\(path) isn't empty; choose an empty folder or one that doesn't exist")
        }
    }
}
