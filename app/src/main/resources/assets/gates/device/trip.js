// A checkpoint: a vehicle, the people on it with their papers, and what becomes of them. Scans add people
// to the trip in hand; it is sealed as one record when the keeper decides. Until then it lies in this
// page's memory alone and goes after ten minutes without a touch.

import * as store from "./store.js";
import { enqueue, recognise, subjectOf } from "./capture.js";
import { say, time } from "./texts.js";

const IDLE_MILLIS = 600_000;
const HOUR = 3_600_000;
const ON_FOOT = "on-foot";
const VEHICLES = ["motorbike", "car", "truck", "coach", "bus", "ambulance", ON_FOOT, "other"];
const ROLES = ["driver", "assistant", "passenger"];
const PLATES = [
  /^(1[1-9]|[2-9]\d)[A-HK-PR-VXYZ][A-Z]?\d{4,6}$/,
  /^[A-Z]{2}\d{4}$/,
  /^\d{5}(NG|QT|NN|CV)\d{2}$/,
];
const find = (id) => document.getElementById(`trip-${id}`);
let people = [];
let rules = null;
let idle;
let made = 0;

export const isCheckpoint = (facts) => Boolean(facts.rules?.papers) && !facts.kiosk && !facts.screen;

const normal = (plate) =>
  plate.toUpperCase().replaceAll("Đ", "D").normalize("NFD").replace(/[\u0300-\u036f\s.-]/g, "");

const options = (select, codes, key) => select.replaceChildren(...codes.map((code) => new Option(say(`${key}.${code}`), code)));

/** Fills what is chosen from; rules come with every contact. */
export function beginTrip(facts) {
  find("part").hidden = !isCheckpoint(facts);
  if (!isCheckpoint(facts)) return;
  rules = facts.rules.papers;
  if (find("vehicle").options.length === 0) options(find("vehicle"), VEHICLES, "gates.trip.vehicle");
  showDecision();
}

const decision = () => document.querySelector("input[name=trip-decision]:checked")?.value ?? "";

/** Only reasons that belong to the decision. */
function showDecision() {
  const chosen = decision();
  const codes = rules.reasons.filter((reason) => reason.decision === chosen).map((reason) => reason.code);
  find("reason-row").hidden = codes.length === 0;
  const before = find("reason").value;
  options(find("reason"), codes, "gates.trip.reason");
  if (codes.includes(before)) find("reason").value = before;
}

function showPlate() {
  const plate = normal(find("plate").value);
  const odd = plate !== "" && !PLATES.some((form) => form.test(plate));
  find("plate-warning").textContent = odd ? say("gates.trip.plate-odd") : "";
}

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.includes("-")) element.setAttribute(key, value);
    else element[key] = value;
  }
  element.append(...children);
  return element;
}

function field(person, name, label, control) {
  const id = `trip-${name}-${person.number}`;
  control.id = id;
  control.dataset.part = name;
  return make("div", { className: "field" }, make("label", { htmlFor: id }, say(label)), control);
}

const choice = (key, codes, none) => {
  const select = make("select");
  if (none) select.append(new Option(say(none), ""));
  codes.forEach((code) => select.append(new Option(say(`${key}.${code}`), code)));
  return select;
};

function card(person, position) {
  const papers = make(
    "details",
    {},
    make("summary", {}, say("gates.trip.papers"), " ", make("span", { className: "papers-said" })),
    make(
      "div",
      { className: "fields" },
      field(person, "test", "gates.trip.test", choice("gates.trip.test", rules.tests.map((test) => test.code), "gates.trip.none")),
      field(person, "result", "gates.trip.result", choice("gates.trip.result", ["negative", "positive"])),
      field(person, "taken", "gates.trip.taken", make("input", { type: "datetime-local" })),
      field(person, "doses", "gates.trip.doses", make("input", { type: "number", min: 0, max: 9, inputMode: "numeric" })),
      field(person, "permit", "gates.trip.permit", make("input", { maxLength: 40, autocomplete: "off" })),
    ),
  );
  const remove = make("button", { type: "button", className: "small" }, say("gates.trip.remove"));
  remove.addEventListener("click", () => {
    people = people.filter((each) => each !== person);
    showPeople();
    document.getElementById("text").focus();
  });
  const role = field(person, "role", "gates.trip.role", choice("gates.trip.role", ROLES));
  role.lastChild.value = position === 0 ? "driver" : "passenger";
  person.card = make(
    "li",
    { className: "traveller" },
    make("div", { className: "traveller-head" }, make("strong", {}, `…${person.digits}`), remove),
    make("div", { className: "fields" }, role, field(person, "row", "gates.trip.row", make("input", { type: "number", min: 1, max: 60, inputMode: "numeric" }))),
    papers,
  );
  person.card.addEventListener("change", () => showPapers(person));
  showPapers(person);
  return person.card;
}

const part = (person, name) => person.card.querySelector(`[data-part=${name}]`).value.trim();

const takenAt = (person) => {
  const written = part(person, "taken");
  return written ? new Date(`${written.slice(0, 16)}:00+07:00`).getTime() : null;
};

/** Whether the test that was shown still counts, by the rules of the day. */
function showPapers(person) {
  const said = person.card.querySelector(".papers-said");
  for (const name of ["result", "taken"]) {
    person.card.querySelector(`[data-part=${name}]`).parentElement.hidden = part(person, "test") === "";
  }
  const test = rules.tests.find((each) => each.code === part(person, "test"));
  const at = takenAt(person);
  let words = say("gates.trip.no-test");
  if (test && part(person, "result") === "positive") words = say("gates.trip.positive");
  else if (test && at !== null) {
    const until = at + test.hours * HOUR;
    words = Date.now() < until && at <= Date.now() + HOUR
      ? say("gates.trip.valid-until", time(until), new Intl.DateTimeFormat("vi-VN", { day: "2-digit", month: "2-digit" }).format(until))
      : say("gates.trip.not-valid");
  } else if (test) words = say("gates.trip.no-time");
  said.textContent = words;
}

