// USB and Bluetooth readers type as keyboards do, only faster than any hand. The input is always ready.

const READER_MILLIS = 35;
const READER_KEYS = 5;
const typing = new Map();

/** Whether what stands in an input of the page was typed by a reader. */
export function byReader(input) {
  const { first, last, count } = typing.get(input) ?? { count: 0 };
  return count > READER_KEYS && (last - first) / (count - 1) < READER_MILLIS;
}

function count(event) {
  if (event.key.length !== 1) return;
  const input = event.target;
  const now = performance.now();
  const isAnew = input.value === "" || input.selectionEnd - input.selectionStart === input.value.length;
  const before = isAnew ? undefined : typing.get(input);
  typing.set(input, { first: before?.first ?? now, last: now, count: (before?.count ?? 0) + 1 });
}

/** Keys go into the input from wherever the hands are, unless the page waits for a name. */
export function watchKeys(asksName) {
  for (const id of ["text", "name"]) document.getElementById(id).addEventListener("keydown", count);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest("input:not([type=radio]), select, textarea, button, summary, a, dialog");
    if (isTyping || event.key.length !== 1 || event.key === " " || event.ctrlKey || event.altKey || event.metaKey) return;
    document.getElementById(asksName() ? "name" : "text").focus();
  }, true);
}
