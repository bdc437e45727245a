// A checkpoint: a vehicle, the people on it with their papers, and what becomes of them. Scans add people
// to the trip in hand; it is sealed as one record when the keeper decides. Until then it is kept as
// draft.js says; what was typed and scanned leaves this page's memory after ten minutes without a touch.

import * as store from "./store.js";
import { enqueue, needsDeclaration, lookAt, recognise, subjectOf } from "./capture.js";
import { declareFor } from "./declare.js";
import * as draft from "./draft.js";
import { draw, openField, readRow, showPapers } from "./traveller.js";
import { masked } from "./reading.js";
import { say, time } from "./texts.js";

const IDLE_MILLIS = 600_000;
const CALLS = "gates.page.call-station";
const ON_FOOT = "on-foot";
const VEHICLES = ["motorbike", "car", "truck", "coach", "bus", "ambulance", ON_FOOT, "other"];
const PLATES = [
  /^(1[1-9]|[2-9]\d)[A-HK-PR-VXYZ][A-Z]?\d{4,6}$/,
  /^[A-Z]{2}\d{4}$/,
  /^\d{5}(NG|QT|NN|CV)\d{2}$/,
];
const FAULTY = ["plate", "vehicle", "reason"];
const find = (id) => document.getElementById(`trip-${id}`);
let trip = draft.begun();
let rules = null;
let known;
let idle;

export const isCheckpoint = (facts) => Boolean(facts.rules?.papers) && !facts.kiosk && !facts.screen;

/** Whether something stands here that is not recorded yet. */
export const isOpenTrip = () => trip.people.length > 0 || Object.keys(trip.words).length > 0;

const normal = (plate) =>
  plate.toUpperCase().replaceAll("Đ", "D").normalize("NFD").replace(/[\u0300-\u036f\s.-]/g, "");

/** Nothing is chosen beforehand: what nobody chose would be recorded as if somebody had. */
const options = (select, codes, key) =>
  select.replaceChildren(new Option(say(`${key}-choose`), ""), ...codes.map((code) => new Option(say(`${key}.${code}`), code)));

/** Fills what is chosen from, and brings back what was open; rules come with every contact. */
export async function beginTrip(facts) {
  find("part").hidden = !isCheckpoint(facts);
  if (!isCheckpoint(facts)) return;
  known = facts;
  rules = facts.rules.papers;
  if (find("vehicle").options.length === 0) options(find("vehicle"), VEHICLES, "gates.trip.vehicle");
  showDecision();
  if (facts.shift && !isOpenTrip()) await comeBack();
}

const chosen = (name) => document.querySelector(`input[name=trip-${name}]:checked`);
const decision = () => chosen("decision")?.value ?? "";