function showPeople() {
  find("people").replaceChildren(...people.map((person, position) => person.card ?? card(person, position)));
  find("nobody").hidden = people.length > 0;
  find("count").textContent = say("gates.trip.people-count", people.length);
  rest();
}

function rest() {
  clearTimeout(idle);
  if (people.length > 0) idle = setTimeout(clear, IDLE_MILLIS);
}

function clear() {
  clearTimeout(idle);
  people = [];
  document.getElementById("trip-form").reset();
  find("error").textContent = "";
  find("plate-warning").textContent = "";
  showDecision();
  showPeople();
}

/** Adds whoever was scanned to the trip in hand; nothing is recorded yet. */
export async function joinTrip(facts, { text, name, typed }) {
  const known = await recognise(facts, { text, name });
  if (known.verdict && !known.id) return known.verdict;
  const said = { digits: known.reading.digits, parameters: [], recorded: false };
  if (people.some((each) => each.id === known.id)) {
    return { ...said, advice: "again", key: "gates.trip.already" };
  }
  made += 1;
  const subject = subjectOf({ text, name, typed }, known.reading, known.id);
  people.push({ ...subject, number: made, calls: Boolean(known.declared?.calls) });
  showPeople();
  if (known.verdict) return { ...known.verdict, digits: known.reading.digits };
  if (known.declared?.calls) return { ...said, advice: "stop", key: "gates.page.call-station" };
  return { ...said, advice: "added", word: "added", key: "gates.trip.added", subject, warnings: known.reading.warnings };
}

const number = (text) => (text === "" ? null : Number(text));

function traveller(person) {
  const test = part(person, "test") || null;
  return {
    text: person.text,
    name: person.name ?? null,
    typed: person.typed,
    role: part(person, "role"),
    row: number(part(person, "row")),
    test,
    result: test ? part(person, "result") : null,
    takenAt: test ? takenAt(person) : null,
    doses: number(part(person, "doses")),
    permit: part(person, "permit") || null,
  };
}

/** What keeps the trip from being recorded: a message key and the field. */
function fault() {
  const vehicle = find("vehicle").value;
  const plate = normal(find("plate").value);
  if (vehicle !== ON_FOOT && plate === "") return ["gates.trip.plate-missing", find("plate")];
  if (plate.length > 16 || !/^[A-Z0-9]*$/.test(plate)) return ["gates.refused.plate", find("plate")];
  if (people.length === 0) return ["gates.trip.nobody", document.getElementById("text")];
  if (!decision()) return ["gates.trip.undecided", document.querySelector("input[name=trip-decision]")];
  if (decision() !== "let-through" && !find("reason").value) return ["gates.trip.no-reason", find("reason")];
  const odd = people.find((person) => [...person.card.querySelectorAll("input")].some((input) => !input.checkValidity()));
  if (odd) {
    odd.card.querySelector("details").open = true;
    return ["gates.refused.trip-papers", odd.card.querySelector("input:invalid")];
  }
  return null;
}

/** Whom a declaration at this gate stops is let through only by a keeper who writes why. */
async function letsCalledThrough() {
  if (decision() !== "let-through" || find("note").value.trim()) return false;
  for (const person of people) {
    const here = await store.declared(person.id);
    if (person.calls || (here?.calls && here.until > Date.now())) return true;
  }
  return false;
}

async function record(facts) {
  const chosen = decision();
  const content = {
    plate: normal(find("plate").value),
    vehicle: find("vehicle").value,
    direction: document.querySelector("input[name=trip-direction]:checked").value,
    origin: find("origin").value.trim() || null,
    destination: find("destination").value.trim() || null,
    decision: chosen,
    reason: chosen === "let-through" ? null : find("reason").value,
    note: find("note").value.trim() || null,
    people: people.map(traveller),
  };
  const digits = content.plate.slice(-4) || people[0].digits;
  await enqueue(facts, "trip", digits, { body: JSON.stringify(content) });
  const stopped = chosen !== "let-through";
  const trips = await store.count("trips", 1);
  clear();
  return {
    advice: stopped ? "needs-declaration" : "let-in",
    word: `trip-${chosen}`,
    key: "gates.trip.recorded",
    parameters: [content.people.length, trips],
    digits,
    offline: !facts.online,
    recorded: true,
  };
}

/** Joins the checkpoint's part to the page. */
export function watchTrip(facts, verdictShown) {
  const form = document.getElementById("trip-form");
  find("plate").addEventListener("input", showPlate);
  form.addEventListener("change", () => {
    showDecision();
    rest();
  });
  find("clear").addEventListener("click", () => {
    clear();
    find("plate").focus();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wrong = fault() ?? ((await letsCalledThrough()) ? ["gates.trip.called", find("note")] : null);
    find("error").textContent = wrong ? say(wrong[0]) : "";
    if (wrong) {
      wrong[1]?.focus();
      return;
    }
    find("record").disabled = true;
    try {
      await verdictShown(await record(facts));
    } catch (failure) {
      await verdictShown({ advice: "stop", key: "gates.page.not-stored", parameters: [failure.name], recorded: false });
    } finally {
      find("record").disabled = false;
    }
  });
}
