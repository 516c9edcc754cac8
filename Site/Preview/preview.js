/* The preview's own part of a page: it exchanges what has changed, or loads the page anew, keeps the reader's place, and
   shows what is wrong with the content over the last page that could be built. It stands in a shadow root with a style
   sheet of its own, so that it and the site's theme leave each other alone. */
const base = new URL(".", import.meta.url);
const keeping = "klarplan-preview";
const place = location.pathname + location.search;
/** What the page was last loaded anew for. */
let lastWanted = "";

/* Keeping the reader's place over a reload. */

/** The nearest thing with an id above the middle of the window, and how far down it stands. */
function anchor() {
  let found = null;
  for (const element of document.querySelectorAll("main [id]")) {
    const top = element.getBoundingClientRect().top;
    if (top > innerHeight / 2) break;
    if (element.getClientRects().length > 0) found = { id: element.id, top };
  }
  return found;
}

/** Where an element stands: its id, else the way to it from the page. */
function way(element) {
  if (!element || element === document.body || element.localName === "klarplan-preview") return null;
  if (element.id) return "#" + CSS.escape(element.id);
  const steps = [];
  for (let one = element; one && one !== document.body; one = one.parentElement) {
    steps.unshift(`:nth-child(${[...one.parentElement.children].indexOf(one) + 1})`);
  }
  return "body > " + steps.join(" > ");
}

