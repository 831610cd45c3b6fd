extension PageContext {
    /// The words for what the record doesn't say.
    var notRecorded: String { self("no consta", "not recorded") }
}
