// Speaks with the server: how this device is, who a keeper is, and the queue, in order, in batches.

import * as store from "./store.js";
import { correction, measure } from "./clock.js";
import { importSecret } from "./screen.js";
import { fromBase64, toBase64 } from "./seal.js";

const API = "/api/v1/gates";
const BATCH = 500;
const BATCH_BYTES = 900_000;
const PATIENCE = 20_000;

/** An answer that the server gave; a network that gave none throws something else. */
export class Refused extends Error {
  constructor(status, code, words) {
    super(words ?? code ?? String(status));
    this.status = status;
    this.code = code;
  }
}

export async function call(path, body, patience = PATIENCE, method = "POST") {
  const sentAt = Date.now();
  const response = await fetch(API + path, {
    method,
    headers: {
      "Content-Type": "application/json",
      "X-Lachan-Gate": "1",
      "Accept-Language": document.documentElement.lang,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(patience),
    cache: "no-store",
  });
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new Refused(response.status, problem.code, problem.detail);
  }
  const answer = response.status === 204 ? {} : await response.json();
  return { answer, drift: answer.serverTime ? measure(sentAt, Date.now(), answer.serverTime) : null };
}

/** Keeps what the server said and what its clock showed. */
async function learn(facts, { answer, drift }) {
  facts.drift = drift;
  facts.contactAt = answer.serverTime;
  facts.device = answer.device;
  facts.name = answer.name;
  facts.kiosk = answer.kiosk;
  facts.screen = answer.screen;
  facts.place = answer.place;
  const { screenSecret, ...rules } = answer.rules;
  facts.rules = rules;
  if (screenSecret) facts.screenSecret = await importSecret(fromBase64(screenSecret));
  facts.inside = answer.inside;
  facts.sealKey = { number: answer.sealKey.number, publicKey: fromBase64(answer.sealKey.publicKey) };
  facts.keepers = answer.keepers;
  facts.codeKeys = answer.codeKeys;
  facts.revokedCodes = (facts.revokedCodes ?? []).concat(answer.revoked.issues);
  facts.revokedCursor = answer.revoked.cursor;
  facts.contactSeconds = answer.contactSeconds;
  facts.freeMegabytes = answer.freeMegabytes;
  facts.answerMillis = answer.answerMillis;
  await ifRoom(() => store.setFact("device", { ...facts }));
}

/** A device without any room must still get rid of its queue: what is new then lives in memory. */
async function ifRoom(write) {
  try {
    await write();
    return true;
  } catch (failure) {
    if (!store.isFull(failure)) throw failure;
    return false;
  }
}

export async function enrol(facts, code) {
  await learn(facts, await call("/enrolments", { code, device: facts.device }));
}

/** Says how this device is, and hears everything that it has not heard yet. */
export async function report(facts) {
  while (await reportOnce(facts));
}

async function reportOnce(facts) {
  const [first] = await store.oldest(1);
  const refused = await store.refused();
  const said = await call("/device/contact", {
    waiting: await store.waiting(),
    refused: refused.length,
    driftSeconds: Math.round((facts.drift ?? 0) / 1_000),
    oldestWaiting: first ? first.stamp.deviceAt + (facts.drift ?? 0) : null,
    revokedCursor: facts.revokedCursor ?? 0,
  });
  await learn(facts, said);
  return said.answer.revoked.more;
}

/** As many of the oldest records as one request takes. */
async function batch() {
  const records = await store.oldest(BATCH);
  let bytes = 0;
  const end = records.findIndex((record) => (bytes += record.content.length * 1.4 + 400) > BATCH_BYTES);
  return end <= 0 ? records : records.slice(0, end);
}

/**
 * Sends the queue until it is empty. Only one page sends at a time; what was sent and not answered is
 * sent again under the same keys.
 */
export async function drain(facts, progress) {
  for (let records = await batch(); records.length > 0; records = await batch()) {
    const unfixed = records.filter((record) => record.correction === null);
    const serverNow = Date.now() + facts.drift;
    for (const record of unfixed) record.correction = correction(record.stamp, facts.drift, serverNow);
    await ifRoom(() => store.keep(unfixed));
    const { answer } = await call("/device/batches", {
      records: records.map((record) => ({
        key: record.key,
        sequence: record.sequence,
        sealKey: record.sealKey,
        point: toBase64(record.point),
        nonce: toBase64(record.nonce),
        content: toBase64(record.content),
        correctionSeconds: record.correction,
      })),
    });
    await settle(records, answer.records);
    facts.inside = answer.inside;
    await progress();
  }
}

async function settle(records, answers) {
  const byKey = new Map(answers.map((answer) => [answer.key, answer]));
  const answered = records.filter((record) => byKey.has(record.key));
  const refused = answered
    .filter((record) => byKey.get(record.key).outcome === "refused")
    .map((record) => ({
      key: record.key,
      digits: record.digits,
      at: record.stamp.deviceAt + record.correction * 1_000,
      code: byKey.get(record.key).code,
      words: byKey.get(record.key).words,
    }));
  const delivered = answered.filter((record) => record.digits && byKey.get(record.key).outcome !== "refused");
  const sequences = answered.map((record) => record.sequence);
  if (!(await ifRoom(() => store.settle(sequences, refused, delivered.length)))) await store.settle(sequences, [], 0);
}

/** Runs the work in this page only, while no other page of the device does. */
export const alone = (work) =>
  navigator.locks
    ? navigator.locks.request("lachan-gate-send", { ifAvailable: true }, (lock) => (lock ? work() : undefined))
    : work();
