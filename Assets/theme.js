/* Light, dark or as the system: the reader's choice, kept in the browser and nowhere else.
   Loaded before the page is drawn, so that nothing flashes; it does nothing but set an attribute until the page is there. */
(() => {
  "use strict";
  const key = "klarplan-theme";
  const choices = ["system", "light", "dark"];
  const root = document.documentElement;

  function stored() {
    try {
      const choice = localStorage.getItem(key);
      return choices.includes(choice) ? choice : "system";
    } catch {
      // A browser that keeps nothing shows what the system asks for.
      return "system";
    }
  }

  function apply(choice) {
    if (choice === "system") delete root.dataset.theme;
    else root.dataset.theme = choice;
  }

  const prefersDark = matchMedia("(prefers-color-scheme: dark)");

  // The colour of the browser's own frame follows.
  function tint() {
    const meta = document.querySelector('meta[name="theme-color"][data-dark]');
    const choice = root.dataset.theme ?? (prefersDark.matches ? "dark" : "light");
    if (meta) meta.content = meta.dataset[choice];
  }

  apply(stored());
  tint();
  prefersDark.addEventListener("change", tint);

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme-switch");
    if (!button) return;
    const word = document.createElement("span");
    const label = document.createElement("span");
    label.className = "visually-hidden";
    button.append(label, word);

    function show(choice) {
      label.textContent = button.dataset.label + ": ";
      word.textContent = button.dataset[choice];
      button.title = button.dataset.label + ": " + button.dataset[choice];
      button.dataset.choice = choice;
      tint();
    }

    button.addEventListener("click", () => {
      const next = choices[(choices.indexOf(button.dataset.choice) + 1) % choices.length];
      try {
        if (next === "system") localStorage.removeItem(key);
        else localStorage.setItem(key, next);
      } catch {
        // The choice then holds for this page.
      }
      apply(next);
      show(next);
    });

    // Another window of the same site may have chosen.
    addEventListener("storage", (event) => {
      if (event.key !== key && event.key !== null) return;
      apply(stored());
      show(stored());
    });

    show(stored());
    button.hidden = false;
  });
})();
