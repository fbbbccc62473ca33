import CLibCurl
import Synchronization

/// Asks servers over HTTPS and SFTP, one request at a time, with Debian's libcurl. The one owner of its C handle.
///
/// Nothing else than these two protocols is spoken, whatever an address or an answer says; certificates are always looked
/// at; a redirection is followed within the server alone; an answer that isn't the data is a `FetchFailure`.
package final class WebClient {
    private let handle: UnsafeMutableRawPointer
    private let limits: TransferLimits
    private let agent: String
    private let clock: FetchClock
    /// When the last request to a server ended.
    private var last: [String: ContinuousClock.Instant] = [:]
    /// What is left of the waiting that one source may cost.
    private var patience: Duration = .zero
    /// Bytes that may still come for the source, of how many.
    private var allowance = Int.max
    private var most = Int.max
    private var deadline: ContinuousClock.Instant?

    private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    package init(limits: TransferLimits, version: String, clock: FetchClock) throws(FetchFailure) {
        guard Self.isReady, let handle = curl_easy_init() else { throw .unreachable("libcurl doesn't start") }
        self.handle = handle
        self.limits = limits
        self.clock = clock
        agent = "Mozilla/5.0 (compatible; Torg/\(version); +\(limits.contact))"
    }

    deinit { curl_easy_cleanup(handle) }

    /// Begins a source: its waiting, its time and its bytes start from nothing.
    ///
    /// - Parameter most: bytes that may come for it. When they have, no more is asked for.
    package func beginSource(most: Int) {
        patience = limits.patience
        allowance = most
        self.most = most
        deadline = .now + limits.longest
    }

    // MARK: Asking

    /// What `read` makes of an answer that fits into memory; when that says that it isn't whole, it is asked for again.
    func answer<Result>(
        _ request: WebRequest, limit: Int, read: ([UInt8]) throws(FetchFailure) -> Result
    ) throws(FetchFailure) -> Result {
        try retrying { () throws(FetchFailure) in
            let sink = MemorySink(limit: limit, kind: request.kind)
            _ = try exchange(request, from: 0, into: sink)
            try sink.finish()
            return try read(sink.bytes)
        }
    }

    /// Brings a file, going on where an attempt before was cut; `false` where it is unchanged since `request.known`.
    ///
    /// When this returns all of it is in `part`, of the promised length and with the right beginning.
    func download(_ request: WebRequest, to part: PartFile) throws(FetchFailure) -> Bool {
        if part.isWhole { return true }
        var best = -1
        func attempt() throws(FetchFailure) -> Bool {
            best = max(best, part.size)
            do throws(FetchFailure) {
                let head = try exchange(request, from: part.size, part: part, into: part)
                if head.status == 304 { return false }
                try part.finish()
                return true
            } catch .cut where part.note.total != nil && part.size == best && best > 0 {
                // As before, nothing more came: it isn't the way there, the server has no more than this.
                throw .wrongLength(expected: part.note.total ?? 0, received: part.size)
            } catch .status(416) {
                // What is there is longer than what the server has now.
                try part.restart()
                throw .cut(received: 0)
            }
        }
        return try retrying(again: { part.size > best }, attempt)
    }

    // MARK: Trying again

    /// - Parameter again: whether a failed attempt brought something, so that it doesn't count.
    private func retrying<Result>(
        again: () -> Bool = { false }, _ body: () throws(FetchFailure) -> Result
    ) throws(FetchFailure) -> Result {
        var failed = 0
        // A server that sends one byte at a time isn't asked for ever.
        for _ in 0..<100 {
            do throws(FetchFailure) {
                return try body()
            } catch {
                guard error.isTransient else { throw error }
                failed = again() ? 1 : failed + 1
                let wait = limits.retries.wait(
                    afterFailed: failed, retryAfter: error.retryAfter.map { .seconds($0) },
                    chance: Double.random(in: 0..<1))
                guard let wait, wait <= patience else { throw error }
                patience -= wait
                try Interruption.wait(wait)
            }
        }
        throw .stalled
    }

    // MARK: One exchange

    private static let mostRedirects = 5

    private func exchange(
        _ request: WebRequest, from offset: Int, part: PartFile? = nil, into sink: any BodySink
    ) throws(FetchFailure) -> ResponseHead {
        var address = request.address
        for _ in 0...Self.mostRedirects {
            guard allowance > 0 else { throw .tooMuch(limit: most) }
            try pause(before: address, request.pauses)
            let exchange = Exchange(into: sink, deadline: deadline)
            defer { allowance -= min(allowance, exchange.received) }
            try perform(request, address, from: offset, part: part, exchange)
            guard exchange.head.isRedirect else { return exchange.head }
            address = try redirection(from: address)
        }
        throw .redirectLoop
    }

    private func redirection(from address: WebAddress) throws(FetchFailure) -> WebAddress {
        guard let text = text(CURLINFO_REDIRECT_URL) else { throw .redirectLoop }
        guard let next = WebAddress(text), next.scheme == address.scheme else {
            throw WebAddress.scheme(of: text) == "http" ? .redirectUnencrypted : .redirectElsewhere(text.printable)
        }
        guard next.isSameServer(as: address) else { throw .redirectElsewhere(next.host.printable) }
        return next
    }

    private func pause(before address: WebAddress, _ pauses: Int) throws(FetchFailure) {
        guard let last = last[address.host] else { return }
        let rest = limits.pause * pauses - (ContinuousClock.now - last)
        if rest > .zero { try Interruption.wait(rest) }
    }

    private func perform(
        _ request: WebRequest, _ address: WebAddress, from offset: Int, part: PartFile?, _ exchange: Exchange
    ) throws(FetchFailure) {
        curl_easy_reset(handle)
        setUp(address)
        var lines = login(request.login)
        if let body = request.body {
            set(CURLOPT_POST, 1)
            torg_curl_set_offset(handle, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.utf8.count))
            set(CURLOPT_COPYPOSTFIELDS, body)
            lines += ["Content-Type: application/json", "Accept: application/json"]
        }
        if offset > 0, address.scheme == .sftp {
            torg_curl_set_offset(handle, CURLOPT_RESUME_FROM_LARGE, curl_off_t(offset))
        } else if offset > 0 {
            set(CURLOPT_RANGE, "\(offset)-")
            if let validator = part?.note.validators.strong { lines.append("If-Range: \(validator)") }
        } else if let known = request.known {
            if let etag = known.etag { lines.append("If-None-Match: \(etag)") }
            if let day = known.lastModified { lines.append("If-Modified-Since: \(day)") }
        }
        var list: UnsafeMutablePointer<curl_slist>?
        for line in lines { list = curl_slist_append(list, line) }
        defer { curl_slist_free_all(list) }
        if list != nil { torg_curl_set_list(handle, CURLOPT_HTTPHEADER, list) }

        var words = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))
        let code = words.withUnsafeMutableBufferPointer { buffer in
            exchange.listen(to: handle)
            return torg_curl_perform(handle, buffer.baseAddress)
        }
        last[address.host] = .now
        if Interruption.isRequested { throw .interrupted }
        if let deadline, deadline <= .now { throw .overtime(limits.longest) }
        if let failure = exchange.failure { throw failure }
        let said = String(decoding: words.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // With a status that isn't the data, what became of its body is of no account.
        let isAnswered = exchange.head.status != 0 && !exchange.head.isData
        if code != CURLE_OK, !isAnswered {
            throw FetchFailure(
                code, words: said, verification: long(CURLINFO_SSL_VERIFYRESULT), scheme: address.scheme,
                received: exchange.head.status == 0 ? exchange.received : max(1, exchange.received))
        }
        if exchange.head.isRedirect { return }
        try exchange.head.judge(now: clock.seconds)
        if exchange.head.isData { try exchange.begin() }
    }

    // MARK: Options

    private func setUp(_ address: WebAddress) {
        set(CURLOPT_URL, address.description)
        set(CURLOPT_PROTOCOLS_STR, address.scheme.rawValue)
        // Redirections are followed here, after a look at them; this is in case they ever were not.
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_REDIR_PROTOCOLS_STR, address.scheme.rawValue)
        set(CURLOPT_USERAGENT, agent)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_NOPROGRESS, 0)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let certificates = limits.certificates { set(CURLOPT_CAINFO, certificates) }
        set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect.milliseconds)
        set(CURLOPT_LOW_SPEED_LIMIT, 1024)
        set(CURLOPT_LOW_SPEED_TIME, max(1, limits.stall.milliseconds / 1000))
        set(CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, limits.stall.milliseconds / 1000))
        set(CURLOPT_MAXCONNECTS, 2)
    }

    /// - Returns: header lines.
    private func login(_ login: WebRequest.Login) -> [String] {
        switch login {
        case .none: break
        case .basic(let user, let password):
            set(CURLOPT_USERNAME, user)
            set(CURLOPT_PASSWORD, password)
        case .header(let name, let value):
            return ["\(name): \(value)"]
        case .sftpPassword(let user, let password, let hostKey):
            set(CURLOPT_SSH_AUTH_TYPES, Int(CURLSSH_AUTH_PASSWORD))
            set(CURLOPT_USERNAME, user)
            set(CURLOPT_PASSWORD, password)
            set(CURLOPT_SSH_HOST_PUBLIC_KEY_SHA256, hostKey)
        case .sftpKey(let user, let file, let hostKey):
            set(CURLOPT_SSH_AUTH_TYPES, Int(CURLSSH_AUTH_PUBLICKEY))
            set(CURLOPT_USERNAME, user)
            set(CURLOPT_SSH_PRIVATE_KEYFILE, file)
            set(CURLOPT_SSH_HOST_PUBLIC_KEY_SHA256, hostKey)
        }
        return []
    }

    private func set(_ option: CURLoption, _ value: Int) { torg_curl_set_long(handle, option, value) }
    private func set(_ option: CURLoption, _ value: String) { torg_curl_set_text(handle, option, value) }

    private func long(_ info: CURLINFO) -> Int {
        var value = 0
        torg_curl_get_long(handle, info, &value)
        return value
    }

    private func text(_ info: CURLINFO) -> String? {
        var value: UnsafePointer<CChar>?
        torg_curl_get_text(handle, info, &value)
        return value.map { String(cString: $0) }
    }
}

extension Duration {
    var milliseconds: Int { Int(components.seconds) * 1000 + Int(components.attoseconds / 1_000_000_000_000_000) }
}
