/* A press on the anchor of a heading or row copies its whole address and says so. Where the browser can't copy, it is a link as
   any other, and so it is with a modifier key or another button. */
const words = document.querySelector("script[data-copied]")?.dataset.copied ?? "";
const status = document.createElement("p");
status.className = "visually-hidden";
status.setAttribute("role", "status");
document.body.append(status);
let said;
let timer;

function quiet() {
  if (said) delete said.dataset.said;
  said = undefined;
  status.textContent = "";
}

document.addEventListener("click", async (event) => {
  const anchor = event.target.closest?.("a.anchor");
  if (!anchor || event.defaultPrevented || event.button !== 0) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || !navigator.clipboard) return;
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(anchor.href);
  } catch {
    location.href = anchor.href;
    return;
  }
  history.replaceState(history.state, "", anchor.href);
  clearTimeout(timer);
  quiet();
  said = anchor;
  anchor.dataset.said = words;
  status.textContent = words;
  timer = setTimeout(quiet, 4000);
});
