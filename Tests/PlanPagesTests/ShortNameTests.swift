import Testing

@testable import PlanPages

/// What a browser calls the site's search: at most 16 characters.
struct ShortNameTests {
    @Test(arguments: [
        ("Klarplan", "Klarplan"), ("Sexton tecken är", "Sexton tecken är"),
        ("Region Västmanland planerar", "Region"), ("Planer – för hela länet", "Planer – för"),
        ("Planer och mål, 2026", "Planer och mål"), ("Planer & – förslaget", "Planer"),
        ("Samhällsbyggnadsnämnden", "Samhällsbyggnads"),
    ])
    func isCutAtAWord(_ name: String, _ short: String) {
        #expect(name.cut(to: 16) == short)
        #expect(short.count <= 16)
    }
}
