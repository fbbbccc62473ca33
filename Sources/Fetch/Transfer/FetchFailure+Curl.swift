import CLibCurl

extension FetchFailure {
    /// What libcurl says of a transfer that failed.
    ///
    /// - Parameters:
    ///   - words: libcurl's own of this transfer.
    ///   - verification: OpenSSL's result of looking at the certificate (`X509_V_ERR_…`).
    ///   - received: bytes that had come.
    init(_ code: CURLcode, words: String, verification: Int, scheme: WebAddress.Scheme, received: Int) {
        let detail = (words.isEmpty ? String(cString: curl_easy_strerror(code)) : words).printable
        switch code {
        case CURLE_OPERATION_TIMEDOUT:
            self = received > 0 ? .stalled : .unreachable(detail)
        case CURLE_PARTIAL_FILE, CURLE_RECV_ERROR, CURLE_SEND_ERROR, CURLE_GOT_NOTHING, CURLE_HTTP2,
            CURLE_HTTP2_STREAM, CURLE_WEIRD_SERVER_REPLY:
            self = .cut(received: received)
        case CURLE_PEER_FAILED_VERIFICATION where scheme == .sftp:
            self = .hostKey
        case CURLE_PEER_FAILED_VERIFICATION:
            switch verification {
            case 9: self = .certificateNotYetValid
            case 10: self = .certificateExpired
            default: self = .certificateUntrusted(detail)
            }
        case CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CIPHER:
            self = .certificateUntrusted(detail)
        case CURLE_LOGIN_DENIED, CURLE_REMOTE_ACCESS_DENIED:
            self = .login
        case CURLE_REMOTE_FILE_NOT_FOUND:
            self = .notFound
        case CURLE_ABORTED_BY_CALLBACK:
            self = .interrupted
        default:
            self = .unreachable(detail)
        }
    }
}
