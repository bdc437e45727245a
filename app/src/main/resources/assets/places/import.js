// Importing from a table: what is too large is said before it travels, after a corrected row the
// next one is at hand, and a page whose work has ended shows what came of it.

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-upload]");
  const file = form?.querySelector("input[type=file]")?.files[0];
  const tooLarge = Boolean(file) && file.size > Number(form.dataset.mostBytes);
  const words = form?.querySelector("[data-too-large]");
  if (words) words.hidden = !tooLarge;
  if (tooLarge) event.preventDefault();
});

document.addEventListener("htmx:afterSwap", (event) => {
  const finished = document.querySelector("[data-reload-at-end] [data-job-ended]");
  if (finished) location.reload();
});

let sent = "";
document.addEventListener("htmx:beforeRequest", (event) => {
  sent = event.detail.elt?.closest?.(".import-row")?.id ?? "";
});

document.addEventListener("htmx:afterSettle", () => {
  const row = sent && document.getElementById(sent);
  if (!row) return;
  sent = "";
  const again = row.dataset.state === "wrong" ? row : row.nextElementSibling;
  again?.querySelector("input:not([type=hidden]), select")?.focus();
  htmx.ajax("GET", location.href, { source: document.body, target: "#answers", select: "#answers", swap: "outerHTML" });
});

// A list of choices opens on Enter in some browsers; here Enter saves the row, as in its other fields.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches?.(".import-row select")) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
