/// An e-mail address as HTML's field for one has it, with letters of all scripts in its domain.
///
/// <https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address>
package enum MailAddress {
    package static func isOne(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].unicodeScalars.allSatisfy(isLocal) else { return false }
        return parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && !label.hasPrefix("-") && !label.hasSuffix("-")
                && label.unicodeScalars.allSatisfy {
                    $0.isASCII ? isLetterOrDigit($0) || $0 == "-" : $0.isLetter
                }
        }
    }

    /// The address as a link to it: `mailto:`, with all percent-encoded that means something else there (RFC 6068).
    package static func link(to address: String) -> String {
        var link = "mailto:"
        for byte in address.utf8 {
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCII, isLetterOrDigit(scalar) || "@.-_~+!$*".unicodeScalars.contains(scalar) {
                link.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                link += (digits.count == 1 ? "%0" : "%") + digits
            }
        }
        return link
    }

    private static func isLocal(_ scalar: Unicode.Scalar) -> Bool {
        isLetterOrDigit(scalar) || ".!#$%&'*+/=?^_`{|}~-".unicodeScalars.contains(scalar)
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9": true
        default: false
        }
    }
}
