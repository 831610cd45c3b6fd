public import Charter

/// Another conference on the same server, as a page names it.
public struct Neighbour: Sendable, Hashable {
    /// Its name.
    public let name: Localized
    /// Where it lives.
    public let base: ConferencePath
    /// True for an invented one.
    public let isInvented: Bool

    /// Another conference.
    public init(name: Localized, base: ConferencePath, isInvented: Bool) {
        self.name = name
        self.base = base
        self.isInvented = isInvented
    }
}

/// The clock of an invented conference, as far as whoever tries it out may move it.
public struct ClockControl: Sendable {
    /// The days at which it may stand.
    public let days: ClosedRange<Day>
    /// The day at which it stands unless it is moved.
    public let home: Day
    /// The day at which it stands.
    public let day: @Sendable () -> Day
    /// Moves it; false, and it stays, for a day outside ``days``.
    public let set: @Sendable (Day) -> Bool

    /// A clock that is read and moved by these functions.
    public init(
        days: ClosedRange<Day>, home: Day, day: @escaping @Sendable () -> Day,
        set: @escaping @Sendable (Day) -> Bool
    ) {
        self.days = days
        self.home = home
        self.day = day
        self.set = set
    }
}

/// What a page knows of the server around its conference.
public struct Surroundings: Sendable {
    /// The other conferences.
    public var others: [Neighbour] = []
    /// True where an invented conference may be looked at as somebody: the gate of seats is open for the request.
    public var isTriedOut = false
    /// The clock that may be moved; only where the conference is tried out.
    public var clock: ClockControl?
    /// A day typed at the clock that it can't be set to.
    public var clockTyped: String?

    /// A server with nothing around.
    public init() {}
}

/// Where the frame of an answer stands that isn't a page of the conference, such as an error.
public struct ShellPlace: Sendable {
    /// The conference's place with the reader's seat.
    public let base: ConferencePath
    /// The reader's language.
    public let language: Language
    /// The address asked for, without the conference's place: `/es/parties/ZZZ`.
    public let here: String
    /// The server around.
    public let surroundings: Surroundings
    /// What stands before the language in the address asked for, where that isn't the base's.
    private let front: String

    /// A place.
    public init(
        base: ConferencePath, language: Language, here: String? = nil, surroundings: Surroundings = .init(),
        front: String? = nil
    ) {
        self.front = front ?? base.prefix
        self.base = base
        self.language = language
        self.here = here ?? "/\(language.rawValue)/"
        self.surroundings = surroundings
    }

    /// The same address in the other language.
    public var twin: String {
        front + "/" + language.other.rawValue + here.dropFirst(language.rawValue.utf8.count + 1)
    }
}
