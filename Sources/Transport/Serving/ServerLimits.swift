import JSON
import JSONRPC

/// What clients may take of the server.
package struct ServerLimits: Sendable, Hashable {
    /// Bytes of one message. A larger one is answered with -32004, and the connection lives on.
    package var message = LineFramer.defaultLimit
    /// Depth and batch of a message, size of an answer.
    package var answering = Answerer.Limits()
    /// Connections in all. The server lowers this to what its file descriptors allow.
    package var connections = 1024
    /// Connections of one user.
    package var connectionsPerUser = 256
    /// Connections of `connections` that are kept for root and admins; of few connections one in eight.
    package var keptConnections = 16
    /// Messages of more than 16 KiB that are under way at once, in all and of one user.
    package var largeMessages = 16
    package var largeMessagesPerUser = 4
    /// Bytes of answers that their clients haven't taken yet, in all and of one user. Answers of up to 64 KiB aren't counted.
    package var unwritten = 256 << 20
    package var unwrittenPerUser = 64 << 20
    /// From the first byte of a message to its last.
    package var messageTime = Duration.seconds(30)
    /// From the writing of an answer until the client has taken it.
    package var takingTime = Duration.seconds(30)
    /// Without a message, and without an answer under way.
    package var idleTime = Duration.seconds(3600)
    /// For the requests under way when the server is told to stop.
    package var drainTime = Duration.seconds(10)
    /// How long a server that stops waits for the first message of a connection that hasn't had one.
    package var newcomerTime = Duration.milliseconds(250)

    package init() {}
}
