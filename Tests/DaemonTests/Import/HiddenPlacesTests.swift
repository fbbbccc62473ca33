import Testing

@testable import Daemon

/// What a unit keeps from the daemon, as the kernel tells it in /proc/self/mountinfo.
@Suite struct HiddenPlacesTests {
    private static let unit = """
        31 30 0:27 / / rw,relatime shared:1 - ext4 /dev/vda1 rw
        90 31 0:27 /tmp/systemd-private-0af3-torgd.service-hM2x/tmp /tmp rw,relatime - ext4 /dev/vda1 rw
        91 31 0:27 /var/tmp/systemd-private-0af3-torgd.service-PQ1a/tmp /var/tmp rw - ext4 /dev/vda1 rw
        92 31 0:24 /systemd/inaccessible/dir /home ro,nosuid - tmpfs tmpfs rw,mode=755
        93 31 0:24 /systemd/inaccessible/dir /root ro,nosuid - tmpfs tmpfs rw,mode=755
        94 31 0:24 /systemd/inaccessible/dir /mnt ro,nosuid - tmpfs tmpfs rw,mode=755
        """

    @Test(arguments: [
        ("/tmp/export.zip", "the daemon has a /tmp of its own (PrivateTmp= of its unit)"),
        ("/var/tmp/x/y.xml", "the daemon has a /var/tmp of its own (PrivateTmp= of its unit)"),
        ("/home/anna/export.zip", "the daemon sees nothing under /home (ProtectHome= of its unit)"),
        ("/srv/../root/x", "the daemon sees nothing under /root (ProtectHome= of its unit)"),
        ("/srv/export.zip", nil), ("/tmpfiles/x", nil), ("/mnt/x", nil),
    ])
    func saysWhyAPathIsNotSeen(path: String, reason: String?) {
        #expect(HiddenPlaces(mountInfo: Self.unit).reason(for: path) == reason)
    }

    @Test func aTmpOfEverybodysHidesNothing() {
        let places = HiddenPlaces(mountInfo: "40 31 0:35 / /tmp rw shared:12 - tmpfs tmpfs rw")
        #expect(places.reason(for: "/tmp/export.zip") == nil)
        #expect(HiddenPlaces(mountInfo: "").reason(for: "/home/anna/x") == nil)
    }
}
