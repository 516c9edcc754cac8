/// How a bar is drawn; two that mean different things differ in more than colour.
enum ChartFill {
    case solid
    case outlined
    case hatched
    case thin

    init(_ tone: ChartTone) {
        switch tone {
        case .main: self = .solid
        case .other: self = .hatched
        }
    }

    var name: StaticString {
        switch self {
        case .solid: "bar"
        case .outlined: "bar outlined"
        case .hatched: "bar hatched"
        case .thin: "bar thin"
        }
    }

    /// A bar stands beside the first line of its label; the thin one right under it.
    var top: StaticString {
        switch self {
        case .solid, .outlined, .hatched: "0.45em"
        case .thin: "1.45em"
        }
    }

    var height: StaticString {
        switch self {
        case .solid, .outlined, .hatched: "0.9em"
        case .thin: "0.3em"
        }
    }

    var middle: StaticString {
        switch self {
        case .solid, .outlined, .hatched: "0.9em"
        case .thin: "1.6em"
        }
    }

    var bottom: StaticString {
        switch self {
        case .solid, .outlined, .hatched: "1.35em"
        case .thin: "1.75em"
        }
    }
}
