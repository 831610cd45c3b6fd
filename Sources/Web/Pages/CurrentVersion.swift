import Charter
import Secretariat
import Synchronization

/// What a page made now would depend on, looked up instead of computed: it is asked for on every request, and
/// the conference's day needs its edition and the clock changes of its zone.
final class CurrentVersion: Sendable {
    private struct Known {
        var minute: Int64
        var version: PageVersion
    }

    private let registrar: Registrar
    private let known: Mutex<Known>

    init(_ registrar: Registrar) {
        self.registrar = registrar
        let now = registrar.now
        known = Mutex(
            Known(minute: Self.minute(now), version: ConferencePages.version(registrar.state, now)))
    }

    /// The version now.
    var now: PageVersion {
        let now = registrar.now
        let minute = Self.minute(now)
        let sequence = registrar.sequence
        let last = known.withLock { $0 }
        // A day begins on a whole minute in every zone.
        if last.minute == minute, last.version.sequence == sequence { return last.version }
        let version = ConferencePages.version(registrar.state, now)
        known.withLock { $0 = Known(minute: minute, version: version) }
        return version
    }

    private static func minute(_ instant: Instant) -> Int64 {
        // Rounded down before 1970 too.
        (instant.microseconds - (instant.microseconds < 0 ? 59_999_999 : 0)) / 60_000_000
    }
}
