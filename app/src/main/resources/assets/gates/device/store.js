// What the device keeps: sealed records in their order, what was refused, and a few facts. Nobody's
// name, number or code is ever written here.

const NAME = "lachan-gate";
let opened;

export function open() {
  opened ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 2);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        request.result.createObjectStore("records", { keyPath: "sequence" });
        request.result.createObjectStore("refused", { keyPath: "key" });
        request.result.createObjectStore("facts");
        request.result.createObjectStore("present", { keyPath: "id" });
      }
      request.result.createObjectStore("declared", { keyPath: "id" });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return opened;
}

/**
 * Runs one transaction; what the work returns comes after everything is durable. A relaxed one does
 * not wait for the disk: the next strict one takes it along, so what a record needs goes with the record.
 */
async function within(stores, mode, work, durability = "strict") {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(stores, mode, { durability });
    let answer;
    const request = work(transaction);
    if (request) request.onsuccess = () => { answer = request.result; };
    transaction.oncomplete = () => resolve(answer);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
  });
}

export const fact = (name) =>
  within(["facts"], "readonly", (t) => t.objectStore("facts").get(name));

export const setFact = (name, value, durability = "strict") =>
  within(["facts"], "readwrite", (t) => { t.objectStore("facts").put(value, name); }, durability);

export const dropFact = (name) =>
  within(["facts"], "readwrite", (t) => { t.objectStore("facts").delete(name); });

/** Adds to a counter and answers its new value; two pages never get the same. */
export const count = (name, by) =>
  within(["facts"], "readwrite", (t) => {
    const facts = t.objectStore("facts");
    const request = facts.get(name);
    const answer = {};
    request.onsuccess = () => {
      answer.result = (request.result ?? 0) + by;
      facts.put(answer.result, name);
      answer.onsuccess?.();
    };
    return answer;
  }, "relaxed");

/** A new record; a fact that is over with it goes in the same moment. */
export const add = (record, over) =>
  within(over ? ["records", "facts"] : ["records"], "readwrite", (t) => {
    t.objectStore("records").add(record);
    if (over) t.objectStore("facts").delete(over);
  });

export const waiting = () =>
  within(["records"], "readonly", (t) => t.objectStore("records").count());

export const oldest = (most) =>
  within(["records"], "readonly", (t) => t.objectStore("records").getAll(null, most));

/** What was fixed in these records before their first send. */
export const keep = (records) =>
  within(["records"], "readwrite", (t) => {
    const store = t.objectStore("records");
    records.forEach((record) => store.put(record));
  });

/** Takes answered records out; those that were refused stay to be seen. */
export const settle = (answered, refused, delivered) =>
  within(["records", "refused", "facts"], "readwrite", (t) => {
    const records = t.objectStore("records");
    answered.forEach((sequence) => records.delete(sequence));
    refused.forEach((row) => t.objectStore("refused").put(row));
    const facts = t.objectStore("facts");
    if (delivered === 0) return;
    const request = facts.get("delivered");
    request.onsuccess = () =>
      facts.put((request.result ?? 0) + delivered, "delivered");
  });

export const refused = () =>
  within(["refused"], "readonly", (t) => t.objectStore("refused").getAll());

export const dismiss = (key) =>
  within(["refused"], "readwrite", (t) => { t.objectStore("refused").delete(key); });

export const present = (id) =>
  within(["present"], "readonly", (t) => t.objectStore("present").get(id));

export const enter = (id, at) =>
  within(["present"], "readwrite", (t) => { t.objectStore("present").put({ id, at }); }, "relaxed");

export const leave = (id) =>
  within(["present"], "readwrite", (t) => { t.objectStore("present").delete(id); }, "relaxed");

/** Nobody is inside for longer than a day. */
export const forgetPresent = (before) =>
  within(["present"], "readwrite", (t) => {
    const request = t.objectStore("present").openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return;
      if (cursor.value.at < before) cursor.delete();
      cursor.continue();
    };
  }, "relaxed");

/** How somebody declared at this device: until when it stands, and whether it stops them. */
export const declared = (id) =>
  within(["declared"], "readonly", (t) => t.objectStore("declared").get(id));

/** What is over goes with the next one. */
export const declare = (id, until, calls) =>
  within(["declared"], "readwrite", (t) => {
    const store = t.objectStore("declared");
    store.put({ id, until, calls });
    const request = store.openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return;
      if (cursor.value.until < Date.now()) cursor.delete();
      cursor.continue();
    };
  });

/** After a revocation, when everything was sent: nothing is left on the device. */
export const wipe = () =>
  within(["records", "refused", "facts", "present", "declared"], "readwrite", (t) => {
    for (const name of ["records", "refused", "facts", "present", "declared"]) t.objectStore(name).clear();
  });

/** Megabytes that may still be written; unknown counts as enough. */
export async function freeMegabytes() {
  if (!navigator.storage?.estimate) return Infinity;
  const { quota, usage } = await navigator.storage.estimate();
  return quota === undefined ? Infinity : (quota - (usage ?? 0)) / 1e6;
}

/** Whether these bytes could be written; they are taken out again. */
export async function takes(bytes) {
  try {
    await setFact("tried", bytes, "relaxed");
  } catch (failure) {
    if (isFull(failure)) return false;
    throw failure;
  }
  await dropFact("tried");
  return true;
}

/** Whether a failure says that the device has no room left. */
export const isFull = (failure) => failure?.name === "QuotaExceededError";

/** Asks the browser not to throw the queue away when space runs short. */
export const persist = async () =>
  (await navigator.storage?.persisted?.()) || (await navigator.storage?.persist?.()) || false;
