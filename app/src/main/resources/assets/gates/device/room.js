// Whether the device has room for more. Some browsers tell no page how much is free, so that besides
// asking, a little more than the next scans need is written and taken out again.

import * as store from "./store.js";

const TRIED_BYTES = 2_000_000;
const CHUNK_BYTES = 65_536;
const TRIED_EVERY = 25;
// So long after a scan nobody waits for its verdict.
const TRIED_AFTER_MILLIS = 700;
let room = null;
let asked = 0;

export const isOver = () => room === false;

/** A write has just failed for want of room. */
export const ended = () => { room = false; };

/** Looks now; for whoever can wait. */
export async function look(megabytes) {
  room = (await store.freeMegabytes()) >= megabytes && (await store.takes(noise()));
  return room;
}

/** Before a scan: waits only where nothing is known yet, or where there was no room. */
export async function isThere(megabytes) {
  if (!room) return look(megabytes);
  asked += 1;
  if (asked % TRIED_EVERY === 0) setTimeout(() => look(megabytes).catch(() => {}), TRIED_AFTER_MILLIS);
  return true;
}

/** What no storage can press together. */
function noise() {
  const bytes = new Uint8Array(TRIED_BYTES);
  for (let at = 0; at < TRIED_BYTES; at += CHUNK_BYTES) {
    crypto.getRandomValues(bytes.subarray(at, Math.min(at + CHUNK_BYTES, TRIED_BYTES)));
  }
  return bytes;
}
