// Seals records to the server's key: a one-time key agrees with it (ECDH P-256), HKDF-SHA-256 makes an
// AES-256-GCM key of that for a short run of records. The one-time key is forgotten at once; the other
// lies in this page's memory only, no script can take it out, it can only seal, and a run is soon over.

const RUN_RECORDS = 50;
const RUN_MILLIS = 600_000;
let run = null;

const INFO = new TextEncoder().encode("lachan gate record 1");
const CURVE = { name: "ECDH", namedCurve: "P-256" };

export const toBase64 = (bytes) => {
  let text = "";
  new Uint8Array(bytes).forEach((byte) => { text += String.fromCharCode(byte); });
  return btoa(text);
};

export const fromBase64 = (text) =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

async function newRun(publicKey) {
  const server = await crypto.subtle.importKey("raw", publicKey, CURVE, false, []);
  const once = await crypto.subtle.generateKey(CURVE, false, ["deriveBits"]);
  const point = await crypto.subtle.exportKey("raw", once.publicKey);
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: server }, once.privateKey, 256);
  const material = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const secret = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: point, info: INFO },
    material,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt"],
  );
  return { publicKey, point: new Uint8Array(point), secret, left: RUN_RECORDS, until: performance.now() + RUN_MILLIS };
}

const isOver = (publicKey) =>
  !run || run.left <= 0 || performance.now() > run.until || toBase64(run.publicKey) !== toBase64(publicKey);

/** The next record begins a new run. */
export const endRun = () => { run = null; };

/** The sealed form of an object, bound to device, key and sequence. */
export async function seal(content, { device, key, sequence, publicKey }) {
  if (isOver(publicKey)) run = await newRun(publicKey);
  const { point, secret } = run;
  run.left -= 1;
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const bound = new TextEncoder().encode(`${device}|${key}|${sequence}`);
  const plain = new TextEncoder().encode(JSON.stringify(content));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: bound }, secret, plain);
  return { point, nonce, content: new Uint8Array(sealed) };
}

/** A key of this device that no script can take out of it. */
export const deviceKey = () =>
  crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);

/** Recognises the same person again without knowing who it is: a keyed hash, cut short. */
export async function fingerprint(key, identity) {
  const hash = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(identity));
  return toBase64(hash.slice(0, 9));
}