/** Only reasons that belong to the decision. */
function showDecision() {
  const codes = rules.reasons.filter((reason) => reason.decision === decision()).map((reason) => reason.code);
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

/** A write that fails here is said with the next scan or the record. */
const keepOn = () => draft.keep(known, trip).catch(() => undefined);

const acts = {
  remove(person) {
    trip.people = trip.people.filter((each) => each !== person);
    showPeople();
    keepOn();
    document.getElementById("text").focus();
  },
  async declare(person) {
    const begun = await declareFor(known, { ...person.scanned, digits: person.digits, id: person.id });
    find("error").textContent = begun ? "" : say("gates.trip.no-form");
  },
  redraw(person) {
    const open = person.card.querySelector("details").open;
    const before = person.card;
    before.replaceWith(draw(person, rules, acts));
    person.card.querySelector("details").open = open;
    keepOn();
  },
};

function showPeople() {
  find("people").replaceChildren(...trip.people.map((person) => person.card ?? draw(person, rules, acts)));
  find("nobody").hidden = trip.people.length > 0;
  find("count").textContent = say("gates.trip.people-count", trip.people.length);
  rest();
}

/** What nobody touches is shut away: it stays on the device, sealed. */
function rest() {
  clearTimeout(idle);
  if (isOpenTrip()) idle = setTimeout(comeBack, IDLE_MILLIS);
}

/** Shows what the device kept of an open trip; what is sealed can only be entered anew. */
async function comeBack() {
  const kept = await draft.kept();
  clear();
  if (!kept) return;
  trip = kept;
  find("vehicle").value = kept.choices.vehicle ?? find("vehicle").value;
  for (const name of ["direction", "decision"]) {
    const input = document.querySelector(`input[name=trip-${name}][value="${kept.choices[name]}"]`);
    if (input) input.checked = true;
  }
  showDecision();
  if (kept.choices.reason) find("reason").value = kept.choices.reason;
  for (const name of Object.keys(kept.words)) {
    find(name).placeholder = name === "plate" ? say("gates.trip.kept-plate", kept.plateDigits) : say("gates.trip.kept-word");
  }
  find("kept").hidden = false;
  find("kept").textContent = say("gates.trip.kept", time(kept.at));
  showPeople();
}

function clear() {
  clearTimeout(idle);
  trip = draft.begun();
  document.getElementById("trip-form").reset();
  showFault(null);
  find("plate-warning").textContent = "";
  find("kept").hidden = true;
  for (const name of draft.WORDS) find(name).placeholder = name === "plate" ? "36A-123.45" : "";
  showDecision();
  showPeople();
}

const stateOf = (facts, { answer, declared }, stops) => {
  if (stops) return "stop";
  if (declared) return "declared";
  return needsDeclaration(facts, answer, declared) ? "needs" : "";
};

/** What the server says after its time: somebody has to stop after all, or is nobody. */
async function lateWord(facts, person, declared, answer, late) {
  if (!answer || !trip.people.includes(person)) return;
  const stops = answer.code === CALLS;
  if (answer.advice === "stop" && !stops) acts.remove(person);
  else {
    person.state = stateOf(facts, { answer, declared }, stops || person.state === "stop");
    acts.redraw(person);
  }
  if (answer.advice === "stop") {
    await late({ advice: "stop", key: "", parameters: [], words: answer.words, digits: person.digits, recorded: false });
  }
}

/**
 * Adds whoever was scanned to the trip in hand; nothing is recorded yet, but it is kept. A stricter word of
 * the server that comes after the answer is told to late.
 */
export async function joinTrip(facts, { text, name, typed }, late) {
  const found = await recognise(facts, { text, name });
  const stops = found.answer?.code === CALLS || Boolean(found.declared?.calls);
  if (found.verdict && !(found.id && stops)) return found.verdict;
  const said = { digits: found.reading.digits, parameters: [], recorded: false };
  const { digits, id, ...scanned } = subjectOf({ text, name, typed }, found.reading, found.id);
  const same = trip.people.find((each) => each.id === found.id);
  if (same) {
    same.scanned = scanned;
    same.masked = found.reading.masked || (name ? masked(name) : same.masked);
    acts.redraw(same);
    return { ...said, advice: "again", key: "gates.trip.already" };
  }
  const number = Math.max(0, ...trip.people.map((each) => each.number)) + 1;
  const role = trip.people.length === 0 ? "driver" : "passenger";
  const person = { id, digits, number, role, row: null, scanned, shown: null, masked: found.reading.masked || (name ? masked(name) : ""), state: stateOf(facts, found, stops) };
  trip.people.push(person);
  showPeople();
  found.later?.then((answer) => lateWord(facts, person, found.declared, answer, late));
  try {
    await draft.keep(facts, trip);
  } catch (failure) {
    acts.remove(person);
    throw failure;
  }
  if (stops) return found.verdict ? { ...found.verdict, digits } : { ...said, advice: "stop", key: CALLS };
  const look = lookAt(found.reading);
  return { ...said, advice: "added", look, key: look ? "gates.trip.added-look" : "gates.trip.added", warnings: found.reading.warnings };
}

/** Somebody declared at this device; true where they are on the trip in hand. */
export function declaredOnTrip(id, stops) {
  const person = trip.people.find((each) => each.id === id);
  if (!person) return false;
  person.state = stops ? "stop" : "declared";
  acts.redraw(person);
  return true;
}

function traveller(person) {
  const { role, row, state, scanned, who, shown } = person;
  return {
    ...(scanned ? { ...scanned, name: scanned.name ?? null } : { who: draft.carried(who), typed: false }),
    ...(shown ? { shown: draft.carried(shown) } : {}),
    role,
    row,
    stops: state === "stop",
  };
}

/** What keeps the trip from being recorded: a message key and the field. */
function fault() {
  const vehicle = find("vehicle").value;
  const plate = normal(find("plate").value);
  if (vehicle !== ON_FOOT && plate === "" && !trip.words.plate) return ["gates.trip.plate-missing", find("plate")];
  if (!vehicle) return ["gates.trip.no-vehicle", find("vehicle")];
  if (plate.length > 16 || !/^[A-Z0-9]*$/.test(plate)) return ["gates.refused.plate", find("plate")];
  if (trip.people.length === 0) return ["gates.trip.nobody", document.getElementById("text")];
  if (!decision()) return ["gates.trip.undecided", document.querySelector("input[name=trip-decision]")];
  if (decision() !== "let-through" && !find("reason").value) return ["gates.trip.no-reason", find("reason")];
  const open = trip.people.map(openField).find(Boolean);
  if (open) {
    open.closest("details").open = true;
    return ["gates.trip.no-result", open];
  }
  const odd = trip.people.find((person) => [...person.card.querySelectorAll("input")].some((input) => !input.checkValidity()));
  if (odd) {
    odd.card.querySelector("details").open = true;
    return ["gates.refused.trip-papers", odd.card.querySelector("input:invalid")];
  }
  return letsCalledThrough() ? ["gates.trip.called", find("note")] : null;
}

/** Said beside the field where it has a place for it, else beside the button. */
function showFault(wrong) {
  for (const field of FAULTY.map(find)) {
    const isWrong = wrong?.[1] === field;
    field.setAttribute("aria-invalid", String(isWrong));
    find(`${field.id.replace("trip-", "")}-error`).textContent = isWrong ? say(wrong[0]) : "";
  }
  find("error").textContent = wrong && !FAULTY.some((name) => find(name) === wrong[1]) ? say(wrong[0]) : "";
}

/** Whom a declaration stops is let through only by a keeper who writes why. */
const letsCalledThrough = () =>
  decision() === "let-through" && !find("note").value.trim() && !trip.words.note && trip.people.some((person) => person.state === "stop");

/** The words of the trip: typed now, or sealed before. */
function words() {
  const typed = Object.fromEntries(draft.WORDS.map((name) => [name, find(name).value.trim() || null]));
  typed.plate = normal(find("plate").value) || null;
  const sealed = draft.WORDS.filter((name) => !typed[name] && trip.words[name]).map((name) => draft.carried(trip.words[name]));
  return { ...typed, plate: typed.plate ?? (trip.words.plate ? null : ""), words: sealed };
}

async function record(facts) {
  await draft.keep(facts, trip);
  const way = decision();
  const content = {
    ...words(),
    vehicle: find("vehicle").value,
    direction: chosen("direction").value,
    decision: way,
    reason: way === "let-through" ? null : find("reason").value,
    people: trip.people.map(traveller),
  };
  const digits = (content.plate ?? trip.plateDigits).slice(-4) || trip.people[0].digits;
  await enqueue(facts, "trip", digits, { body: JSON.stringify(content) }, { key: trip.key, over: draft.over });
  const trips = await store.count("trips", 1);
  clear();
  return {
    advice: way === "let-through" ? "let-in" : "needs-declaration",
    word: `trip-${way}`,
    key: "gates.trip.recorded",
    parameters: [content.people.length, trips],
    digits,
    offline: !facts.online,
    recorded: true,
  };
}

/** What was changed is kept at once, as far as it may be. */
function changed({ target }) {
  const person = trip.people.find((each) => each.card.contains(target));
  if (person) {
    readRow(person, target.dataset.part);
    showPapers(person, rules);
  }
  const name = target.id.replace("trip-", "");
  if (FAULTY.includes(name)) showFault(null);
  if (draft.WORDS.includes(name)) {
    const typed = name === "plate" ? normal(target.value) : target.value.trim();
    trip.typed = { ...trip.typed, [name]: typed };
    if (name === "plate") trip.plateDigits = typed.slice(-4);
  }
  showDecision();
  trip.choices = { vehicle: find("vehicle").value, direction: chosen("direction")?.value, decision: decision(), reason: find("reason").value };
  rest();
  if (person || trip.typed || isOpenTrip()) keepOn();
}

/** Joins the checkpoint's part to the page. */
export function watchTrip(facts, verdictShown) {
  const form = document.getElementById("trip-form");
  find("plate").addEventListener("input", showPlate);
  form.addEventListener("change", changed);
  find("clear").addEventListener("click", async () => {
    await draft.forget();
    clear();
    find("plate").focus();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wrong = fault();
    showFault(wrong);
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

/** The shift does not end over an open trip. */
export function sayOpenTrip() {
  find("error").textContent = say("gates.trip.open");
  find("record").focus();
}
