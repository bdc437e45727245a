// What this browser keeps of its own: a key that never leaves it, and the server's part of the
// codes of its people. Signing out empties the store.

const NAME = "lachan-residents";
const STORE = "kept";
const RENEW_DAYS = 7;
const DAY = 86_400_000;

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function inStore(mode, act) {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** The codes that are kept, in the order in which the server named their people. */
export async function kept() {
  return (await inStore("readonly", (store) => store.get("codes"))) ?? [];
}

/** The masked national code of somebody, shown without network too; empty where there is none. */
export async function rememberNational(id, text) {
  const codes = await kept();
  const code = codes.find((one) => one.id === id);
  if (!code || (code.national ?? "") === text) return;
  code.national = text;
  await inStore("readwrite", (store) => store.put(codes, "codes"));
}

export function privateKey() {
  return inStore("readonly", (store) => store.get("key")).then((pair) => pair?.privateKey);
}

/** Two pages of one browser take turns, so that neither keeps what the other made worthless. */
export function refresh(people, token) {
  const act = () => renew(people, token);
  return navigator.locks ? navigator.locks.request(NAME, act) : act();
}

/** The page's people by id: whoever is missing or ends soon is asked for; others are dropped. */
async function renew(people, token) {
  const known = new Map((await kept()).map((code) => [code.id, code]));
  const soon = new Date(Date.now() + RENEW_DAYS * DAY).toISOString().slice(0, 10);
  const good = people.filter((id) => known.has(id) && known.get(id).lastDay > soon);
  let fresh = [];
  if (good.length < people.length) {
    const answer = await fetch("/residents/code/device", {
      method: "POST",
      headers: { "X-CSRF-TOKEN": token },
      body: new URLSearchParams({ key: await publicPoint(), have: good.join(",") }),
    });
    if (answer.status === 401) {
      await forget();
      return [];
    }
    fresh = answer.ok ? await answer.json() : [];
  }
  for (const code of fresh) known.set(code.id, { national: known.get(code.id)?.national, ...code });
  const codes = people.filter((id) => known.has(id)).map((id) => known.get(id));
  await inStore("readwrite", (store) => store.put(codes, "codes"));
  return codes;
}

export async function forget() {
  await unsubscribe().catch(() => {});
  for (const name of await caches.keys()) {
    if (name.startsWith("lachan-residents-")) await caches.delete(name);
  }
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = request.onerror = request.onblocked = resolve;
  });
}

/** Nobody is told of notices in a browser that is signed out. */
async function unsubscribe() {
  const registration = await navigator.serviceWorker?.getRegistration("/residents");
  const subscription = await registration?.pushManager?.getSubscription();
  await subscription?.unsubscribe();
}

/** Made once, not to be taken out of the browser. */
async function publicPoint() {
  let pair = await inStore("readonly", (store) => store.get("key"));
  if (!pair) {
    pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, ["sign"]);
    await inStore("readwrite", (store) => store.put(pair, "key"));
  }
  const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  return btoa(String.fromCharCode(...point)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
