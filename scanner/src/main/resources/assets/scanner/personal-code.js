// A person's own signed code on their phone. The page gives the module code.mjs, imported by the
// address that changes with its content:
//
//   const module = await import(address);
//   const pair = await newDeviceKey();              // once; keep it in IndexedDB, it cannot be exported
//   const point = await publicPoint(pair);          // base64url of 65 bytes, for the server
//   const text = await completeCode(module, token, pair.privateKey, Date.now());
//   drawCode(module, svg, text);

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" };

export const HALF_MINUTE_MILLIS = 30_000;

export async function newDeviceKey() {
  return crypto.subtle.generateKey(CURVE, false, ["sign", "verify"]);
}

export async function publicPoint(pair) {
  return toBase64Url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
}

/** The text to show in the half minute of that time; empty where the token is no code of a device. */
export async function completeCode(module, token, privateKey, nowMillis) {
  const halfMinute = Math.floor(nowMillis / HALF_MINUTE_MILLIS);
  const toProve = module.toProve(token, halfMinute);
  if (!toProve) return "";
  const signature = await crypto.subtle.sign(SIGNATURE, privateKey, fromBase64Url(toProve));
  return module.proved(token, halfMinute, toBase64Url(new Uint8Array(signature)));
}

/** Draws a text as QR into an SVG element that has one path. */
export function drawCode(module, svg, text) {
  const drawn = module.qr(text);
  const blank = drawn.indexOf(" ");
  if (blank < 0) return false;
  const size = drawn.slice(0, blank);
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("shape-rendering", "crispEdges");
  svg.querySelector("path").setAttribute("d", drawn.slice(blank + 1));
  return true;
}

export function toBase64Url(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function fromBase64Url(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
