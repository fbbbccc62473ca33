extension Schema {
    /// Whom a decision has taken out, so that the same feed read again brings nobody back. `key` is an HMAC under the
    /// store's own secret: it tells neither name nor number.
    static let privacy = """
        CREATE TABLE purged (
            key BLOB PRIMARY KEY,
            decision TEXT NOT NULL,
            at TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """
}
