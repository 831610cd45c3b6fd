import Foundation

/// How many files and connections this process may have open.
public enum OpenFiles {
    /// At most this many connections are held.
    static let mostConnections = 4_096

    /// Raises the limit of this process as far as it may and as is of use.
    public static func raise() {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return }
        // Room for the most connections and as much again.
        let wanted = min(limit.rlim_max, rlim_t(2 * mostConnections))
        if limit.rlim_cur >= wanted { return }
        limit.rlim_cur = wanted
        _ = setrlimit(resource, &limit)
    }

    /// How many connections leave room for the register's files and for tools.
    public static var connections: Int {
        var limit = rlimit()
        guard getrlimit(resource, &limit) == 0 else { return 256 }
        let most = Int(clamping: limit.rlim_cur)
        return max(8, min(mostConnections, most - min(256, most / 2)))
    }

    private static let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
}
