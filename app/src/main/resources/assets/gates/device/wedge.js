// USB and Bluetooth readers type as keyboards do, only faster than any hand. The input is always ready.

const READER_MILLIS = 35;
const READER_KEYS = 5;
let first = 0;
let last = 0;
let count = 0;

/** Whether what stands in the input was typed by a reader. */
export const byReader = () => count > READER_KEYS && (last - first) / (count - 1) < READER_MILLIS;

/** Keys go into the input from wherever the hands are, unless the page waits for a name. */
export function watchKeys(asksName) {
  const text = document.getElementById("text");
  text.addEventListener("keydown", (event) => {
    if (event.key.length !== 1) return;
    const now = performance.now();
    if (text.value === "" || text.selectionEnd - text.selectionStart === text.value.length) {
      first = now;
      count = 0;
    }
    last = now;
    count += 1;
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input:not([type=radio]), select, textarea, button, summary, a, dialog");
    if (typing || event.key.length !== 1 || event.key === " " || event.ctrlKey || event.altKey || event.metaKey) return;
    document.getElementById(asksName() ? "name" : "text").focus();
  }, true);
}
