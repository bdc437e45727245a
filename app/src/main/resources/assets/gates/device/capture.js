// From a text to a verdict, and from a verdict to a sealed record in the queue: within a third of a second,
// with network or without.

import * as store from "./store.js";
import * as room from "./room.js";
import { stamp } from "./clock.js";
import { call, Refused } from "./contact.js";
import { fingerprint, seal } from "./seal.js";
import { isMistyped, read, readName } from "./reading.js";

const LATE_PATIENCE = 5_000;
const REPEAT = 15_000;
const DAY = 86_400_000;
const FORGET_EVERY = 600_000;

/** Where a card contradicts itself; somebody has to look at it. */
const DOUBTS = /^visits\.scan\.(birth-year-contradicts-number|sex-contradicts-number|issued-before-birth)$/;

const latest = new Map();
let forgotten = 0;

const stop = (key, ...parameters) => ({ advice: "stop", key, parameters, recorded: false });

/** Somebody to be stopped, or only a number to be typed again. */
const refused = (key, ...parameters) => ({ ...stop(key, ...parameters), advice: isMistyped(key) ? "retry" : "stop" });

/**
 * Who a text is and what is known of them; a verdict where nobody is, or must not go on. Where the server
 * has not answered in time, later is its answer still to come, null where none comes.
 */
export async function recognise(facts, { text, name }) {
  const full = await storageProblem(facts);
  if (full) return { verdict: full };
  const reading = await read(text, facts);
  if (reading.problem) return { verdict: refused(reading.problem, ...reading.parameters) };
  if (reading.asksName) {
    const wrong = name ? await readName(name) : null;
    if (!name) return { verdict: { advice: "ask-name", key: "visits.gate.ask-name", parameters: [], recorded: false } };
    if (wrong) return { verdict: refused(wrong.problem, ...wrong.parameters) };
  }
  const id = await fingerprint(facts.deviceKey, reading.identity + (reading.asksName ? `|${name.trim().toLowerCase()}` : ""));
  const asked = ask(facts, text, name);
  const [answer, declared] = await Promise.all([inTime(asked, facts), declaredHere(id, facts)]);
  const stopped = answer?.advice === "stop" ? { ...stop("", answer), words: answer.words } : undefined;
  return { reading, id, answer, declared, later: answer === undefined ? asked : undefined, verdict: stopped };
}

/**
 * What there is to say about a text; everything but a repeated scan or a stop is in the queue by then. What
 * the server says after that is told to late where it is stricter than what was shown.
 */
export async function capture(facts, scan, late) {
  const known = await recognise(facts, scan);
  if (known.verdict) return known.verdict;
  const verdict = await record(facts, scan, known);
  known.later?.then((answer) => answer && stricter(facts, scan, known, verdict, answer)).then((other) => other && late(other));
  return verdict;
}

/** Whoever was recorded and has to stop after all has left again: the way there stays written down. */
async function stricter(facts, scan, { reading, id, declared }, verdict, answer) {
  if (verdict.leaves || verdict.advice === "stop") return null;
  if (answer.advice === "stop") {
    if (verdict.recorded) {
      await enqueue(facts, "departure", reading.digits, written(scan, reading));
      await countInside(facts, id, true, true);
      latest.delete(id);
    }
    return { ...stop("", answer), words: answer.words, digits: reading.digits };
  }
  const needs = verdict.advice === "let-in" && needsDeclaration(facts, answer, declared);
  return needs ? { ...verdict, advice: "needs-declaration", look: undefined, key: "gates.page.needs-words" } : null;
}

/** A card that contradicts itself stops nobody, but is to be looked at: that stands where the verdict does. */
export const lookAt = (reading) => (reading.warnings.some(({ key }) => DOUBTS.test(key)) ? "look" : undefined);

const written = (scan, reading) => ({ text: scan.text, name: reading.asksName ? scan.name : undefined, typed: scan.typed });

/** A declaration at this device stands, though the server may not have it yet. */
async function declaredHere(id, facts) {
  const found = await store.declared(id);
  return found && found.until > Date.now() + facts.drift ? found : null;
}

/** Without the server's word a device knows only who declared at itself. */
export function needsDeclaration(facts, answer, declared) {
  if (declared) return false;
  return answer ? answer.advice === "needs-declaration" : Boolean(facts.rules?.declarationNeeded);
}

