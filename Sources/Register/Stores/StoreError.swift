/// What is wrong with an entry, a page or a file of the register.
public enum Damage: Sendable, Equatable {
    /// The database's own structure is broken: a page, the file's length, its head.
    case page
    /// The leaf isn't the hash of what stands beside it.
    case leaf
    /// The root isn't the tree's over the leaves up to here.
    case root
    /// A sequence is missing or stands twice.
    case gap
    /// Recorded before its predecessor.
    case time
    /// A value has the wrong type, or a text isn't UTF-8.
    case form
    /// It belongs to another conference.
    case conference
    /// Acts that a snapshot was made of are no longer there.
    case shortened
    /// The write-ahead log is broken before its end: acts that were confirmed last are missing.
    case log
    /// The tables or the triggers that guard them aren't those of a register.
    case schema
    /// A blob isn't what its name says; the name is its SHA-256.
    case blob(String)
    /// The signed checkpoint says something else.
    case checkpoint

    /// What is wrong, in words that end a sentence.
    public func phrase(spanish: Bool) -> String {
        switch self {
        case .page: spanish ? "el archivo está dañado o truncado" : "the file is damaged or truncated"
        case .leaf: spanish ? "el acto no es el que se registró" : "the act isn't the one that was registered"
        case .root: spanish ? "la raíz no es la del árbol" : "the root isn't the tree's"
        case .gap: spanish ? "falta un acto o está dos veces" : "an act is missing or stands twice"
        case .time: spanish ? "está fechado antes que el anterior" : "it is recorded before its predecessor"
        case .form: spanish ? "un valor no tiene la forma debida" : "a value isn't of its form"
        case .conference: spanish ? "es de otra conferencia" : "it belongs to another conference"
        case .shortened: spanish ? "faltan los últimos actos" : "the last acts are missing"
        case .log:
            spanish
                ? "su registro de escritura (-wal) está dañado y faltan los últimos actos confirmados"
                : "its write-ahead log (-wal) is damaged and the acts confirmed last are missing"
        case .schema:
            spanish
                ? "las tablas o los disparadores que las guardan fueron cambiados"
                : "the tables or the triggers that guard them were changed"
        case .blob(let name):
            spanish
                ? "el documento \(name) no es el que se guardó" : "the document \(name) isn't the one stored"
        case .checkpoint:
            spanish
                ? "el registro contradice el punto de control firmado"
                : "the register contradicts the signed checkpoint"
        }
    }
}

/// Who holds a file that is locked.
public enum LockHolder: Sendable, Equatable {
    /// A process of this product; its number, where the lock says it.
    case server(process: Int?)
    /// A program that isn't ours.
    case otherProgram

    /// Who it is, in words that follow "by".
    public func phrase(spanish: Bool) -> String {
        switch self {
        case .server(let process?): spanish ? "puebla (proceso \(process))" : "puebla (process \(process))"
        case .server(nil): spanish ? "otro proceso de puebla" : "another process of puebla"
        case .otherProgram: spanish ? "otro programa que escribe en él" : "another program that writes to it"
        }
    }
}

/// Why the store can't do what was asked. Each names the file concerned.
public enum StoreError: Error, Sendable, Equatable {
    /// The folder or file can't be written.
    case readOnlyFolder(file: String)
    /// The file can't be read.
    case unreadable(file: String)
    /// The disk, quota or size limit is exhausted; nothing of the batch was stored.
    case diskFull(file: String)
    /// Another process holds `file`.
    case locked(file: String, by: LockHolder)
    /// The register is damaged. `lastGood` is the last sequence that verifies, nil when not even that can be read.
    case corrupt(file: String, lastGood: Int?, damage: Damage)
    /// Another writer has taken the sequence or the id.
    case conflict(file: String)
    /// The write failed in a way that leaves open whether it is stored.
    case uncertain(file: String, detail: String)
    /// The file isn't there.
    case missing(file: String)
    /// The file or folder is already there.
    case exists(file: String)
    /// The folder has to be empty.
    case notEmpty(file: String)
    /// The file isn't a register, a backup or a key of ours.
    case foreign(file: String)
    /// Written by a later version.
    case newer(file: String)
    /// The file keeps `synchronous` below FULL: what is answered would not be durable.
    case notDurable(file: String)
    /// A content that can't be an act: no id, a version below 1, a body that isn't UTF-8 or is too large.
    case unstorable(file: String, id: String)
    /// A secret key that others can read.
    case exposedKey(file: String)
    /// The passphrase doesn't open the file, or the file was changed.
    case wrongPassphrase(file: String)
    /// The passphrase is too short.
    case weakPassphrase(minimum: Int)
    /// A sealed record that the server key doesn't open.
    case sealed(kind: String, id: String)
    /// The writer was stopped.
    case stopped(file: String)
    /// Another failure of the system.
    case failed(file: String, detail: String)

    /// The file or folder concerned.
    public var file: String {
        switch self {
        case .readOnlyFolder(let file), .unreadable(let file), .diskFull(let file), .locked(let file, _),
            .corrupt(let file, _, _),
            .conflict(let file), .uncertain(let file, _), .missing(let file), .exists(let file),
            .notEmpty(let file), .foreign(let file), .newer(let file), .notDurable(let file),
            .unstorable(let file, _), .exposedKey(let file), .wrongPassphrase(let file), .stopped(let file),
            .failed(let file, _):
            file
        case .weakPassphrase: ""
        case .sealed(let kind, let id): "\(kind)/\(id)"
        }
    }

    /// One sentence for people: what, where, what to do.
    public func sentence(spanish: Bool) -> String {
        spanish ? spanishSentence : englishSentence
    }
}
