// Entering places without a mouse: Ctrl+Enter saves from anywhere, Enter in the search for a commune
// takes the first one found, and days and times that are picked become the text that is sent.

const form = document.querySelector("[data-place-form]");

form?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  const next = event.target.dataset.next;
  if (next) {
    event.preventDefault();
    document.getElementById(next)?.focus();
  } else if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    form.requestSubmit();
  }
});

const name = (day) => (day === 7 ? "CN" : `T${day + 1}`);

/** Days that follow each other are one range: T2-T6, CN. */
function days(chosen) {
  const ranges = [];
  for (const day of chosen) {
    const last = ranges.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else ranges.push([day, day]);
  }
  return ranges.map(([from, to]) => (from === to ? name(from) : `${name(from)}-${name(to)}`)).join(", ");
}

function hours(builder) {
  const chosen = [...builder.querySelectorAll("[data-day]:checked")].map((box) => Number(box.value));
  const times = [...builder.querySelectorAll("[data-time]")].map((input) => input.value);
  const halves = [[times[0], times[1]], [times[2], times[3]]].filter(([from, to]) => from && to);
  if (chosen.length === 0 || halves.length === 0) return "";
  return `${days(chosen)} ${halves.map((half) => half.join("-")).join(", ")}`;
}

for (const builder of document.querySelectorAll("[data-hours-for]")) {
  const field = document.getElementById(builder.dataset.hoursFor);
  builder.hidden = false;
  builder.querySelector("[data-hours-add]").addEventListener("click", () => {
    const added = hours(builder);
    if (added) field.value = [field.value.trim(), added].filter(Boolean).join("; ");
    field.focus();
  });
  builder.querySelector("[data-hours-always]").addEventListener("click", () => {
    field.value = "24/24";
    field.focus();
  });
}
