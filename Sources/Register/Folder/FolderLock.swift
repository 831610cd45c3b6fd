import Foundation
import Synchronization

/// The lock that one process holds while it writes to a data folder: `<data>/serving.lock`, with its process id.
///
/// The system drops it with the process, however that ends; the file itself stays and means nothing.
public final class FolderLock: Sendable {
    /// The lock's file.
    public let file: String
    private let descriptor: Mutex<Int32?>

    /// Takes the lock of `folder`, or throws `.locked` naming who holds it.
    public init(folder: String) throws(StoreError) {
        file = folder + "/serving.lock"
        let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw Files.failure(file, errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let problem = errno
            close(descriptor)
            guard problem == EWOULDBLOCK else { throw Files.failure(file, problem) }
            throw .locked(file: file, by: Self.holder(file))
        }
        let text = Array("\(getpid())\n".utf8)
        // A full disk must not keep a server from starting to read; the number is only for people.
        _ = ftruncate(descriptor, 0)
        _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        self.descriptor = Mutex(descriptor)
    }

    deinit { release() }

    /// Gives the folder free.
    public func release() {
        descriptor.withLock { held in
            if let open = held {
                // Said, not left to closing: a process being started shares the descriptor until it has its own.
                flock(open, LOCK_UN)
                close(open)
            }
            held = nil
        }
    }

    private static func holder(_ file: String) -> LockHolder {
        let bytes = (try? Files.read(file, limit: 64)) ?? []
        return .server(process: Int(String(decoding: bytes, as: UTF8.self).prefix(while: \.isNumber)))
    }
}
