// Shortcuts; everything works without them. They can be turned off in the box that “?” shows.
"use strict";
(() => {
  const box = document.getElementById("keys");
  const off = document.getElementById("keys-off");
  if (!box || !off || !box.showModal) return;
  const key = "torg-keys-off";
  off.checked = localStorage.getItem(key) === "yes";
  off.addEventListener("change", () => localStorage.setItem(key, off.checked ? "yes" : "no"));
  const rows = () => Array.from(document.querySelectorAll("ol.ranked a.name, tbody th a, ul.lines > li > a:first-child"));
  const move = (step) => {
    const all = rows();
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement);
    all[Math.min(Math.max(at + step, 0), all.length - 1)].focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, dialog")) return;
    if (event.key !== "?" && off.checked) return;
    switch (event.key) {
      case "?": box.showModal(); break;
      case "/": {
        const field = document.querySelector("[data-field]");
        if (!field) return;
        field.focus();
        break;
      }
      case "x": {
        const box = event.target.closest("ol.ranked > li")?.querySelector("input[form=gather]");
        if (!box) return;
        box.checked = !box.checked;
        break;
      }
      case "j": move(1); break;
      case "k": move(-1); break;
      case "b": location.assign("/need"); break;
      case "i": location.assign("/"); break;
      default: return;
    }
    event.preventDefault();
  });
})();
// Copies what stands in an element; without script one marks it.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  if (!source || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    navigator.clipboard.writeText(source.textContent).then(() => { button.textContent = button.dataset.copied; });
  });
}
