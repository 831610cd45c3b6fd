/// The register's tables. Nothing in them but what PostgreSQL has too; the triggers are SQLite's wording of it.
enum SQLiteSchema {
    /// `PUEB`, in the file's head: this is a register and no other database.
    static let applicationID: Int32 = 0x5055_4542
    /// The version of this layout, in `user_version`.
    static let version: Int32 = 1

    /// The statements that make an empty register, in order.
    static let statements = [acts, actsKept, actsStay, blobs, records]

    static let acts = """
        CREATE TABLE acts (
            conference TEXT NOT NULL,
            sequence INTEGER NOT NULL,
            recorded_at TEXT NOT NULL,
            id TEXT NOT NULL,
            actor TEXT NOT NULL,
            kind TEXT NOT NULL,
            version INTEGER NOT NULL,
            body BLOB NOT NULL,
            salt BLOB NOT NULL,
            leaf BLOB NOT NULL,
            root BLOB NOT NULL,
            PRIMARY KEY (conference, sequence),
            UNIQUE (conference, id)
        )
        """
    static let actsKept = """
        CREATE TRIGGER acts_never_change BEFORE UPDATE ON acts
        BEGIN SELECT RAISE(ABORT, 'an act never changes'); END
        """
    static let actsStay = """
        CREATE TRIGGER acts_never_go BEFORE DELETE ON acts
        BEGIN SELECT RAISE(ABORT, 'an act is never deleted'); END
        """
    static let blobs = """
        CREATE TABLE blobs (name TEXT NOT NULL PRIMARY KEY, bytes BLOB NOT NULL)
        """
    static let records = """
        CREATE TABLE records (
            kind TEXT NOT NULL,
            id TEXT NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (kind, id)
        )
        """

    /// What `sqlite_master` says of the table of acts and what guards it.
    static let guarded = [acts, actsKept, actsStay]

    static let insert = """
        INSERT INTO acts (conference, sequence, recorded_at, id, actor, kind, version, body, salt, leaf, root)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    static let columns = "conference, sequence, recorded_at, id, actor, kind, version, body, salt, leaf, root"
}
