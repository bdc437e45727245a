// The browser's own printing, where there is a browser that can; and units found by a few letters.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

const finder = document.querySelector("script[data-finder]")?.dataset.finder;
if (finder) {
  const { find } = await import(finder);
  document.querySelectorAll("[data-units]").forEach(find);
}
