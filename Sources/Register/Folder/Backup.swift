import Foundation

/// A register's backup: one SQLite file with its acts, blobs and records as they are sealed; no secret key.
public enum Backup {
    /// Writes a consistent copy of the register in the folder `data` to `file`, beside a server that runs.
    /// It is verified before it gets its name; a file that is there is not overwritten.
    public static func write(data: String, to file: String) throws(StoreError) -> VerifyReport {
        if Files.exists(file) { throw .exists(file: file) }
        let store = try SQLiteStore(file: ActLog.file(of: data), access: .read)
        defer { store.close() }
        let temporary = file + ".new"
        unlink(temporary)
        do throws(StoreError) {
            try store.copy(to: temporary, named: file)
            let report = try proved(temporary, named: file)
            try Files.sync(temporary)
            guard rename(temporary, file) == 0 else { throw Files.failure(file, errno) }
            try Files.syncFolder(of: file)
            return report
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Puts the backup `file` into the folder `data`, which is empty or doesn't exist, and verifies it there
    /// before it becomes the register. Keys are restored on their own.
    public static func restore(_ file: String, data: String) throws(StoreError) -> VerifyReport {
        guard Files.exists(file) else { throw .missing(file: file) }
        if Files.exists(data) {
            guard let names = Files.names(data) else { throw .foreign(file: data) }
            guard names.isEmpty else { throw .notEmpty(file: data) }
        }
        try Files.makeFolder(data)
        let target = ActLog.file(of: data)
        let temporary = target + ".new"
        do {
            try FileManager.default.copyItem(atPath: file, toPath: temporary)
        } catch {
            unlink(temporary)
            throw (error as NSError).code == NSFileWriteOutOfSpaceError
                ? .diskFull(file: temporary) : .failed(file: temporary, detail: error.localizedDescription)
        }
        do throws(StoreError) {
            let report = try proved(temporary, named: file)
            chmod(temporary, 0o644)
            try SQLiteStore.prepare(temporary)
            try Files.sync(temporary)
            guard rename(temporary, target) == 0 else { throw Files.failure(target, errno) }
            try Files.syncFolder(of: target)
            return report
        } catch {
            unlink(temporary)
            throw error
        }
    }

    private static func proved(_ path: String, named file: String) throws(StoreError) -> VerifyReport {
        let verdict: Verification.Verdict
        do throws(StoreError) {
            let copy = try SQLiteStore(file: path, access: .read)
            defer { copy.close() }
            verdict = try Verification.verify(copy)
        } catch {
            // The person knows the file by the name they gave it.
            switch error {
            case .corrupt(_, let lastGood, let damage):
                throw .corrupt(file: file, lastGood: lastGood, damage: damage)
            case .foreign: throw .foreign(file: file)
            case .newer: throw .newer(file: file)
            default: throw error
            }
        }
        switch verdict {
        case .holds(let report): return report
        case .fails(let failure):
            throw .corrupt(file: file, lastGood: failure.lastGood, damage: failure.damage)
        }
    }
}