async function record(facts, scan, { reading, id, answer, declared }) {
  const isInside = answer && facts.waiting === 0 ? answer.isInside : Boolean(await store.present(id));
  const leaves = scan.direction === "out" || (scan.direction === "auto" && isInside);
  if (declared?.calls && !leaves) return stop("gates.page.call-station");
  const before = justBefore(id, answer);
  if (before && (scan.direction === "auto" || before.leaves === leaves)) {
    return { advice: "again", key: "visits.gate.repeated", parameters: [], leaves: before.leaves, digits: reading.digits, recorded: false, subject: before.leaves ? null : subjectOf(scan, reading, id) };
  }
  const needs = !leaves && needsDeclaration(facts, answer, declared);
  await enqueue(facts, leaves ? "departure" : "visit", reading.digits, written(scan, reading));
  latest.set(id, { at: Date.now(), leaves });
  if (latest.size > 500) latest.delete(latest.keys().next().value);
  await countInside(facts, id, leaves, isInside);
  return {
    advice: needs ? "needs-declaration" : "let-in",
    look: leaves || needs ? undefined : lookAt(reading),
    key: leaves ? "visits.gate.left" : needs ? "gates.page.needs-words" : "visits.gate.entered",
    parameters: [],
    subject: leaves ? null : subjectOf(scan, reading, id),
    leaves,
    digits: reading.digits,
    warnings: leaves ? reading.warnings : [...reading.warnings, ...crowded(facts)],
    offline: !facts.online,
    recorded: true,
  };
}

/** The place is fuller than it may be, as far as this device knows. */
function crowded(facts) {
  const capacity = facts.place?.capacity;
  const inside = facts.inside + facts.insideSince;
  return capacity && inside > capacity ? [{ key: "gates.page.over-capacity", parameters: [inside, capacity] }] : [];
}

/** Whom a declaration would be about. */
export const subjectOf = (scan, reading, id) => ({
  ...written(scan, reading),
  digits: reading.digits,
  id,
  scannedAt: Date.now(),
});

/** What this device, or another one at the gate, recorded of this person a moment ago. */
function justBefore(id, answer) {
  const here = latest.get(id);
  if (here && Date.now() - here.at < REPEAT) return here;
  return answer?.isRecent ? { leaves: !answer.isInside } : null;
}

/** Several entries of one person are one person inside. */
async function countInside(facts, id, leaves, isInside) {
  if (leaves) {
    await store.leave(id);
    if (isInside) facts.insideSince -= 1;
  } else {
    await store.enter(id, Date.now());
    if (!isInside) facts.insideSince += 1;
  }
  await store.setFact("insideSince", facts.insideSince, "relaxed");
  if (Math.abs(Date.now() - forgotten) < FORGET_EVERY) return;
  forgotten = Date.now();
  await store.forgetPresent(forgotten - DAY);
}

/** The server's count holds everything that this device had to say. */
export async function uncount(facts) {
  if (facts.insideSince === 0) return;
  facts.insideSince = 0;
  await store.setFact("insideSince", 0);
}

/**
 * Seals it, writes it durably, and only then answers. What it was made of, the fact `over`, goes in the
 * same moment.
 */
export async function enqueue(facts, kind, digits, content, { key = crypto.randomUUID(), over } = {}) {
  const sequence = await store.count("sequence", 1);
  const stamped = stamp(facts);
  const sealed = await seal(
    { kind, at: stamped.deviceAt, account: facts.shift?.account ?? 0, shift: facts.shift?.key, typed: false, ...content },
    { device: facts.device, key, sequence, publicKey: facts.sealKey.publicKey },
  );
  await store.add({ key, sequence, sealKey: facts.sealKey.number, ...sealed, digits, stamp: stamped, correction: null }, over);
  facts.waiting += 1;
}

/** The server's word if it comes in time; undefined while it may still come. */
const inTime = (asked, facts) =>
  Promise.race([asked, new Promise((resolve) => setTimeout(resolve, facts.answerMillis))]);

/** The server's word, null where there is none. */
async function ask(facts, text, name) {
  if (!facts.online) return null;
  try {
    const { answer } = await call("/device/scans", { text, name }, LATE_PATIENCE);
    if (facts.waiting === 0) {
      facts.inside = answer.inside;
      await uncount(facts);
    }
    return answer;
  } catch (failure) {
    if (!(failure instanceof Refused) && failure.name !== "TimeoutError") facts.online = false;
    return null;
  }
}

async function storageProblem(facts) {
  return (await room.isThere(facts.freeMegabytes)) ? null : stop("gates.page.storage-full", facts.waiting);
}
