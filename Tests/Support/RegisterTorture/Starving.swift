import Foundation
import Register

/// A register without room, and one without rights.
enum Starving {
    /// Lets no file grow beyond its size now plus `room` bytes, registers until that fails, gives room again,
    /// and goes on. Says `stored N` for each act confirmed, `error SENTENCE`, then `resumed` and `stored N`.
    static func fill(folder: String, room: UInt64) {
        do throws(StoreError) {
            let log = try ActLog.open(folder: folder, access: .write)
            let end = try log.replay()
            let failed = DispatchSemaphore(value: 0)
            let done = DispatchSemaphore(value: 0)
            let writer = try log.writer(
                from: end,
                onDurable: { batches in
                    for entry in batches.flatMap(\.entries) { Tool.say("stored \(entry.content.id)") }
                    done.signal()
                },
                onFailure: { error, stored, lost in
                    for entry in stored.flatMap(\.entries) { Tool.say("stored \(entry.content.id)") }
                    Tool.say("lost \(lost.count)")
                    Tool.say("error " + error.sentence(spanish: false))
                    failed.signal()
                    done.signal()
                })
            var old = rlimit()
            getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &old)
            var limit = old
            limit.rlim_cur = rlim_t(room)
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
            var ticket: UInt64 = 0
            while writer.failure == nil, ticket < 10_000 {
                ticket += 1
                let acts = [content("act-\(ticket)", bytes: 2000)]
                writer.submit(WriteBatch(ticket: ticket, contents: acts, recordedAt: now()))
                done.wait()
            }
            failed.wait()
            // Refused as long as nobody resumed.
            writer.submit(WriteBatch(ticket: 0, contents: [content("refused")], recordedAt: now()))
            done.wait()
            setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &old)
            let found = try writer.resume()
            Tool.say("resumed \(found.count)")
            writer.submit(WriteBatch(ticket: 1, contents: [content("after")], recordedAt: now()))
            done.wait()
            writer.stop()
            log.close()
        } catch {
            Tool.say("error " + error.sentence(spanish: false))
            exit(2)
        }
    }

    /// Opens the folder as a user without rights: reads, then fails to write.
    static func openUnprivileged(folder: String) {
        if getuid() == 0 {
            guard setgid(65534) == 0, setuid(65534) == 0 else { exit(3) }
        }
        do throws(StoreError) {
            let reading = try ActLog.open(folder: folder, access: .read)
            Tool.say("read \(try reading.replay().size)")
            reading.close()
            let log = try ActLog.open(folder: folder, access: .write)
            Tool.say("opened")
            log.close()
        } catch {
            Tool.say("error " + error.sentence(spanish: false))
            exit(2)
        }
    }
}
