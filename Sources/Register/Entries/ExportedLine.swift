/// A line of an export: an act whole, or one that its reader may not see. Both verify.
public enum ExportedLine: Sendable, Equatable {
    /// The act with all its columns.
    case open(Entry)
    /// Header, digest, leaf and root alone.
    case closed(ClosedEntry)

    /// The longest line that is read, in bytes.
    public static let maximumBytes = 16 << 20

    /// The sequence of either kind.
    public var sequence: Int {
        switch self {
        case .open(let entry): entry.sequence
        case .closed(let entry): entry.sequence
        }
    }

    /// One JSON object without a line end: the column names as keys, binary in lower-case hex, `body` as a string.
    public var json: [UInt8] {
        var writer = FlatJSONWriter()
        switch self {
        case .open(let entry):
            writer.add("conference", text: entry.conference)
            writer.add("sequence", number: entry.sequence)
            writer.add("recorded_at", text: entry.recordedAtText)
            writer.add("id", text: entry.content.id)
            writer.add("actor", text: entry.content.actor)
            writer.add("kind", text: entry.content.kind)
            writer.add("version", number: entry.content.version)
            writer.add("body", utf8: entry.content.body)
            writer.add("salt", text: Hex.text(entry.salt))
            writer.add("leaf", text: entry.leaf.hex)
            writer.add("root", text: entry.root.hex)
        case .closed(let entry):
            writer.add("conference", text: entry.conference)
            writer.add("sequence", number: entry.sequence)
            writer.add("recorded_at", text: RecordedTime.text(entry.recordedAt))
            writer.add("digest", text: entry.digest.hex)
            writer.add("leaf", text: entry.leaf.hex)
            writer.add("root", text: entry.root.hex)
        }
        return writer.finished
    }

    /// Reads one line, without its line end. Every key has to be there, once, and none besides.
    public init(json line: [UInt8]) throws(LineError) {
        guard line.count <= Self.maximumBytes else { throw .tooLong }
        var fields = LineFields(try FlatJSONReader.object(line))
        let conference = try fields.text("conference")
        let sequence = try fields.number("sequence")
        guard let recordedAt = RecordedTime.micros(try fields.text("recorded_at")) else {
            throw .badValue(key: "recorded_at")
        }
        let leaf = try fields.hash("leaf")
        let root = try fields.hash("root")
        if fields.has("digest") {
            let digest = try fields.hash("digest")
            self = .closed(
                ClosedEntry(
                    conference: conference, sequence: sequence, recordedAt: recordedAt, digest: digest,
                    leaf: leaf, root: root))
        } else {
            let content = Content(
                id: try fields.text("id"), actor: try fields.text("actor"), kind: try fields.text("kind"),
                version: try fields.number("version"), body: try fields.utf8("body"))
            guard let salt = Hex.bytes(utf8: try fields.utf8("salt")) else { throw .badValue(key: "salt") }
            self = .open(
                Entry(
                    conference: conference, sequence: sequence, recordedAt: recordedAt, content: content,
                    salt: salt, leaf: leaf, root: root))
        }
        try fields.finish()
    }
}

/// Why a line isn't an exported line.
public enum LineError: Error, Sendable, Equatable {
    /// Longer than `ExportedLine.maximumBytes`.
    case tooLong
    /// Not a JSON object of strings and whole numbers; `offset` is the byte where reading stopped.
    case notJSON(offset: Int)
    /// A key that every line has is absent.
    case missing(key: String)
    /// A key that no line has, or one that stands twice.
    case unexpected(key: String)
    /// A value of the wrong type or form.
    case badValue(key: String)

    /// One sentence for people.
    public func sentence(spanish: Bool) -> String {
        switch self {
        case .tooLong:
            spanish ? "la línea pasa de 16 MiB" : "the line is longer than 16 MiB"
        case .notJSON(let offset):
            spanish
                ? "no es un objeto JSON de textos y números enteros (byte \(offset))"
                : "it isn't a JSON object of texts and whole numbers (byte \(offset))"
        case .missing(let key):
            spanish ? "falta la clave «\(key)»" : "the key “\(key)” is missing"
        case .unexpected(let key):
            spanish ? "sobra la clave «\(key)»" : "the key “\(key)” doesn't belong there, or stands twice"
        case .badValue(let key):
            spanish
                ? "el valor de «\(key)» no tiene la forma debida" : "the value of “\(key)” isn't of its form"
        }
    }
}

/// The fields of a line, each taken once.
private struct LineFields {
    private var fields: [(key: String, value: FlatJSONReader.Value)]

    init(_ fields: [(key: String, value: FlatJSONReader.Value)]) {
        self.fields = fields
    }

    func has(_ key: String) -> Bool { fields.contains { $0.key == key } }

    mutating func take(_ key: String) throws(LineError) -> FlatJSONReader.Value {
        guard let index = fields.firstIndex(where: { $0.key == key }) else { throw .missing(key: key) }
        return fields.remove(at: index).value
    }

    mutating func utf8(_ key: String) throws(LineError) -> [UInt8] {
        guard case .text(let bytes) = try take(key) else { throw .badValue(key: key) }
        return bytes
    }

    mutating func text(_ key: String) throws(LineError) -> String {
        String(decoding: try utf8(key), as: UTF8.self)
    }

    mutating func number(_ key: String) throws(LineError) -> Int {
        guard case .number(let number) = try take(key) else { throw .badValue(key: key) }
        return number
    }

    mutating func hash(_ key: String) throws(LineError) -> Hash {
        guard let bytes = Hex.bytes(utf8: try utf8(key)), let hash = Hash(bytes: bytes) else {
            throw .badValue(key: key)
        }
        return hash
    }

    func finish() throws(LineError) {
        if let first = fields.first { throw .unexpected(key: first.key) }
    }
}
