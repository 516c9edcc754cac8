import PlanModel

/// Where the links of prose lead.
extension Resolver {
    mutating func checkLinks() {
        for (file, text) in manuscript.texts where !text.links.isEmpty {
            let entity = text.owner.flatMap(self.entity)
            if text.owner != nil, entity == nil { continue }
            let plan = entity?.kind == .plan ? entity?.id : entity?.plan
            let organisation = entity?.organisation ?? (entity?.kind == .organisation ? entity?.id : nil)
            for link in text.links {
                check(link, in: file, plan: plan, organisation: organisation)
            }
        }
    }

    /// The code of the plan with the same letters whose number is nearest; `nil` where there are no others.
    private mutating func nearestCode(to code: String, in plan: EntityID) -> String? {
        guard EntityID.isCode(code) else { return nil }
        let letters = code.prefix { !$0.isNumber }.lowercased()
        let known = codes(of: plan).filter { $0.prefix { !$0.isNumber }.lowercased() == letters }
        guard known.count > 1 || (known.first.map { $0.count <= code.count } ?? false) else { return nil }
        return known.min { left, right in
            let (one, two) = (Spelling.distance(code, left), Spelling.distance(code, right))
            return one == two ? left < right : one < two
        }
    }

    /// The codes that a plan's entities are known by.
    private mutating func codes(of plan: EntityID) -> [String] {
        let codes =
            codesByPlan
            ?? entities.filter(\.hasWrittenID).grouped(by: \.plan).mapValues { $0.compactMap(\.code) }
        codesByPlan = codes
        return codes[plan] ?? []
    }

    private mutating func check(_ link: ProseLink, in file: String, plan: EntityID?, organisation: EntityID?) {
        switch link.form {
        case .bracket:
            guard links.entity(link.target, plan: plan, organisation: organisation) == nil else { return }
            let looksLikeCode = EntityID.looksLikeCode(link.target.split(separator: "/").last.map(String.init) ?? "")
            if looksLikeCode || links.isHidden(link.target, plan: plan, organisation: organisation) {
                report(missing: Located(link.target, at: link.position), plan: plan, organisation: organisation)
            } else if let plan, let nearest = nearestCode(to: link.target, in: plan) {
                diagnostics.append(.possibleReference(Located(link.target, at: link.position), nearest: nearest))
            }
        case .image:
            switch links.target(of: link.target, from: file) {
            case .file: return
            case .external: diagnostics.append(.foreignImage(link))
            case .fragment, .entity, .page, .root, .nothing: diagnostics.append(.missingImage(link))
            }
        case .link:
            switch links.target(of: link.target, from: file) {
            case .external, .fragment, .entity, .page, .file: return
            case .root: diagnostics.append(.rootLink(link))
            case .nothing:
                if LinkResolver.scheme(of: link.target) == "id" {
                    let reference = LinkResolver.decoded(
                        String(link.target.dropFirst(3).prefix { $0 != "#" }))
                    report(missing: Located(reference, at: link.position), plan: plan, organisation: organisation)
                } else if links.isHiddenFile(link.target, from: file) {
                    diagnostics.append(.hiddenReference(Located(link.target, at: link.position)))
                } else {
                    diagnostics.append(.brokenLink(link))
                }
            }
        }
    }
}
