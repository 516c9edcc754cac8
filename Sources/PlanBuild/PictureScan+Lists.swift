import PlanModel

/// What may stand in a picture.
extension PictureScan {
    /// Elements of SVG that draw, and of drawing programs' own namespaces, which no browser knows.
    ///
    /// Not animation, which can set a link's address; not `a`, `feImage`, `foreignObject` and `script`.
    static func isHarmless(element name: String) -> Bool {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        switch parts.count {
        case 1: return elements.contains(name)
        case 2 where parts[0] == "svg": return elements.contains(String(parts[1]))
        // No such prefix can be bound to SVG or HTML. What runs where it is known runs nowhere here either.
        case 2: return !["script", "foreignobject", "handler", "style", "stylesheet"].contains(parts[1])
        default: return false
        }
    }

    static func isHarmless(attribute name: String, _ value: String, of element: String) -> Bool {
        if name == "xmlns" { return value == svg }
        let local = name.split(separator: ":").last.map(String.init) ?? ""
        if name.hasPrefix("xmlns:") {
            return local == "svg" ? value == svg : namespaces.contains { value.hasPrefix($0) }
        }
        if local.hasPrefix("on") { return false }
        switch local {
        case "href":
            let target = value.trimmed().lowercased()
            // A picture within the picture; never another SVG, which could be used as elements.
            let isPicture = ["png", "jpeg", "jpg", "gif", "webp"].contains {
                target.hasPrefix("data:image/\($0);base64,")
            }
            return target.hasPrefix("#") || (isPicture && (element == "image" || element == "svg:image"))
        case "base", "src", "srcset", "action", "formaction", "handler", "event": return false
        default: return isHarmless(style: value)
        }
    }

    /// A style sheet, or an attribute's value that may be a style: it names nothing but places in the picture itself.
    static func isHarmless(style text: String) -> Bool {
        let style = text.lowercased()
        // Signs written by their numbers could make any word of any other.
        if style.contains("\\") { return false }
        let refused = [
            "@import", "javascript:", "image(", "image-set(", "src(", "expression(", "-moz-binding", "behavior:",
        ]
        if refused.contains(where: style.contains) { return false }
        return style.ranges(of: "url(").allSatisfy { range in
            let target = style[range.upperBound...].drop { $0.isWhitespace }
            return target.hasPrefix("#") || target.hasPrefix("'#") || target.hasPrefix("\"#")
        }
    }

    private static let svg = "http://www.w3.org/2000/svg"

    private static let namespaces = [
        "http://www.w3.org/1999/xlink", "http://www.inkscape.org/namespaces/", "http://sodipodi.sourceforge.net/",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://creativecommons.org/ns#", "http://web.resource.org/cc/",
        "http://purl.org/dc/", "http://ns.adobe.com/", "http://www.serif.com/", "http://www.bohemiancoding.com/sketch/",
        "http://www.figma.com/figma/", "http://xml.openoffice.org/svg/export",
    ]

    private static let elements: Set<String> = [
        "svg", "g", "defs", "symbol", "use", "switch", "view", "title", "desc", "metadata", "style", "path", "rect",
        "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "textpath", "image", "lineargradient",
        "radialgradient", "stop", "pattern", "clippath", "mask", "marker", "filter", "feblend", "fecolormatrix",
        "fecomponenttransfer", "fecomposite", "feconvolvematrix", "fediffuselighting", "fedisplacementmap",
        "fedistantlight", "fedropshadow", "feflood", "fefunca", "fefuncb", "fefuncg", "fefuncr", "fegaussianblur",
        "femerge", "femergenode", "femorphology", "feoffset", "fepointlight", "fespecularlighting", "fespotlight",
        "fetile", "feturbulence",
    ]
}
