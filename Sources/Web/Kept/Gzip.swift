import CZlib

/// Packing by zlib, through the shim.
public enum Gzip {
    /// How hard to pack.
    public enum Effort: Int32, Sendable {
        /// For what is sent once, or what anybody can make up.
        case fast = 1
        /// For pages, which are kept: about a fifteenth larger than at best, in a third of the time, which the first
        /// to ask for a long page waits for.
        case quick = 4
        /// For what is packed once, at start.
        case best = 9
    }

    /// Packs bytes as one gzip member without name or time, so that the same bytes always pack alike.
    ///
    /// `nil` if zlib has no memory: the caller sends the bytes as they are.
    public static func pack(_ bytes: [UInt8], effort: Effort) -> [UInt8]? {
        var stream = z_stream()
        // 15 bits of window, plus 16 for gzip's header and trailer instead of zlib's.
        guard puebla_deflate_init(&stream, effort.rawValue, 31, 9) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 32)
        var input = bytes
        let size: Int? = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END
                    ? target.count - Int(stream.avail_out) : nil
            }
        }
        guard let size else { return nil }
        output.removeLast(output.count - size)
        return output
    }

    /// Unpacks one gzip member of at most `limit` bytes; `nil` for anything else.
    public static func unpack(_ bytes: [UInt8], limit: Int) -> [UInt8]? {
        var stream = z_stream()
        guard puebla_inflate_init(&stream, 31) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: limit)
        var input = bytes
        let size: Int? = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return inflate(&stream, Z_FINISH) == Z_STREAM_END
                    ? target.count - Int(stream.avail_out) : nil
            }
        }
        guard let size else { return nil }
        output.removeLast(output.count - size)
        return output
    }
}
