import Charter
import Conference

/// Everything that can be found, in FTS5 tables of SQLite: one table for each audience, so that what a viewer may
/// not see isn't even looked at. Not for two threads at once: ``Finder`` keeps it behind a lock.
///
/// The tables hold words and stems that were made here; what is shown is kept beside them. In memory lie a few
/// bytes for each item, from which hits are counted and filtered without asking SQLite.
final class SearchIndex {
    /// Those who may see the same.
    struct Audience: Hashable {
        let access: AccessClass
        let ownReader: PartyID?
    }
    /// What is counted and filtered by.
    struct Row {
        /// The place of its audience; ``none`` for a row that is free.
        var audience: UInt16
        var kind: UInt8
        /// 0 if it has none.
        var year: Int16
        /// The place of its organ in ``organs``; 0 if it has none.
        var organ: UInt16
        /// Of the first day; the earliest number there is if it has none.
        var day: Int32
        var precision: UInt8
        static let none = UInt16.max
    }
    private struct Known {
        let row: Int
        let hash: Int
    }

    let database: SearchDatabase
    let maker = SearchColumnMaker()
    private(set) var audiences: [Audience] = []
    var vocabularies: [SearchVocabulary] = []
    private(set) var rows: [Row] = []
    private(set) var organs: [OrganID?] = [nil]
    private var organPlaces: [OrganID: UInt16] = [:]
    private var free: [Int] = []
    private var known: [String: Known] = [:]
    /// Rows that much asked for gave, until something changes.
    var remembered: [String: RowSet] = [:]
    /// The register's sequence that it holds.
    private(set) var sequence = -1

    /// How many items there are.
    var count: Int { known.count }

    init() throws(SearchError) {
        database = try SearchDatabase()
        try database.run(
            """
            CREATE TABLE items (
                row INTEGER PRIMARY KEY, id TEXT, title_es TEXT, title_en TEXT, body_es TEXT, body_en TEXT,
                codes TEXT);
            CREATE TABLE keys (key TEXT, row INTEGER, PRIMARY KEY (key, row)) WITHOUT ROWID;
            """)
    }

    /// Takes a state in: the items in question, or all where anything may have changed. What is as it was isn't
    /// touched. After an error the index is good for nothing.
    func update(
        to state: ConferenceState, changes: SearchChanges, pages: [SearchItem], texts: DocumentTexts?
    ) throws(SearchError) {
        let first = sequence < 0
        remembered.removeAll()
        try database.run("BEGIN")
        if first || changes.isEverything {
            var present: Set<String> = []
            present.reserveCapacity(known.count)
            for item in state.searchItems() + pages {
                present.insert(item.id)
                try put(item, state, texts)
            }
            for gone in known.keys.filter({ !present.contains($0) }) { try remove(gone) }
        } else {
            for (id, item) in changes.items(in: state) {
                if let item { try put(item, state, texts) } else { try remove(id) }
            }
        }
        if first {
            for place in audiences.indices { try settle(place) }
        }
        try database.run("COMMIT")
        sequence = state.sequence
    }

    private func put(_ item: SearchItem, _ state: ConferenceState, _ texts: DocumentTexts?)
        throws(SearchError)
    {
        var hasher = Hasher()
        hasher.combine(item)
        let document = item.kind == .document ? DocumentID(item.code) : nil
        let stamp = document.flatMap { texts?.stamp(state, $0) }
        hasher.combine(stamp)
        let hash = hasher.finalize()
        if let known = known[item.id] {
            if known.hash == hash { return }
            try remove(item.id)
        }
        var whole = item
        if let document, let texts, stamp != nil {
            do { whole = item.with(texts: try texts.read(state, document)) } catch {
                throw .index("\(error)")
            }
        }
        try insert(whole, hash)
    }

