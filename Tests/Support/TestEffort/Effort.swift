import Foundation

/// How hard the tests try that could go on for ever: fuzzing, kills, simulated lives.
///
/// Counted, never timed: a slow machine tries as often as a fast one, and the same inputs fail on both.
public enum Effort {
    /// True in `make test-all`.
    public static let isFull = ProcessInfo.processInfo.environment["PUEBLA_TESTS"] == "all"

    /// `count` in `make test`, so many times that in `make test-all`.
    public static func count(_ count: Int, full times: Int = 25) -> Int { isFull ? count * times : count }
}
