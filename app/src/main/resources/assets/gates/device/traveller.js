// Somebody on a vehicle, as the checkpoint's page shows them: last digits, the masked name while it is in memory, whether they declared or have to
// stop, their seat and their papers.

import { say, time } from "./texts.js";

const HOUR = 3_600_000;
const ROLES = ["driver", "assistant", "passenger"];
const PAPERS = ["test", "result", "taken", "doses", "permit"];
const DAY = new Intl.DateTimeFormat("vi-VN", { day: "2-digit", month: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.includes("-")) element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children);
  return element;
}

function field(person, name, label, control, value = "") {
  const id = `trip-${name}-${person.number}`;
  control.id = id;
  control.dataset.part = name;
  control.value = value ?? "";
  return make("div", { className: "field" }, make("label", { htmlFor: id }, say(label)), control);
}

function choice(key, codes, none) {
  const select = make("select");
  if (none) select.append(new Option(say(none), ""));
  codes.forEach((code) => select.append(new Option(say(`${key}.${code}`), code)));
  return select;
}

const button = (label, act, name) => {
  const made = make("button", { type: "button", className: "small" }, say(label));
  if (name) made.dataset.act = name;
  made.addEventListener("click", act);
  return made;
};

/** Papers that were entered before the page was loaded anew can only be entered again. */
const isSealed = (person) => Boolean(person.shown) && !person.papers;

const part = (person, name) => person.card.querySelector(`[data-part=${name}]`)?.value.trim() ?? "";

const localTime = (millis) => new Date(millis + 7 * HOUR).toISOString().slice(0, 16);

function papers(person, rules, redraw) {
  const summary = make("summary", {}, say("gates.trip.papers"), " ", make("span", { className: "papers-said" }));
  if (isSealed(person)) {
    const again = button("gates.trip.enter-papers", () => {
      Object.assign(person, { shown: null, papers: null });
      redraw(person);
    });
    return make("details", {}, summary, make("p", { className: "hint" }, say("gates.trip.kept-papers")), again);
  }
  const known = person.papers ?? {};
  const input = (name, label, control, value) => field(person, name, label, control, value);
  return make(
    "details",
    {},
    summary,
    make(
      "div",
      { className: "fields" },
      input("test", "gates.trip.test", choice("gates.trip.test", rules.tests.map((test) => test.code), "gates.trip.none"), known.test),
      input("result", "gates.trip.result", choice("gates.trip.result", ["negative", "positive"], "gates.trip.result-choose"), known.result),
      input("taken", "gates.trip.taken", make("input", { type: "datetime-local" }), known.takenAt ? localTime(known.takenAt) : ""),
      input("doses", "gates.trip.doses", make("input", { type: "number", min: 0, max: 9, inputMode: "numeric" }), known.doses),
      input("permit", "gates.trip.permit", make("input", { maxLength: 40, autocomplete: "off" }), known.permit),
    ),
  );
}

/** The row of a person; what may be done with them is told by the page. */
export function draw(person, rules, { remove, declare, redraw }) {
  const state = make("span", { className: `state is-${person.state}` }, person.state ? say(`gates.trip.state.${person.state}`) : "");
  const acts = make("span", { className: "acts" });
  if (person.scanned && declare) acts.append(button("gates.trip.declare", () => declare(person), "declare"));
  acts.append(button("gates.trip.remove", () => remove(person), "remove"));
  const role = field(person, "role", "gates.trip.role", choice("gates.trip.role", ROLES), person.role);
  const row = field(person, "row", "gates.trip.row", make("input", { type: "number", min: 1, max: 60, inputMode: "numeric" }), person.row);
  person.card = make(
    "li",
    { className: person.state === "stop" ? "traveller is-stop" : "traveller" },
    make("div", { className: "traveller-head" }, make("strong", {}, `…${person.digits}`), make("span", { className: "masked" }, person.masked ?? ""), state, acts),
    make("div", { className: "fields" }, role, row),
    papers(person, rules, redraw),
  );
  if (!person.scanned) person.card.querySelector(".traveller-head").after(make("p", { className: "hint" }, say("gates.trip.scan-again")));
  showPapers(person, rules);
  return person.card;
}

const takenAt = (person) => {
  const written = part(person, "taken");
  return written ? new Date(`${written.slice(0, 16)}:00+07:00`).getTime() : null;
};

/** A test without its result says nothing, and is not kept. */
const lacksResult = (person) => part(person, "test") !== "" && part(person, "result") === "";

/** The field that still has to be filled in, where there is one. */
export const openField = (person) => (lacksResult(person) ? person.card.querySelector("[data-part=result]") : null);

/** Whether the test that was shown still counts, by the rules of the day. */
function papersSaid(person, rules) {
  if (isSealed(person)) return say("gates.trip.papers-kept");
  const test = rules.tests.find((each) => each.code === part(person, "test"));
  const at = takenAt(person);
  if (!test) return say("gates.trip.no-test");
  if (lacksResult(person)) return say("gates.trip.no-result");
  if (part(person, "result") === "positive") return say("gates.trip.positive");
  if (at === null) return say("gates.trip.no-time");
  const until = at + test.hours * HOUR;
  const counts = Date.now() < until && at <= Date.now() + HOUR;
  return counts ? say("gates.trip.valid-until", time(until), DAY.format(until).replace("-", "/")) : say("gates.trip.not-valid");
}

export function showPapers(person, rules) {
  for (const name of ["result", "taken"]) {
    const shown = person.card.querySelector(`[data-part=${name}]`);
    if (shown) shown.parentElement.hidden = part(person, "test") === "";
  }
  person.card.querySelector(".papers-said").textContent = papersSaid(person, rules);
}

const number = (text) => (text === "" ? null : Number(text));

/** What was changed in a row goes to the person; papers are read as a whole. */
export function readRow(person, changed) {
  person.role = part(person, "role");
  person.row = number(part(person, "row"));
  if (PAPERS.includes(changed)) person.papers = person.entered = readPapers(person);
}

/** The papers that stand in the fields; null where none does. */
function readPapers(person) {
  const test = lacksResult(person) ? null : part(person, "test") || null;
  const read = {
    test,
    result: test ? part(person, "result") : null,
    takenAt: test ? takenAt(person) : null,
    doses: number(part(person, "doses")),
    permit: part(person, "permit") || null,
  };
  return Object.values(read).some((value) => value !== null) ? read : null;
}
