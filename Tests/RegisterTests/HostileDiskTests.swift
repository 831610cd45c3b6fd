import Foundation
import GRDB
import Testing

@testable import Register

/// Disks that refuse, really caused: the kernel says no, in a process of its own where it has to be.
@Suite struct HostileDiskTests {
    let folder = TemporaryFolder()

    @Test func `A full disk loses nothing that was confirmed, and writing goes on when there is room`() throws
    {
        try ActLog.create(folder: folder.path, conference: "crm")
        // No file may grow beyond 600 KB: the write-ahead log then meets the end of the disk in mid-commit.
        let (lines, status) = try Child(arguments: ["fill", folder.path, "600000"]).finish()
        #expect(status == 0)
        let errors = lines.filter { $0.hasPrefix("error ") }
        #expect(errors.count == 2, "\(lines.suffix(8))")
        for error in errors {
            #expect(error.contains("no room left") && error.contains("register.sqlite"), "\(error)")
        }
        #expect(lines.contains("lost 1") && lines.contains("resumed 0"))
        let stored = lines.compactMap { $0.hasPrefix("stored ") ? String($0.dropFirst(7)) : nil }
        #expect(stored.count > 20 && stored.last == "after")
        let log = try ActLog.open(folder: folder.path, access: .write)
        defer { log.close() }
        var read: [String] = []
        _ = try log.replay { read += $0.map(\.content.id) }
        #expect(read == stored)
    }

    @Test func `A database that may not grow says that the disk is full`() throws {
        try makeRegister(folder, acts: 10)
        let log = try ActLog.open(folder: folder.path, access: .write)
        defer { log.close() }
        try log.store.limitPages()
        let entries = Sample.entries(400)
        var written = 10
        var refusal: StoreError?
        while refusal == nil, written < 400 {
            refusal = failure { try log.store.append(Array(entries[written..<(written + 10)])) }
            if refusal == nil { written += 10 }
        }
        #expect(refusal == .diskFull(file: ActLog.file(of: folder.path)))
        #expect(try log.store.head()?.sequence == written)
        #expect(try log.replay().size == written)
    }

    @Test func `A folder that can't be written is named, and can be read`() throws {
        try makeRegister(folder, acts: 7)
        unlink(folder.file("serving.lock"))
        chmod(ActLog.file(of: folder.path), 0o444)
        chmod(folder.path, 0o555)
        let (lines, status) = try Child(arguments: ["unprivileged", folder.path]).finish()
        #expect(status == 2)
        #expect(lines.first == "read 7")
        let refusal = StoreError.readOnlyFolder(file: folder.file("serving.lock"))
        #expect(lines.last == "error " + refusal.sentence(spanish: false))
        chmod(folder.path, 0o755)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                "keys", "register.sqlite",
            ])
    }

    @Test func `A backup onto a full disk leaves no half of one`() throws {
        try makeRegister(folder, acts: 10)
        let target = "/dev/full/backup"
        #expect(failure { _ = try Backup.write(data: folder.path, to: target) } != nil)
        // A folder in the place of the temporary file stops it half way.
        let file = folder.file("backup")
        try FileManager.default.createDirectory(atPath: file + ".new", withIntermediateDirectories: true)
        #expect(failure { _ = try Backup.write(data: folder.path, to: file) } != nil)
        #expect(!FileManager.default.fileExists(atPath: file))
    }
}
