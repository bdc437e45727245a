// Who keeps the gate: a PIN that the server checks, or, without network, the slow hash that this device
// made when the server last said yes.

import * as store from "./store.js";
import { call, Refused } from "./contact.js";
import { fingerprint, toBase64 } from "./seal.js";

const ITERATIONS = 310_000;
const TRIES = 5;
const PAUSE = 15 * 60_000;

async function slowHash(facts, pin, salt) {
  const material = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin), "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt, iterations: ITERATIONS },
    material,
    256,
  );
  return fingerprint(facts.deviceKey, toBase64(bits));
}

async function remember(facts, keeper, pin) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const known = (await store.fact("pins")) ?? {};
  known[keeper.account] = { salt, since: keeper.pinSince, hash: await slowHash(facts, pin, salt) };
  await store.setFact("pins", known);
}

/** Answers the keeper, or throws why not. */
export async function signOn(facts, account, pin) {
  try {
    const { answer } = await call("/device/keepers", { account, pin });
    await remember(facts, answer, pin);
    await store.setFact("tries", null);
    return answer;
  } catch (refused) {
    if (refused instanceof Refused && refused.status < 500) throw refused;
    return signOnOffline(facts, account, pin);
  }
}

async function signOnOffline(facts, account, pin) {
  const tries = (await store.fact("tries")) ?? { count: 0, at: 0 };
  if (tries.count >= TRIES && Date.now() - tries.at < PAUSE && Date.now() >= tries.at) {
    throw new Refused(429, "gates.page.pin-paused");
  }
  const count = tries.count >= TRIES ? 1 : tries.count + 1;
  await store.setFact("tries", { count, at: Date.now() });
  const known = ((await store.fact("pins")) ?? {})[account];
  const keeper = facts.keepers.find((each) => each.account === account);
  if (!known || !keeper) throw new Refused(403, "gates.page.pin-not-offline");
  if ((await slowHash(facts, pin, known.salt)) !== known.hash) throw new Refused(403, "gates.refused.pin");
  await store.setFact("tries", null);
  return keeper;
}

/** Whoever keeps the place no longer, or has another PIN now, cannot sign on here without network. */
export async function forgetGone(facts) {
  const known = (await store.fact("pins")) ?? {};
  const stands = (account, since) =>
    facts.keepers.some((each) => String(each.account) === account && each.pinSince === since);
  const left = Object.fromEntries(Object.entries(known).filter(([account, { since }]) => stands(account, since)));
  if (Object.keys(left).length !== Object.keys(known).length) await store.setFact("pins", left);
}