    private func insert(_ item: SearchItem, _ hash: Int) throws(SearchError) {
        let audience = try place(of: Audience(access: item.access, ownReader: item.ownReader))
        let entry = Row(
            audience: UInt16(audience),
            kind: UInt8(SearchItem.Kind.allCases.firstIndex(of: item.kind) ?? 0),
            year: Int16(clamping: item.year ?? 0), organ: item.organ.map(place) ?? 0,
            day: item.day.map { Int32(clamping: $0.first.number) } ?? .min,
            precision: item.day?.precision.rawValue ?? 0)
        let row: Int
        if let reused = free.popLast() {
            row = reused
            rows[row] = entry
        } else {
            row = rows.count
            rows.append(entry)
        }
        let stored = StoredItem(item)
        let (columns, words) = maker.columns(stored)
        try database.each(
            "INSERT INTO f\(audience)(rowid, \(Self.columnList)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [.number(row)] + columns.map { .text($0) })
        try database.each(
            "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                .number(row), .text(item.id), .text(stored.title.es), .text(stored.title.en),
                .text(stored.body.es), .text(stored.body.en), .text(stored.codes),
            ])
        for key in stored.keys {
            try database.each("INSERT INTO keys VALUES (?, ?)", [.text(key), .number(row)])
        }
        vocabularies[audience].add(words)
        known[item.id] = Known(row: row, hash: hash)
    }

    private func remove(_ id: String) throws(SearchError) {
        guard let gone = known.removeValue(forKey: id), let (_, stored) = try stored(gone.row) else { return }
        let audience = Int(rows[gone.row].audience)
        let (columns, words) = maker.columns(stored)
        // The tables keep no text: what goes must be said again.
        try database.each(
            "INSERT INTO f\(audience)(f\(audience), rowid, \(Self.columnList)) VALUES ('delete', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [.number(gone.row)] + columns.map { .text($0) })
        try database.each("DELETE FROM items WHERE row = ?", [.number(gone.row)])
        for key in stored.keys {
            try database.each("DELETE FROM keys WHERE key = ? AND row = ?", [.text(key), .number(gone.row)])
        }
        vocabularies[audience].remove(words.keys)
        rows[gone.row].audience = Row.none
        free.append(gone.row)
    }

    /// What is kept of a row.
    func stored(_ row: Int) throws(SearchError) -> (id: String, item: StoredItem)? {
        var found: (id: String, item: StoredItem)?
        try database.each(
            "SELECT id, title_es, title_en, body_es, body_en, codes FROM items WHERE row = ?", [.number(row)]
        ) { statement in
            let text = (0..<6).map { SearchDatabase.text(statement, $0) }
            found = (
                text[0],
                StoredItem(
                    title: Localized(es: text[1], en: text[2]), body: Localized(es: text[3], en: text[4]),
                    codes: text[5])
            )
        }
        return found
    }

    private static let columnList = SearchColumns.names.joined(separator: ", ")

    private func place(of audience: Audience) throws(SearchError) -> Int {
        if let place = audiences.firstIndex(of: audience) { return place }
        let place = audiences.count
        try database.run(
            """
            CREATE VIRTUAL TABLE f\(place) USING fts5(
                \(Self.columnList), content = '', tokenize = "ascii tokenchars '_'")
            """)
        if sequence < 0 { try bulk(place) }
        audiences.append(audience)
        vocabularies.append(SearchVocabulary())
        return place
    }

    /// For the first filling: words are gathered in 16 MiB of memory, and nothing is merged before the end.
    private func bulk(_ place: Int) throws(SearchError) {
        try set(place, "hashsize", 16 << 20)
        try set(place, "automerge", 0)
    }

    /// After it: one run of words, and again as SQLite has it by itself.
    private func settle(_ place: Int) throws(SearchError) {
        try database.run("INSERT INTO f\(place)(f\(place)) VALUES ('optimize')")
        try set(place, "hashsize", 1 << 20)
        try set(place, "automerge", 4)
    }

    private func set(_ place: Int, _ option: String, _ value: Int) throws(SearchError) {
        try database.run("INSERT INTO f\(place)(f\(place), rank) VALUES ('\(option)', \(value))")
    }

    private func place(of organ: OrganID) -> UInt16 {
        if let place = organPlaces[organ] { return place }
        let place = UInt16(clamping: organs.count)
        organs.append(organ)
        organPlaces[organ] = place
        return place
    }
}
