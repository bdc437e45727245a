// The gate's input: a reader types faster than any hand, and the input is always ready for it.

const READER_MILLIS = 35;
let first = 0;
let last = 0;
let count = 0;

document.addEventListener("keydown", (event) => {
  if (event.target.id !== "text" || event.key.length !== 1) return;
  const now = performance.now();
  if (event.target.value === "") {
    first = now;
    count = 0;
  }
  last = now;
  count += 1;
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-gate]")) return;
  const byReader = count > 5 && (last - first) / (count - 1) < READER_MILLIS;
  event.target.elements.typed.value = String(!byReader);
}, true);

// At once, not when the page has settled: the next card may be under the reader already.
document.addEventListener("htmx:afterSwap", () => {
  const name = document.getElementById("name");
  (name ?? document.getElementById("text"))?.focus();
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, button, a");
  if (!typing && event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) {
    document.getElementById("text")?.focus();
  }
}, true);
