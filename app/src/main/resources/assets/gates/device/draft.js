// The trip in hand as this device may keep it, so that it comes back after a reload, a killed tab or an
// hour without a touch: last digits, times and choices lie open, everything else is sealed to the server's
// key as it is entered. The parts are bound to this trip and go to the server inside its record.

import * as store from "./store.js";
import { seal, toBase64 } from "./seal.js";

const NAME = "trip";
const KEPT_MILLIS = 12 * 3_600_000;
export const WORDS = ["plate", "origin", "destination", "note"];

/** The numbers of parts are below zero, so that no part can pass for a record. */
const WHO = -100;
const PAPERS = -101;
const ofPerson = (part, person) => part - 2 * person.number;

let writing = Promise.resolve();

export const begun = () => ({ key: crypto.randomUUID(), at: Date.now(), choices: {}, words: {}, plateDigits: "", people: [] });

async function part(facts, trip, number, content) {
  const { publicKey, number: sealKey } = facts.sealKey;
  return { ...(await seal(content, { device: facts.device, key: trip.key, sequence: number, publicKey })), number, sealKey };
}

/** Seals what is new; what was sealed before and not entered again stays as it is. */
async function sealNew(facts, trip) {
  for (const [index, name] of WORDS.entries()) {
    const typed = trip.typed?.[name];
    if (typed === undefined) continue;
    if (typed) trip.words[name] = await part(facts, trip, -1 - index, { [name]: typed });
    else delete trip.words[name];
    trip.typed[name] = undefined;
  }
  for (const person of trip.people) {
    if (!person.who) person.who = await part(facts, trip, ofPerson(WHO, person), person.scanned);
    if (person.entered === undefined) continue;
    person.shown = person.entered && (await part(facts, trip, ofPerson(PAPERS, person), person.entered));
    person.entered = undefined;
  }
}

async function write(facts, trip) {
  if (!trip.isKept) Object.assign(trip, { isKept: true, at: Date.now() });
  await sealNew(facts, trip);
  const people = trip.people.map(({ id, digits, number, state, role, row, who, shown }) =>
    ({ id, digits, number, state, role, row, who, shown }));
  const { key, at, isKept, choices, words, plateDigits } = trip;
  await store.setFact(NAME, { key, at, isKept, choices, words, plateDigits, people });
}

/** Durable when it is over; one write comes after the other. */
export function keep(facts, trip) {
  writing = writing.catch(() => undefined).then(() => write(facts, trip));
  return writing;
}

/** What was kept, unless it is too old to stand there still. */
export async function kept() {
  const found = await store.fact(NAME);
  if (found && Math.abs(Date.now() - found.at) < KEPT_MILLIS) return found;
  if (found) await forget();
  return null;
}

export function forget() {
  writing = writing.catch(() => undefined).then(() => store.dropFact(NAME));
  return writing;
}

/** The fact that goes in the moment in which the trip's record is durable. */
export const over = NAME;

/** A part as the record carries it. */
export const carried = ({ number, sealKey, point, nonce, content }) =>
  ({ number, sealKey, point: toBase64(point), nonce: toBase64(nonce), content: toBase64(content) });
