package import PlanModel

/// What browsers may do with the pages: nothing that isn't the site's own.
package enum SitePolicy {
    /// In every page, for hosts that can't send headers (Content Security Policy Level 3).
    package static let ofPages =
        "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; base-uri 'none'; form-action 'self'"

    /// `_headers` for hosts that read it (Netlify, Cloudflare Pages and others): the same policy, and what no `meta` can say.
    ///
    /// Names in `assets/` change with what is in them, so that a copy of them never grows old.
    package static let headersFile = SiteFile(
        path: "_headers",
        bytes: Array(
            """
            /*
              Content-Security-Policy: \(ofPages); frame-ancestors 'none'
              X-Content-Type-Options: nosniff
              X-Frame-Options: DENY
              Referrer-Policy: no-referrer
              Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()
              Cross-Origin-Opener-Policy: same-origin

            /assets/*
              Cache-Control: public, max-age=31536000, immutable

            """.utf8))
}
