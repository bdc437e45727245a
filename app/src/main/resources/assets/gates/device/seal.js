// Seals a record to the server's key: a one-time key agrees with it (ECDH P-256), HKDF-SHA-256 makes
// an AES-256-GCM key of that. The one-time key is forgotten at once, so this device cannot read it.

const INFO = new TextEncoder().encode("lachan gate record 1");
const CURVE = { name: "ECDH", namedCurve: "P-256" };

export const toBase64 = (bytes) => {
  let text = "";
  new Uint8Array(bytes).forEach((byte) => { text += String.fromCharCode(byte); });
  return btoa(text);
};

export const fromBase64 = (text) =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** The sealed form of an object, bound to device, key and sequence. */
export async function seal(content, { device, key, sequence, publicKey }) {
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
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const bound = new TextEncoder().encode(`${device}|${key}|${sequence}`);
  const plain = new TextEncoder().encode(JSON.stringify(content));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: bound }, secret, plain);
  return { point: new Uint8Array(point), nonce, content: new Uint8Array(sealed) };
}

/** A key of this device that no script can take out of it. */
export const deviceKey = () =>
  crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);

/** Recognises the same person again without knowing who it is: a keyed hash, cut short. */
export async function fingerprint(key, identity) {
  const hash = await crypto.subtle.sign("HMAC", key, new TextEncoder().encode(identity));
  return toBase64(hash.slice(0, 9));
}
