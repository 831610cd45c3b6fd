/// An array for dense keys whose copy shares all but one chunk.
///
/// A snapshot of a plain array of a million elements is copied whole at the next write; here a write after a
/// snapshot copies one chunk of 1,024 elements and the list of chunks.
public struct ChunkedArray<Element: Sendable>: Sendable, RandomAccessCollection, MutableCollection {
    static var width: Int { 1024 }
    private var chunks: [[Element]] = []
    /// How many elements there are.
    public private(set) var count = 0

    /// An empty array.
    public init() {}

    /// An array of these elements.
    public init(_ elements: some Sequence<Element>) {
        for element in elements { append(element) }
    }

    /// An array of `count` elements, asked for one after another.
    init<Problem: Error>(count: Int, next: () throws(Problem) -> Element) throws(Problem) {
        while self.count < count {
            let size = Swift.min(Self.width, count - self.count)
            var chunk: [Element] = []
            chunk.reserveCapacity(Self.width)
            for _ in 0..<size { chunk.append(try next()) }
            chunks.append(chunk)
            self.count += size
        }
    }

    /// 0.
    public var startIndex: Int { 0 }
    /// The count.
    public var endIndex: Int { count }

    /// Adds one at the end.
    public mutating func append(_ element: Element) {
        if count % Self.width == 0 {
            var chunk: [Element] = []
            chunk.reserveCapacity(Self.width)
            chunks.append(chunk)
        }
        chunks[chunks.count - 1].append(element)
        count += 1
    }

    /// The element at a place from 0.
    public subscript(position: Int) -> Element {
        get { chunks[position / Self.width][position % Self.width] }
        set { chunks[position / Self.width][position % Self.width] = newValue }
    }
}
