/* Opens what a word means where the word stands. Without this, the word is a link to the glossary. */

const template = document.querySelector("template[data-term-note]");
let opened = null;
let count = 0;

function close(returnsFocus) {
  if (!opened) return;
  const { link, note, place } = opened;
  opened = null;
  note.remove();
  place.classList.remove("has-term-note");
  link.setAttribute("aria-expanded", "false");
  link.removeAttribute("aria-controls");
  if (returnsFocus) link.focus();
}

function open(link) {
  const note = template.content.firstElementChild.cloneNode(true);
  count += 1;
  note.id = `term-note-${count}`;
  const language = link.closest("[lang]").lang;
  const text = note.querySelector("[data-note-text]");
  text.lang = language;
  for (const line of link.dataset.note.split("\n")) {
    const part = document.createElement("span");
    part.textContent = line;
    text.append(part);
  }
  note.lang = document.documentElement.lang;
  note.setAttribute("aria-label", link.textContent);
  note.querySelector("a").href = link.href;
  note.querySelector("button").addEventListener("click", () => close(true));
  const place = link.closest("p, li, dd, td, th, blockquote") ?? link.parentElement;
  place.classList.add("has-term-note");
  link.after(note);
  // Below the last line of the word, within the text that it stands in.
  const lines = link.getClientRects();
  const frame = place.getBoundingClientRect();
  const last = lines[lines.length - 1];
  note.style.top = `${last.bottom - frame.top + 6}px`;
  note.style.left = `${Math.max(0, Math.min(last.left - frame.left, frame.width - note.offsetWidth))}px`;
  link.setAttribute("aria-expanded", "true");
  link.setAttribute("aria-controls", note.id);
  opened = { link, note, place };
}

function toggle(link) {
  const isOpen = opened?.link === link;
  close(false);
  if (!isOpen) open(link);
}

if (template) {
  for (const link of document.querySelectorAll("a.term")) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.term");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    toggle(link);
  });
  document.addEventListener("keydown", (event) => {
    const link = event.target.closest?.("a.term");
    if (!link || event.key !== " ") return;
    event.preventDefault();
    toggle(link);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && opened) close(true);
  });
  // What a note covers is uncovered as soon as somebody goes on.
  const leave = (event) => {
    if (!opened || opened.note.contains(event.target) || opened.link.contains(event.target)) return;
    close(false);
  };
  document.addEventListener("focusin", leave);
  document.addEventListener("pointerdown", leave);
}
