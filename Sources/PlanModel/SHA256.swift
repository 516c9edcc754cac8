import CDigest

/// SHA-256 (FIPS 180-4). Forty lines here save every clean build the minute that a cryptography package takes; it names
/// files by their content and lists checksums, and guards no secret.
package enum SHA256 {
    /// The digest as 64 hexadecimal digits in lower case.
    package static func hex(_ message: [UInt8]) -> String { hex(message[...]) }

    package static func hex(_ message: ArraySlice<UInt8>) -> String { hex(message, adding) }

    /// The same without instructions of the processor's own.
    static func hexBySteps(_ message: [UInt8]) -> String { hex(message[...], addBySteps(_:to:)) }

    private static func hex(_ message: ArraySlice<UInt8>, _ add: Adding) -> String {
        var state: [UInt32] = [
            0x6A09_E667, 0xBB67_AE85, 0x3C6E_F372, 0xA54F_F53A, 0x510E_527F, 0x9B05_688C, 0x1F83_D9AB, 0x5BE0_CD19,
        ]
        message.withUnsafeBytes { bytes in
            let whole = bytes.count - bytes.count % 64
            add(UnsafeRawBufferPointer(rebasing: bytes[..<whole]), &state)
            // What is left, a one, zeros, and the length in bits.
            var end = Array(bytes[whole...]) + [0x80]
            while end.count % 64 != 56 { end.append(0) }
            let bits = UInt64(bytes.count) &* 8
            for shift in stride(from: 56, through: 0, by: -8) { end.append(UInt8(truncatingIfNeeded: bits >> shift)) }
            end.withUnsafeBytes { add($0, &state) }
        }
        var digits: [UInt8] = []
        digits.reserveCapacity(64)
        for word in state {
            for shift in stride(from: 28, through: 0, by: -4) {
                let digit = UInt8(word >> UInt32(shift) & 15)
                digits.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
            }
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Adds blocks of 64 bytes to a state.
    private typealias Adding = @Sendable (UnsafeRawBufferPointer, inout [UInt32]) -> Void

    /// Whether the processor can do it itself, some five times as fast.
    private static let isOfProcessor = klarplan_sha256_is_fast() != 0

    private static let adding: Adding = isOfProcessor ? addByProcessor(_:to:) : addBySteps(_:to:)

    private static func addByProcessor(_ bytes: UnsafeRawBufferPointer, to state: inout [UInt32]) {
        constants.withUnsafeBufferPointer { constants in
            state.withUnsafeMutableBufferPointer { state in
                klarplan_sha256_add(state.baseAddress, bytes.baseAddress, bytes.count / 64, constants.baseAddress)
            }
        }
    }

    /// The way that the standard describes.
    private static func addBySteps(_ bytes: UnsafeRawBufferPointer, to state: inout [UInt32]) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
            constants.withUnsafeBufferPointer { constants in
                for block in stride(from: 0, to: bytes.count, by: 64) {
                    add(UnsafeRawBufferPointer(rebasing: bytes[block..<block + 64]), to: &state, words, constants)
                }
            }
        }
    }

    /// One block of 64 bytes; `words` is room for the 64 words of its schedule.
    private static func add(
        _ block: UnsafeRawBufferPointer, to state: inout [UInt32], _ words: UnsafeMutableBufferPointer<UInt32>,
        _ constants: UnsafeBufferPointer<UInt32>
    ) {
        for index in 0..<16 {
            words[index] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
        }
        for index in 16..<64 {
            let a = words[index - 15]
            let b = words[index - 2]
            let s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >> 3)
            let s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >> 10)
            words[index] = words[index - 16] &+ s0 &+ words[index - 7] &+ s1
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
            let s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
            let first = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ constants[index] &+ words[index]
            let s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
            let second = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        for (index, word) in [a, b, c, d, e, f, g, h].enumerated() { state[index] = state[index] &+ word }
    }

    private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

    private static let constants: [UInt32] = [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
        0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
        0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
        0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
        0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
        0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
        0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
        0xc67178f2,
    ]
}
