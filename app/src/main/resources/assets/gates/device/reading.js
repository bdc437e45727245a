// What a text is: the engine's own reader, compiled for the browser, and the signatures of personal
// codes, checked here so that a forged one is stopped without network too.

const SHOWN_DIGITS = 4;
let scanner;
let verifier;
let revoked = { codes: null, set: new Set() };

const addresses = () => document.documentElement.dataset;

/** Loads the reader and the verifier before the first person stands there. */
export const ready = () => Promise.all([engine(), checker()]).then(() => undefined, () => undefined);

async function engine() {
  scanner ??= await import(addresses().scanner);
  return scanner;
}

async function checker() {
  verifier ??= await import(addresses().verify);
  return verifier;
}

/** The list is a new one whenever it has grown. */
function revokedOf(codes) {
  if (revoked.codes !== codes) revoked = { codes, set: new Set(codes) };
  return revoked.set;
}

async function check(signed, facts) {
  return (await checker()).checkCode(signed, {
    keys: facts.codeKeys,
    revoked: revokedOf(facts.revokedCodes),
    now: Date.now() + facts.drift,
  });
}

/** A number, a card's fields or an address: nothing that stands in a name. */
const CODE = /[\d|/:@]/;

/** Whether a text that stands where a name is asked for is a scan. */
export const isCode = (text) => CODE.test(text);

export const wordsOf = (name) => name.normalize("NFC").trim().split(/\s+/);

/** A name as it may be shown: the family name, initials, and stars for the given name; as PersonName has it. */
export function masked(name) {
  const [family, ...given] = wordsOf(name);
  const initial = (word) => `${[...word][0]}.`;
  return given.length === 0 ? `${initial(family)}***` : [family, ...given.slice(0, -1).map(initial), "***"].join(" ");
}

const problem = (key, parameters = []) => ({ problem: key, parameters });

// As GateReading on the server has them.
const DIGITS = /^[\d\s.+()-]+$/;
const MISTYPED = /^visits\.(gate\.number-wrong$|scan\.(phone-|citizen-number-|place-code-|name-|text-unknown|nothing))/;

/** Whether somebody mistyped, which is no reason for alarm. */
export const isMistyped = (key) => MISTYPED.test(key);

/** Whose text it is, or the message key that says why it is nobody's. */
export async function read(text, facts) {
  const found = JSON.parse((await engine()).read(text));
  const known = {
    identity: found.identity,
    digits: String(found.identity ?? "").slice(-SHOWN_DIGITS),
    masked: ["card", "national"].includes(found.kind) ? found.masked : "",
    warnings: (found.warnings ?? []).map(({ code, parameters }) => ({ key: `visits.scan.${code}`, parameters })),
    asksName: false,
  };
  switch (found.kind) {
    case "refused":
      return found.code.startsWith("place-code") && DIGITS.test(text)
        ? problem("visits.gate.number-wrong")
        : problem(`visits.scan.${found.code}`, found.parameters);
    case "place":
      return problem(found.identity === facts.place.code ? "visits.gate.own-code" : "visits.gate.other-place");
    case "national":
      return found.identity ? known : problem("visits.gate.masked-code");
    case "insurance":
      return problem("visits.gate.insurance-card", [found.masked]);
    case "citizen":
    case "phone":
      return { ...known, asksName: true };
    case "signed": {
      const checked = await check(found.signed, facts);
      return checked.problem ? problem(`people.code.${checked.problem}`) : known;
    }
    default:
      return known;
  }
}

/** Why a name cannot be one; null where it can. */
export async function readName(name) {
  const found = JSON.parse((await engine()).readName(name));
  return found.accepted ? null : problem(`visits.scan.${found.code}`, found.parameters);
}
