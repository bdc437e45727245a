// Verifies a signed personal code without network: what scan.mjs's read() gives as `signed`.
//
//   await checkCode(signed, { keys: [{ id, publicKey }], revoked, now })
//
// keys: the server's, publicKey as base64url of the uncompressed point; revoked: a Set of issues, or
// a function of one; now: corrected milliseconds. The answer is {strength} or {problem}, the end of
// the message key people.code.*: forged, expired, not-yet, stale, revoked, unproved.

const CURVE = { name: "ECDSA", namedCurve: "P-256" };
const SIGNATURE = { name: "ECDSA", hash: "SHA-256" };
const HALF_MINUTE_MILLIS = 30_000;
const HALF_MINUTES_ASIDE = 1;
const VIETNAM_MILLIS = 7 * 3_600_000;
const DAY_MILLIS = 86_400_000;

// P-256: y² = x³ - 3x + b over a field whose prime is 3 modulo 4, so a root is a power.
const PRIME = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

export async function checkCode(signed, { keys, revoked, now }) {
  const device = signed.strength === "device";
  if (device && !signed.device) return { problem: "unproved" };
  const key = keys.find((known) => known.id === signed.keyId);
  if (!key || !(await verifies(bytesOf(key.publicKey), signed))) return { problem: "forged" };
  if (device) {
    const point = uncompressed(bytesOf(signed.device.publicKey));
    if (!point || !(await verifies(point, signed.device))) return { problem: "forged" };
  }
  const day = Math.floor((now + VIETNAM_MILLIS) / DAY_MILLIS);
  if (day < signed.firstDay) return { problem: "not-yet" };
  if (day > signed.lastDay) return { problem: "expired" };
  if (device && Math.abs(signed.halfMinute - Math.floor(now / HALF_MINUTE_MILLIS)) > HALF_MINUTES_ASIDE) {
    return { problem: "stale" };
  }
  const gone = typeof revoked === "function" ? await revoked(signed.issue) : revoked.has(signed.issue);
  return gone ? { problem: "revoked" } : { strength: signed.strength };
}

async function verifies(point, { body, signature }) {
  try {
    const key = await crypto.subtle.importKey("raw", point, CURVE, false, ["verify"]);
    return await crypto.subtle.verify(SIGNATURE, key, bytesOf(signature), bytesOf(body));
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
}

/** Browsers take no compressed points: x and the parity of y give y. Null where there is no such point. */
export function uncompressed(compressed) {
  if (compressed.length !== 33 || (compressed[0] !== 2 && compressed[0] !== 3)) return null;
  const x = number(compressed.subarray(1));
  const square = mod(x ** 3n - 3n * x + B);
  const root = power(square, (PRIME + 1n) / 4n);
  if (x >= PRIME || mod(root * root) !== square) return null;
  const y = Number(root & 1n) === (compressed[0] & 1) ? root : PRIME - root;
  const point = new Uint8Array(65);
  point[0] = 4;
  point.set(compressed.subarray(1), 1);
  for (let index = 64, rest = y; index > 32; index--, rest >>= 8n) point[index] = Number(rest & 255n);
  return point;
}

function number(bytes) {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function mod(value) {
  const rest = value % PRIME;
  return rest < 0n ? rest + PRIME : rest;
}

function power(base, exponent) {
  let result = 1n;
  for (let square = base, rest = exponent; rest > 0n; rest >>= 1n, square = mod(square * square)) {
    if (rest & 1n) result = mod(result * square);
  }
  return result;
}

function bytesOf(text) {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
