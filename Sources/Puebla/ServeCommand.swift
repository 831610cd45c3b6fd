import ArgumentParser

/// Serves one or more conferences.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "serve", abstract: "Serve conferences.")
    func run() async throws {}
}
