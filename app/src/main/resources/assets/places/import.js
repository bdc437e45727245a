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

document.addEventListener("htmx:afterSettle", (event) => {
  const row = document.getElementById(event.detail.elt?.id);
  if (!row?.matches(".import-row")) return;
  const again = row.dataset.state === "wrong" ? row : row.nextElementSibling;
  again?.querySelector("input, select")?.focus();
});
