// A refused part of a page is shown where it was asked for; else nobody would see why nothing happened.
document.body.addEventListener("htmx:beforeSwap", (event) => {
  const status = event.detail.xhr.status;
  if (status >= 400 && event.detail.xhr.responseText.includes("alert-danger")) {
    const list = document.getElementById("list");
    event.detail.shouldSwap = true;
    event.detail.isError = false;
    if (event.detail.target === list || event.detail.target.id === "ask") {
      event.detail.target = list;
      event.detail.swapOverride = "afterbegin";
    }
  }
});

// The row whose contact stands beside the list.
document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "beside") return;
  document.querySelectorAll("tr.is-open").forEach((row) => row.classList.remove("is-open"));
  event.detail.requestConfig.elt.closest("tr")?.classList.add("is-open");
  const above = matchMedia("(max-width: 900px)").matches;
  if (above) event.detail.target.scrollIntoView({ block: "start" });
});

// The keys 1 to 4 lead to the views; the page's own keys join the others in the dialog.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select")) return;
  document.querySelector(`.case-tabs a[data-key="${CSS.escape(event.key)}"]`)?.click();
});
const keys = document.getElementById("page-keys");
if (keys) document.querySelector("#keys tbody")?.append(keys.content);

// What was chosen is counted; what is to be done with it is asked in a dialog.
const ask = document.getElementById("ask");
const chosen = () => [...document.querySelectorAll("#list input[name=who]:checked, input[name=task][type=checkbox]:checked")];

function count() {
  const bar = document.querySelector("[data-bulk]");
  if (!bar) return;
  const all = bar.querySelector("[data-all]");
  const many = all?.checked ? Number(all.dataset.all) : chosen().length;
  bar.querySelector("[data-count]").textContent = String(many);
  bar.classList.toggle("is-chosen", many > 0);
}

document.addEventListener("change", (event) => {
  if (event.target.closest("#list, table.list")) count();
});
document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id === "list") {
    ask?.close();
    count();
  }
  if (event.detail.target.id === "ask") ask.showModal();
});
document.addEventListener("click", (event) => {
  if (!ask?.open || !event.target.closest("[data-ask-close]")) return;
  event.preventDefault();
  ask.close();
});
ask?.addEventListener("submit", (event) => {
  if (!event.target.hasAttribute("hx-post")) setTimeout(() => ask.close());
});
document.addEventListener("keydown", (event) => {
  if (event.key !== "b" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog")) return;
  document.querySelector("[data-bulk] button")?.focus();
});
// What stands beside the list is closed by its own link, or by Escape.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, svg")) return;
  document.querySelector("#beside [data-beside-close]")?.click();
});
count();
