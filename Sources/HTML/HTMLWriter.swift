/// Writes HTML straight into a buffer of bytes; text and attribute values are escaped, always.
///
/// An element is a call on the writer, its content a closure that receives the writer:
///
///     var html = HTMLWriter()
///     html(.p, .class("soft")) { html in
///         html.text("Belize & Panama, ")
///         html(.b, "2024", .class("num"))
///     }
///
/// A tag's type says whether it may have content, so `<br>` with content doesn't compile. The only way
/// past the escaping is ``TrustedHTML``.
public struct HTMLWriter: Sendable {
    @usableFromInline var buffer: [UInt8]

    /// A writer with room for `capacity` bytes before it has to grow.
    public init(capacity: Int = 16_384) {
        buffer = []
        buffer.reserveCapacity(capacity)
    }

    /// What was written so far, as UTF-8.
    public var bytes: [UInt8] { buffer }

    /// What was written so far, as text; for tests and messages.
    public var string: String { String(decoding: buffer, as: UTF8.self) }

    /// Starts a document: doctype and `<html lang>` around `content`.
    public mutating func document(language: String, content: (inout HTMLWriter) -> Void) {
        write("<!doctype html>\n")
        self(.html, .lang(language), content: content)
        write("\n")
    }

    /// Writes text, with `&`, `<`, `>` and both quotes escaped.
    @inlinable
    public mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { escape($0) }
    }

    /// Writes a piece of another text, escaped in the same way.
    public mutating func text(_ text: Substring) {
        var text = text
        text.withUTF8 { escape($0) }
    }

    /// Writes markup as it is.
    public mutating func trusted(_ markup: TrustedHTML) {
        buffer.append(contentsOf: markup.bytes)
    }

    /// Writes an element with content.
    @inlinable
    public mutating func callAsFunction(
        _ tag: HTMLTag, _ attributes: HTMLAttribute..., content: (inout HTMLWriter) -> Void
    ) {
        open(tag, attributes)
        content(&self)
        write(tag.end)
    }

    /// Writes an element whose content is only text.
    @inlinable
    public mutating func callAsFunction(
        _ tag: HTMLTag, _ text: String, _ attributes: HTMLAttribute...
    ) {
        open(tag, attributes)
        self.text(text)
        write(tag.end)
    }

    /// Writes an element without content, such as an empty table cell.
    @inlinable
    public mutating func callAsFunction(_ tag: HTMLTag, _ attributes: HTMLAttribute...) {
        open(tag, attributes)
        write(tag.end)
    }

    /// Writes an element whose start was made before.
    @inlinable
    public mutating func callAsFunction(_ start: HTMLStart, content: (inout HTMLWriter) -> Void) {
        buffer.append(contentsOf: start.bytes)
        content(&self)
        write(start.end)
    }

    /// Writes an element that can't have content, such as `<br>` or an SVG `<path/>`.
    @inlinable
    public mutating func callAsFunction(_ tag: HTMLVoidTag, _ attributes: HTMLAttribute...) {
        write(tag.start)
        for attribute in attributes { write(attribute) }
        write(tag.end)
    }

    @inlinable
    mutating func open(_ tag: HTMLTag, _ attributes: [HTMLAttribute]) {
        write(tag.start)
        for attribute in attributes { write(attribute) }
        buffer.append(0x3E)
    }

    @inlinable
    mutating func write(_ attribute: HTMLAttribute) {
        switch attribute.value {
        case .absent: return
        case .flag:
            write(attribute.lead)
            write(attribute.name)
        case .text(let value):
            write(attribute.lead)
            if attribute.name.utf8CodeUnitCount > 0 {
                write(attribute.name)
                write("=\"")
            }
            text(value)
            buffer.append(0x22)
        }
    }

    @inlinable
    mutating func write(_ literal: StaticString) {
        literal.withUTF8Buffer { buffer.append(contentsOf: $0) }
    }

    /// Appends runs of harmless bytes whole; only the five characters that mean something are replaced.
    @usableFromInline
    mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var run = 0
        for index in text.indices {
            let byte = text[index]
            // Letters, and whatever is not ASCII, lie above all that is replaced.
            if byte > 0x3E { continue }
            let replacement: StaticString
            switch byte {
            case 0x26: replacement = "&amp;"
            case 0x3C: replacement = "&lt;"
            case 0x3E: replacement = "&gt;"
            case 0x22: replacement = "&quot;"
            case 0x27: replacement = "&#39;"
            // A NUL is an error in HTML wherever it stands; the replacement character is what a browser shows.
            case 0x00: replacement = "\u{FFFD}"
            default: continue
            }
            buffer.append(contentsOf: UnsafeBufferPointer(rebasing: text[run..<index]))
            write(replacement)
            run = index + 1
        }
        buffer.append(contentsOf: UnsafeBufferPointer(rebasing: text[run...]))
    }
}

/// An element's start with its attributes, made once for elements that are written again and again: a column's cells.
public struct HTMLStart: Sendable {
    @usableFromInline let bytes: [UInt8]
    @usableFromInline let end: StaticString

    /// The start of that element.
    public init(_ tag: HTMLTag, _ attributes: HTMLAttribute...) {
        var writer = HTMLWriter(capacity: 64)
        writer.open(tag, attributes)
        bytes = writer.buffer
        end = tag.end
    }
}

/// Markup that is written as it is: a literal of the program, or bytes that a writer made.
///
/// There is no initialiser from a `String`, so nothing that came from outside can become markup.
public struct TrustedHTML: Sendable {
    let bytes: [UInt8]

    /// Markup that stands in the source code.
    public init(_ literal: StaticString) {
        bytes = literal.withUTF8Buffer { Array($0) }
    }

    /// What a writer wrote: kept once, written often (a logo, a tile strip).
    public init(_ writer: HTMLWriter) {
        bytes = writer.bytes
    }

    /// What `content` writes.
    public init(_ content: (inout HTMLWriter) -> Void) {
        var writer = HTMLWriter(capacity: 512)
        content(&writer)
        bytes = writer.bytes
    }
}
