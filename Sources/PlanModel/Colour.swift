internal import Foundation

/// A colour of the sRGB space, eight bits a channel, as a style sheet writes it in hexadecimal.
package struct Colour: Hashable, Sendable {
    package let red: UInt8
    package let green: UInt8
    package let blue: UInt8

    package init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// `#rgb` or `#rrggbb`, whatever the case; `nil` for every other way to write a colour.
    package init?(hex text: String) {
        guard text.utf8.first == UInt8(ascii: "#") else { return nil }
        var digits: [UInt8] = []
        for character in text.dropFirst() {
            guard let digit = character.isASCII ? character.hexDigitValue : nil else { return nil }
            digits.append(UInt8(digit))
        }
        switch digits.count {
        case 3: self.init(red: digits[0] * 17, green: digits[1] * 17, blue: digits[2] * 17)
        case 6:
            self.init(
                red: digits[0] * 16 + digits[1], green: digits[2] * 16 + digits[3], blue: digits[4] * 16 + digits[5])
        default: return nil
        }
    }

    /// `#rrggbb` in lower case.
    package var hex: String {
        "#"
            + [red, green, blue].map { channel in
                let digits = String(channel, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }

    /// The relative luminance, 0 for black to 1 for white (WCAG 2.2).
    package var luminance: Double {
        func linear(_ channel: UInt8) -> Double {
            let part = Double(channel) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast ratio with another colour, 1 to 21 (WCAG 2.2, 1.4.3 and 1.4.11); the order is all the same.
    package func contrast(with other: Colour) -> Double {
        let (first, second) = (luminance, other.luminance)
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// The colour of the same hue and saturation that is nearest in lightness and passes a test.
    ///
    /// - Returns: the colour itself where it passes; `nil` where neither a lighter nor a darker one does.
    package func nearest(where passes: (Colour) -> Bool) -> Colour? {
        if passes(self) { return self }
        let (hue, saturation, lightness) = hsl
        for step in 1...400 {
            let distance = Double(step) / 400
            for target in [lightness - distance, lightness + distance] where (0...1).contains(target) {
                let candidate = Colour(hue: hue, saturation: saturation, lightness: target)
                if passes(candidate) { return candidate }
            }
        }
        return nil
    }

    /// Hue in sixths of the circle, saturation and lightness from 0 to 1 (CSS Color 4).
    private var hsl: (hue: Double, saturation: Double, lightness: Double) {
        let channels = [red, green, blue].map { Double($0) / 255 }
        let (most, least) = (channels.max() ?? 0, channels.min() ?? 0)
        let (lightness, spread) = ((most + least) / 2, most - least)
        guard spread > 0 else { return (0, 0, lightness) }
        let saturation = spread / (1 - abs(2 * lightness - 1))
        let hue: Double
        if most == channels[0] {
            hue = (channels[1] - channels[2]) / spread + (channels[1] < channels[2] ? 6 : 0)
        } else if most == channels[1] {
            hue = (channels[2] - channels[0]) / spread + 2
        } else {
            hue = (channels[0] - channels[1]) / spread + 4
        }
        return (hue, saturation, lightness)
    }

    private init(hue: Double, saturation: Double, lightness: Double) {
        let chroma = (1 - abs(2 * lightness - 1)) * saturation
        let second = chroma * (1 - abs(hue.truncatingRemainder(dividingBy: 2) - 1))
        let channels: (Double, Double, Double) =
            switch hue {
            case ..<1: (chroma, second, 0)
            case ..<2: (second, chroma, 0)
            case ..<3: (0, chroma, second)
            case ..<4: (0, second, chroma)
            case ..<5: (second, 0, chroma)
            default: (chroma, 0, second)
            }
        let base = lightness - chroma / 2
        func byte(_ channel: Double) -> UInt8 { UInt8(max(0, min(255, ((channel + base) * 255).rounded()))) }
        self.init(red: byte(channels.0), green: byte(channels.1), blue: byte(channels.2))
    }
}
