// A screen that shows the place's code with a proof that changes every half minute. The secret was given
// by the server; no network is needed to go on.

import { say } from "./texts.js";
import { toBase64 } from "./seal.js";

const STEP = 30_000;
const PROOF_BYTES = 8;
let shownStep = 0;
let code;
let personalCode;

/** Kept as a key that no script can take out again. */
export const importSecret = (bytes) =>
  crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);

/** What stands beside the place's code during a half minute. */
export async function proof(secret, step) {
  const whole = await crypto.subtle.sign("HMAC", secret, new TextEncoder().encode(String(step)));
  return toBase64(whole.slice(0, PROOF_BYTES)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Draws the code of this half minute, and how long it still lasts. */
export async function showCode(facts) {
  const now = Date.now() + facts.drift;
  const step = Math.floor(now / STEP);
  const left = Math.ceil(((step + 1) * STEP - now) / 1_000);
  document.getElementById("screen-place").textContent = facts.place.name;
  document.getElementById("screen-left").textContent = say("gates.page.screen.left", left);
  document.getElementById("screen-bar").value = left;
  if (step === shownStep || !facts.screenSecret) return;
  shownStep = step;
  code ??= await import(document.documentElement.dataset.code);
  personalCode ??= await import(document.documentElement.dataset.personalCode);
  const address = `${location.origin}/d/${facts.place.code}?p=${await proof(facts.screenSecret, step)}`;
  personalCode.drawCode(code, document.getElementById("screen-code"), address);
  document.getElementById("screen-code").dataset.address = address;
}