/** Loads the page anew, once for each state: a page that can't be what the server says is left as it is. */
function reload(state) {
  const wanted = `${state.token} ${state.build} ${state.page}`;
  const fields = [...document.querySelectorAll("input, select, textarea")].filter((field) => field.type !== "password");
  const focus = document.activeElement;
  const kept = {
    place, wanted, x: scrollX, y: scrollY, anchor: anchor(), focus: way(focus),
    selection: typeof focus?.selectionStart === "number" ? [focus.selectionStart, focus.selectionEnd] : null,
    fields: fields.map((field) => [way(field), field.type === "checkbox" || field.type === "radio", field.value, field.checked]),
    details: [...document.querySelectorAll("details")].map((one) => one.open),
  };
  if (wanted === lastWanted) return false;
  try {
    sessionStorage.setItem(keeping, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing shows the page from its top.
  }
  location.reload();
  return true;
}

function find(selector) {
  try {
    return selector && document.querySelector(selector);
  } catch {
    return null;
  }
}

function restore() {
  let kept;
  try {
    kept = JSON.parse(sessionStorage.getItem(keeping));
    sessionStorage.removeItem(keeping);
  } catch {
    return;
  }
  if (!kept || kept.place !== place) return;
  lastWanted = kept.wanted;
  history.scrollRestoration = "manual";
  const details = [...document.querySelectorAll("details")];
  if (details.length === kept.details.length) details.forEach((one, index) => { one.open = kept.details[index]; });
  for (const [selector, isChoice, value, checked] of kept.fields) {
    const field = find(selector);
    if (!field || (isChoice ? field.checked === checked : field.value === value)) continue;
    if (isChoice) field.checked = checked;
    else field.value = value;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const focus = find(kept.focus);
  focus?.focus({ preventScroll: true });
  if (kept.selection && typeof focus?.setSelectionRange === "function") {
    try {
      focus.setSelectionRange(...kept.selection);
    } catch {
      // Not every field has a selection.
    }
  }
  // What scripts and pictures add moves the text: the place is kept until the page has come to rest or the reader moves.
  let isMoved = false;
  for (const name of ["wheel", "touchstart", "keydown", "pointerdown"]) {
    addEventListener(name, () => { isMoved = true; }, { once: true, passive: true });
  }
  const began = performance.now();
  function keep() {
    if (isMoved) return;
    const element = kept.anchor && document.getElementById(kept.anchor.id);
    const y = element ? scrollY + element.getBoundingClientRect().top - kept.anchor.top : kept.y;
    if (Math.abs(y - scrollY) >= 1) scrollTo({ left: kept.x, top: y, behavior: "instant" });
    if (performance.now() - began < 600) requestAnimationFrame(keep);
    else history.scrollRestoration = "auto";
  }
  keep();
}

/* Exchanging what has changed. */

/** What scripts of the site set up when a page is loaded: such pieces are not exchanged by themselves. */
const prepared = "[data-tools], script, template, form, klarplan-preview";

/** A page as the server wrote it, before any script had touched it, and what its preview part says. */
function parse(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const part = page.querySelector("klarplan-preview");
  const said = { ...part?.dataset };
  part?.nextElementSibling?.remove();
  for (let rest = part?.nextSibling; rest; rest = part.nextSibling) rest.remove();
  part?.remove();
  return { page, said };
}

async function fetchPage() {
  const answer = await fetch(location.href, { cache: "no-store" });
  return answer.ok || answer.status === 404 ? parse(await answer.text()) : null;
}

/** Whether two elements are the same but for what is in them. */
function isSameShell(one, other) {
  return one.nodeType === Node.ELEMENT_NODE && other.nodeType === Node.ELEMENT_NODE
    && one.cloneNode(false).isEqualNode(other.cloneNode(false));
}

/** The smallest run of nodes in which two pages differ: the way to their parent, where they begin, and the nodes. */
function difference(old, fresh) {
  const path = [];
  for (;;) {
    const [before, after] = [[...old.childNodes], [...fresh.childNodes]];
    let start = 0;
    while (start < before.length && start < after.length && before[start].isEqualNode(after[start])) start += 1;
    let [left, right] = [before.length, after.length];
    while (left > start && right > start && before[left - 1].isEqualNode(after[right - 1])) {
      left -= 1;
      right -= 1;
    }
    if (left - start !== 1 || right - start !== 1 || !isSameShell(before[start], after[start])) {
      return { path, start, removed: before.slice(start, left), added: after.slice(start, right) };
    }
    path.push(start);
    [old, fresh] = [before[start], after[start]];
  }
}

/** Whether a node of the living page is still what the server wrote; links to words are told so by a script. */
function isUntouched(live, written) {
  if (!live) return false;
  if (live.isEqualNode(written)) return true;
  if (live.nodeType !== Node.ELEMENT_NODE) return false;
  const copy = live.cloneNode(true);
  for (const link of [...copy.querySelectorAll("a.term"), copy]) {
    if (!link.matches("a.term") || link.getAttribute("aria-expanded") === "true") continue;
    link.removeAttribute("role");
    link.removeAttribute("aria-expanded");
  }
  return copy.isEqualNode(written);
}

/** Puts the new page's difference into the living one. False where that can't be done with certainty. */
function exchange(old, fresh) {
  const heads = [old, fresh].map(({ page }) => [...page.head.children].filter((one) => one.localName !== "title"));
  if (heads[0].length !== heads[1].length || heads[0].some((one, index) => !one.isEqualNode(heads[1][index]))) return false;
  if (!isSameShell(old.page.documentElement, fresh.page.documentElement)) return false;
  if (!isSameShell(old.page.body, fresh.page.body)) return false;
  const { path, start, removed, added } = difference(old.page.body, fresh.page.body);
  let [parent, written] = [document.body, old.page.body];
  for (const step of path) {
    [parent, written] = [parent.childNodes[step], written.childNodes[step]];
    if (!parent || parent.nodeName !== written.nodeName || parent.id !== written.id) return false;
  }
  const living = [...parent.childNodes].slice(start, start + removed.length);
  if (!removed.every((node, index) => isUntouched(living[index], node))) return false;
  if (added.some((node) => node.nodeType === Node.ELEMENT_NODE && (node.matches(prepared) || node.querySelector(prepared)))) {
    return false;
  }
  const next = parent.childNodes[start + removed.length] ?? null;
  if (written.childNodes[start + removed.length] && !next) return false;
  for (const node of added) {
    const copy = document.importNode(node, true);
    if (copy.nodeType === Node.ELEMENT_NODE) {
      for (const link of [...copy.querySelectorAll("a.term"), copy]) {
        if (!link.matches("a.term")) continue;
        link.setAttribute("role", "button");
        link.setAttribute("aria-expanded", "false");
      }
    }
    parent.insertBefore(copy, next);
  }
  for (const node of living) node.remove();
  document.title = fresh.page.title;
  return true;
}

/** Exchanges the style sheet; the old one goes when the new one is there. */
function restyle(name) {
  const old = [...document.querySelectorAll('link[rel="stylesheet"]')].find((link) => /\/assets\/style\./.test(link.href));
  const address = new URL("/" + name, location.href).href;
  if (!old || old.href === address) return;
  const link = old.cloneNode();
  link.href = address;
  link.addEventListener("load", () => old.remove());
  link.addEventListener("error", () => link.remove());
  old.after(link);
}

/* What is shown. */

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

class Preview extends HTMLElement {
  #state = null;
  #isFolded = false;
  #isListed = false;
  #wasBroken = false;
  #sourceText = "";
  /** The page as it was written when it was loaded or last exchanged; null until that is known. */
  #written = null;

  connectedCallback() {
    this.#sourceText = this.textContent.trim();
    const root = this.attachShadow({ mode: "open" });
    root.append(
      make("link", { rel: "stylesheet", href: new URL("preview.css", base).href }),
      make("p", { class: "said", role: "status", "aria-live": "polite" }), make("div", { class: "source" }),
      make("section", { class: "panel", hidden: "" }), make("div", { class: "corner" }));
    this.#drawSource(false);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      if (this.#isOpen) this.#fold();
    });
    this.#listen();
    const keep = async () => {
      const written = await fetchPage().catch(() => null);
      if (written?.said.tag !== this.dataset.tag) return;
      this.#written = written;
      // From now on, what changes can be exchanged.
      this.dataset.kept = "";
    };
    if ("requestIdleCallback" in window) requestIdleCallback(keep);
    else setTimeout(keep, 200);
  }

  #part(name) { return this.shadowRoot.querySelector("." + name); }
  get #isOpen() { return this.#state !== null && (this.#isListed || (this.#state.isBroken && !this.#isFolded)); }
  #word(key) { return this.#state?.words[key] ?? ""; }
  #say(text) { this.#part("said").textContent = text; }

  #listen() {
    const question = new URLSearchParams({ page: location.pathname, lang: this.lang });
    const events = new EventSource(new URL("events?" + question, base));
    events.addEventListener("state", (event) => this.#take(JSON.parse(event.data)));
    events.addEventListener("error", () => {
      if (this.#state) this.#drawCorner(this.#word("offline"));
    });
    // A page that is left keeps no connection: browsers allow few to one server.
    addEventListener("pagehide", () => events.close());
    addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  }

  async #take(state) {
    const isNewBuild = this.#state?.build !== state.build;
    this.#state = state;
    if (state.hasSite && state.page !== this.dataset.tag && !(await this.#exchange(state))) {
      // Another state has come meanwhile, and is taken by itself.
      if (this.#state !== state || reload(state)) return;
    }
    if (this.#state !== state) return;
    if (state.stylesheet) restyle(state.stylesheet);
    if (isNewBuild && state.isBroken && !this.#wasBroken) this.#isFolded = false;
    if (!state.isBroken && this.#wasBroken) {
      this.#isListed = false;
      this.#say(this.#word("mended"));
    }
    this.#wasBroken = state.isBroken;
    this.dataset.heard = state.build;
    this.#draw();
  }

  /** Shows the page of a state without loading it anew, where that can be done with certainty. */
  async #exchange(state) {
    const written = this.#written;
    if (!written) return false;
    const fresh = await fetchPage().catch(() => null);
    const seen = scrollY > 0 ? anchor() : null;
    if (!fresh || fresh.said.tag !== state.page || this.#state !== state || !exchange(written, fresh)) return false;
    this.#written = fresh;
    // Not every browser holds the place by itself when something above it grows.
    const moved = seen && document.getElementById(seen.id)?.getBoundingClientRect().top - seen.top;
    if (moved && Math.abs(moved) >= 1) scrollBy({ top: moved, behavior: "instant" });
    for (const key of ["file", "line", "column"]) delete this.dataset[key];
    Object.assign(this.dataset, fresh.said);
    return true;
  }

  #draw() {
    this.#drawSource(this.#state.canOpen);
    this.#drawPanel();
    this.#drawCorner();
  }

  #drawSource(canOpen) {
    const source = this.#part("source");
    source.replaceChildren();
    if (!this.dataset.file) return;
    const { file, line, column } = this.dataset;
    // Where nothing can be opened, the words say where the text is written and promise no more.
    const text = canOpen ? this.#word("edit").replace("{place}", `${file}:${line}`) : this.#sourceText;
    source.append(this.#opener({ file, line: Number(line), column: Number(column) }, text, canOpen));
  }

  /** A button that opens a place in the editor, or the words alone where no editor is named. */
  #opener(place, text, canOpen) {
    if (!canOpen) return make("span", { class: "place" }, text);
    const button = make("button", { type: "button", class: "place" }, text);
    button.addEventListener("click", () => this.#open(place));
    return button;
  }

  async #open(place) {
    let isOpened = false;
    try {
      const answer = await fetch(new URL("open", base), {
        method: "POST", body: JSON.stringify({ file: place.file, line: place.line, column: place.column }),
        headers: { "Content-Type": "application/json", "X-Klarplan-Token": this.#state.token },
      });
      isOpened = answer.ok;
    } catch {
      // Told below.
    }
    this.#say(this.#word(isOpened ? "opened" : "not-opened"));
  }

  #drawPanel() {
    const panel = this.#part("panel");
    const hadFocus = panel.contains(this.shadowRoot.activeElement);
    panel.hidden = !this.#isOpen;
    panel.classList.toggle("broken", this.#state.isBroken);
    if (panel.hidden) return panel.replaceChildren();
    const { findings, failure, isBroken, hasSite } = this.#state;
    panel.setAttribute("aria-label", this.#word("region"));
    const fold = make("button", { type: "button", class: "fold" }, this.#word("fold"));
    fold.addEventListener("click", () => this.#fold());
    const title = isBroken ? this.#word(hasSite ? "broken" : "unbuilt") : this.#counts();
    const shown = this.#isListed ? findings : findings.filter((finding) => finding.severity === "error");
    panel.replaceChildren(
      make("header", {}, make("p", { class: "title", role: isBroken ? "alert" : undefined }, title), fold),
      failure ? make("p", { class: "failure" }, failure) : "",
      make("ol", {}, ...shown.map((finding) => this.#finding(finding))),
      this.#word("more") ? make("p", {}, this.#word("more")) : "");
    this.#showMarks();
    if (hadFocus) fold.focus();
  }

  #finding(finding) {
    const { severity, code, message, help, file, line, column } = finding;
    const item = make("li", { class: severity });
    const where = `${file}:${line}:${column}`;
    item.append(
      make("p", { class: "message" }, make("strong", {}, this.#word("severity." + severity) + ": "), ...this.#whole(message), " ",
        make("code", {}, code)),
      make("p", { class: "where" }, this.#opener(finding, where, this.#state.canOpen)));
    if (finding.excerpt.length > 0) item.append(this.#excerpt(finding));
    if (help) item.append(make("p", { class: "help" }, make("strong", {}, this.#word("mend") + ": "), ...this.#whole(help)));
    return item;
  }

  #excerpt(finding) {
    const lines = finding.excerpt.map(({ number, text }) => {
      const line = make("span", { class: number === finding.line ? "line marked" : "line", "data-number": number });
      if (number !== finding.line || typeof finding.mark !== "number") {
        line.append(text);
        return line;
      }
      const word = this.#marked(text, finding.mark);
      const rest = text.slice(finding.mark);
      line.append(text.slice(0, finding.mark), make("mark", {}, word), rest.slice(word.length));
      return line;
    });
    return make("pre", { tabindex: "0" }, ...lines.flatMap((line) => [line, "\n"]));
  }

  /** What is marked of a line: the whole of a value or a cell that begins at the mark, else a word. */
  #marked(text, mark) {
    const before = text.slice(0, mark);
    const rest = text.slice(mark);
    const isCell = /(^|[^\\])\|\s*$/.test(before) && /^\s*[>|]/.test(text);
    const whole =
      isCell ? rest.match(/^(?:[^|\\]|\\.)+?(?=\s*(?:\||$))/u)
      : /^[\s-]*[\p{L}\p{N}_-]+:\s+$/u.test(before) ? rest.match(/^("[^"]*"|'[^']*'|[^#\s](?:(?!\s+#).)*?(?=\s*$|\s+#))/u)
      : null;
    return whole?.[0] || (rest.match(/^(\[[^\]]*\]|[\p{L}\p{N}_.-]+|.)/u)?.[0] ?? " ");
  }

  /** A text whose short quoted pieces are not broken over lines: '---' is one thing. */
  #whole(text) {
    return text.split(/('[^'\s]{1,20}')/u).filter((part) => part !== "")
      .map((part) => (/^'[^'\s]{1,20}'$/u.test(part) ? make("span", { class: "whole" }, part) : part));
  }

  /** Moves long lines sideways so that what is marked in them is seen. */
  #showMarks() {
    for (const mark of this.shadowRoot.querySelectorAll("pre mark")) {
      const lines = mark.closest("pre");
      const [outer, inner] = [lines.getBoundingClientRect(), mark.getBoundingClientRect()];
      const room = Math.max(0, Math.min(48, outer.width - inner.width - 16));
      if (inner.right > outer.right - 8) lines.scrollLeft += Math.min(inner.left - outer.left - room, inner.left - outer.left - 8);
    }
  }

  #counts() {
    const { counts } = this.#state;
    const parts = [["error", "errors"], ["warning", "warnings"], ["info", "notes"]]
      .filter(([severity]) => counts[severity] > 0).map(([, name]) => this.#word(name));
    return parts.join(", ") || this.#word("none");
  }

  #drawCorner(notice = "") {
    const corner = this.#part("corner");
    const hadFocus = corner.contains(this.shadowRoot.activeElement);
    if (notice) return corner.replaceChildren(make("span", {}, notice));
    const total = Object.values(this.#state.counts).reduce((sum, count) => sum + count, 0);
    const text = this.#counts();
    if (this.#isOpen || (total === 0 && !this.#state.isBroken)) return corner.replaceChildren();
    const button = make("button", { type: "button", "aria-expanded": "false", title: this.#word("unfold") }, text);
    button.addEventListener("click", () => {
      this.#isFolded = false;
      this.#isListed = !this.#state.isBroken || this.#isListed;
      this.#draw();
      this.shadowRoot.querySelector(".fold")?.focus();
    });
    corner.replaceChildren(button);
    corner.classList.toggle("broken", this.#state.isBroken);
    if (hadFocus) button.focus();
  }

  #fold() {
    const hadFocus = this.#part("panel").contains(this.shadowRoot.activeElement);
    this.#isFolded = true;
    this.#isListed = false;
    this.#draw();
    if (hadFocus) this.#part("corner").querySelector("button")?.focus();
  }
}

restore();
customElements.define("klarplan-preview", Preview);
