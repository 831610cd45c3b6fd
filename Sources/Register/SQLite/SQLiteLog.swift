/// Looks at a write-ahead log before SQLite does, which takes the first frame that doesn't match for the end and
/// passes over all behind it without a word.
///
/// A power cut can break the last commit, which nobody was told of, since each is synced before the next begins.
/// Two commits behind a broken frame were confirmed: the log is damaged. Format: sqlite.org/fileformat2.html, 4.
enum SQLiteLog {
    /// Whether confirmed commits lie behind a frame that doesn't match. Only while nobody writes.
    static func isDamaged(_ file: String) throws(StoreError) -> Bool {
        guard let bytes = try Files.read(file + "-wal"), bytes.count > 32 + 24 else { return false }
        return bytes.withUnsafeBytes { Scan(bytes: $0).isDamaged }
    }

    private struct Scan {
        let bytes: UnsafeRawBufferPointer

        var isDamaged: Bool {
            let pageSize = Int(number(8))
            guard number(0) & 0xFFFF_FFFE == 0x377F_0682, (512...65536).contains(pageSize),
                pageSize.nonzeroBitCount == 1
            else { return hasPlausibleFrame }
            let swapped = number(0) & 1 == 1
            let frameSize = 24 + pageSize
            let frames = (bytes.count - 32) / frameSize
            var sum = Sum(swapped: swapped)
            sum.add(bytes, 0..<24)
            guard sum.first == number(24), sum.second == number(28) else { return hasPlausibleFrame }
            var whole = true
            var behind = 0
            for frame in 0..<frames {
                let start = 32 + frame * frameSize
                // An older generation's frames, which the database has taken over, carry another salt.
                guard number(start + 8) == number(16), number(start + 12) == number(20) else {
                    whole = false
                    continue
                }
                if whole {
                    sum.add(bytes, start..<(start + 8))
                    sum.add(bytes, (start + 24)..<(start + frameSize))
                    whole = sum.first == number(start + 16) && sum.second == number(start + 20)
                }
                // The second word of a frame that ends a commit is the database's size.
                if !whole && number(start + 4) != 0 { behind += 1 }
            }
            return behind > 1
        }

        /// With a broken head nothing of the log is read: damage, unless there is nothing in it.
        private var hasPlausibleFrame: Bool {
            bytes.dropFirst(32).contains { $0 != 0 }
        }

        private func number(_ offset: Int) -> UInt32 {
            UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        }
    }

    /// The log's running checksum, over pairs of words in the byte order that its head names.
    private struct Sum {
        let swapped: Bool
        var first: UInt32 = 0
        var second: UInt32 = 0

        init(swapped: Bool) {
            self.swapped = swapped
        }

        mutating func add(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
            var (one, two) = (first, second)
            var offset = range.lowerBound
            while offset < range.upperBound {
                let left = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
                let right = bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
                one &+= (swapped ? UInt32(bigEndian: left) : UInt32(littleEndian: left)) &+ two
                two &+= (swapped ? UInt32(bigEndian: right) : UInt32(littleEndian: right)) &+ one
                offset += 8
            }
            (first, second) = (one, two)
        }
    }
}
