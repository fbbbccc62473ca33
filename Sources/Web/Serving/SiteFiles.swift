import Crypto
import HTTPTypes
import Hummingbird

/// A file that pages need, under an address that changes with its content, so that a browser may keep it for good.
struct SiteFile: Sendable {
    let path: String
    private let bytes: [UInt8]
    private let mediaType: String

    init(_ name: String, _ ending: String, _ bytes: [UInt8], mediaType: String) {
        let digest = SHA256.hash(data: bytes).prefix(6).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        path = "/files/\(name)-\(digest.joined()).\(ending)"
        self.bytes = bytes
        self.mediaType = mediaType
    }

    var response: Response {
        Response(
            status: .ok,
            headers: [.contentType: mediaType, .cacheControl: "public, max-age=31536000, immutable"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

/// The files beside the pages.
struct SiteFiles: Sendable {
    let style = SiteFile("torg", "css", PackageResources.torg_css, mediaType: "text/css; charset=utf-8")
    let script = SiteFile("torg", "js", PackageResources.torg_js, mediaType: "text/javascript; charset=utf-8")
    let icon = SiteFile("torg", "svg", PackageResources.icon_svg, mediaType: "image/svg+xml")

    var all: [SiteFile] { [style, script, icon] }
}
