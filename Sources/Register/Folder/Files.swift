import Foundation

/// The few file operations that the register needs, each durable and each naming its file when it fails.
enum Files {
    /// The whole file; nil when it isn't there.
    static func read(_ path: String, limit: Int = .max) throws(StoreError) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            if errno == EACCES || errno == EPERM { throw .unreadable(file: path) }
            throw failure(path, errno)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
        let size = Int(status.st_size)
        guard size <= limit else { throw .foreign(file: path) }
        var filled = 0
        var problem: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while filled < size {
                let got = Foundation.read(descriptor, buffer.baseAddress.map { $0 + filled }, size - filled)
                if got < 0 && errno == EINTR { continue }
                if got < 0 { problem = errno }
                if got <= 0 { break }
                filled += got
            }
            count = filled
        }
        if problem != 0 { throw failure(path, problem) }
        return bytes
    }

    /// Writes the file whole or not at all, durably: a new name, then renamed over the old one.
    static func replace(_ path: String, with bytes: [UInt8], mode: mode_t = 0o644) throws(StoreError) {
        let temporary = path + ".new"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw failure(path, errno) }
        var problem: Int32 = 0
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let piece = UnsafeRawBufferPointer(rebasing: rest)
                let put = write(descriptor, piece.baseAddress, piece.count)
                if put < 0 && errno == EINTR { continue }
                if put <= 0 {
                    problem = put < 0 ? errno : ENOSPC
                    return
                }
                rest = rest.dropFirst(put)
            }
        }
        if problem == 0 && fsync(descriptor) != 0 { problem = errno }
        if close(descriptor) != 0 && problem == 0 { problem = errno }
        if problem == 0 && rename(temporary, path) != 0 { problem = errno }
        if problem != 0 {
            unlink(temporary)
            throw failure(path, problem)
        }
        try syncFolder(of: path)
    }

    /// Makes the names in the folder of `path` durable.
    static func syncFolder(of path: String) throws(StoreError) {
        let folder = (path as NSString).deletingLastPathComponent
        let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(folder, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw failure(folder, errno) }
    }

    /// Makes what was written to `path` durable.
    static func sync(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path, errno) }
    }

    /// Makes the folder and those above it, if they aren't there.
    static func makeFolder(_ path: String, mode: Int = 0o755) throws(StoreError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
        } catch {
            if access(path, F_OK) == 0 { throw .foreign(file: path) }
            throw .readOnlyFolder(file: path)
        }
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// The names in a folder, sorted; nil when it isn't there.
    static func names(_ folder: String) -> [String]? {
        (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted()
    }

    /// What the system's error number means for a file of ours.
    static func failure(_ path: String, _ number: Int32) -> StoreError {
        switch number {
        case ENOSPC, EDQUOT, EFBIG: .diskFull(file: path)
        case EACCES, EPERM, EROFS: .readOnlyFolder(file: path)
        case ENOENT, ENOTDIR: .missing(file: path)
        default: .failed(file: path, detail: String(cString: strerror(number)))
        }
    }
}
