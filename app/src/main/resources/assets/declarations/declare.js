// Spares whoever declares what the answers so far make needless, and lets communes be found by a few
// letters.
// Without it everything is asked and the server judges; it is the server that decides in any case.

const form = document.querySelector("[data-declare]");
const asks = form ? [...form.querySelectorAll("[data-ask]")] : [];

/** What is answered to a question, seen from an item: the nearest occurrence counts. */
function answers(question, from) {
  const marks = from.split("#").slice(1);
  for (let depth = marks.length; depth >= 0; depth--) {
    const name = ["q." + question, ...marks.slice(0, depth)].join("#");
    const ask = asks.find((one) => one.dataset.ask === name);
    if (ask) return ask.hidden ? [] : new FormData(form).getAll(name).filter((value) => value !== "");
  }
  return [];
}

function compare(one, other) {
  const numbers = [Number(one), Number(other)];
  return numbers.some(Number.isNaN) ? one.localeCompare(other) : numbers[0] - numbers[1];
}

function holds(condition, from) {
  const given = answers(condition.question, from);
  switch (condition.operator) {
    case "exists": return (given.length > 0) === (condition.answer === "true");
    case "!=": return !given.includes(condition.answer);
    case ">": return given.some((one) => compare(one, condition.answer) > 0);
    case "<": return given.some((one) => compare(one, condition.answer) < 0);
    case ">=": return given.some((one) => compare(one, condition.answer) >= 0);
    case "<=": return given.some((one) => compare(one, condition.answer) <= 0);
    default: return given.includes(condition.answer);
  }
}

function isShown(ask) {
  const around = asks.find((one) => one.dataset.ask === ask.dataset.in);
  if (around?.hidden) return false;
  if (!ask.dataset.when) return true;
  const when = JSON.parse(ask.dataset.when);
  const results = when.all.map((condition) => holds(condition, ask.dataset.ask));
  return when.any ? results.some(Boolean) : results.every(Boolean);
}

function settle() {
  for (const ask of asks) ask.hidden = !isShown(ask);
}

form?.addEventListener("change", settle);
settle();

// One tap sends once, whatever the finger does.
form?.addEventListener("submit", () => setTimeout(() => {
  for (const button of form.querySelectorAll("button")) button.disabled = true;
}));
addEventListener("pageshow", () => {
  for (const button of form?.querySelectorAll("button") ?? []) button.disabled = false;
});

const fields = form ? [...form.querySelectorAll("[data-units]")] : [];
if (fields.length > 0) {
  const { find } = await import(form.dataset.finder);
  fields.forEach(find);
}
