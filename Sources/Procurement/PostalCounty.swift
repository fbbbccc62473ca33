/// The county (NUTS 3) that a Swedish postcode lies in, where its first digits lie in one county alone.
///
/// Postcodes follow the post's roads, not the counties' borders: two digits are an area, a third a town in it, and those
/// that end in 0 the country around it, across borders. A prefix stands here only where all of it is known to lie in one
/// county; of others the county is missing, not guessed. A list of postcodes can be imported for the rest.
package enum PostalCounty {
    /// - Parameter postcode: five digits.
    package static func of(_ postcode: Int) -> NUTSCode? {
        guard (10_000...99_999).contains(postcode) else { return nil }
        return counties[postcode / 100] ?? counties[postcode / 1000]
    }

    /// By the first two or three digits. A three-digit prefix counts for more.
    private static let counties: [Int: NUTSCode] = {
        let prefixes: [String: String] = [
            "SE110": "10 11 12 13 14 16 17 18 151 152 154 155 191 192 193 194 195 196 197 761 762 763 764",
            "SE121": "75 741 742 743 744 745 746 747 748 814 815",
            "SE122": "63 611 613 619 641 642 643 644 645 646 647 648 649",
            "SE123": "58 60 591 592 595 596 597 599 612 614 615 616 617 618",
            "SE124": "70 691 692 693 694 695 696 697 711 712 713 714 715 716 717 718 719",
            "SE125": "72 731 732 733 734 735 736 737 738 739",
            "SE211": "55 56 331 332 333 334 335 571 573 574 575 576 578",
            "SE212": "35 285 287 341 342 343 344 362 363 364 365",
            "SE213": "39 361 381 382 383 384 385 386 387 388 389 572 577 579 593 594 598",
            "SE214": "62", "SE221": "293 294 371 372 373 374 375 376 377 378 379",
            "SE224":
                "20 21 22 23 24 25 26 27 281 282 283 284 286 288 289 291 292 295 296 297 298 299",
            "SE231": "30 311 312 313 314 432 434 439",
            "SE232":
                "40 41 42 45 46 47 50 52 53 54 431 433 435 436 437 438 512 513 514 515 516 517 518 441 442 443 444 445 446 447 448 449 662 666 668",
            "SE311": "65 67 661 663 664 665 667 681 682 683 684 685 686 688",
            "SE312":
                "771 772 773 774 775 776 777 781 782 783 784 785 786 788 791 792 793 794 795 796",
            "SE313": "80 811 812 813 816 817 818 821 822 823 824 825 826 827 828 829",
            "SE321":
                "85 841 861 862 863 864 865 871 872 873 874 876 881 882 891 892 893 894 895 896",
            "SE322": "831 832 833 834 835 836 837 842 844 845 846",
            "SE331": "90 911 913 914 915 916 917 918 921 922 923 924 931 932 934 935 936 937 939",
            "SE332": "95 96 97 98 933 938 941 942 943 944 945 946",
        ]
        var counties: [Int: NUTSCode] = [:]
        for (county, list) in prefixes {
            for prefix in list.split(separator: " ") {
                if let number = Int(prefix) { counties[number] = NUTSCode(county) }
            }
        }
        return counties
    }()
}
