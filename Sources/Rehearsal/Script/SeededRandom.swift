/// Random numbers that are the same on every machine and in every release: SplitMix64, with choices of our own,
/// since the standard library may change how it draws from a generator.
struct SeededRandom {
    private var state: UInt64

    /// The numbers of a stream: streams of one seed don't disturb each other, so that a chapter can change
    /// without moving the others.
    init(_ seed: UInt64, _ stream: String) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in stream.utf8 {
            hash ^= UInt64(byte)
            hash &*= 0x100_0000_01B3
        }
        state = seed &* 0x9E37_79B9_7F4A_7C15 ^ hash
        _ = next()
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A whole number of the range; the slight favour that the remainder gives to small ones does no harm here.
    mutating func int(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// True in so many cases of a hundred.
    mutating func chance(_ percent: Int) -> Bool { int(1...100) <= percent }

    /// One of a list that isn't empty.
    mutating func pick<Element>(_ list: [Element]) -> Element { list[int(0...list.count - 1)] }

    /// The list in another order (Fisher and Yates).
    mutating func shuffled<Element>(_ list: [Element]) -> [Element] {
        var list = list
        for index in stride(from: list.count - 1, to: 0, by: -1) { list.swapAt(index, int(0...index)) }
        return list
    }

    /// So many of a list, in its order; all if it is shorter.
    mutating func some<Element>(_ count: Int, of list: [Element]) -> [Element] {
        let kept = shuffled(Array(list.indices)).prefix(count).sorted()
        return kept.map { list[$0] }
    }
}
