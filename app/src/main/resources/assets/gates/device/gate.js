// The gate's page: joins the keeper's hands, the queue and what is shown.

import * as store from "./store.js";
import * as room from "./room.js";
import { alone, call, drain, enrol, Refused, report } from "./contact.js";
import { capture, enqueue, uncount } from "./capture.js";
import { deviceKey, endRun } from "./seal.js";
import { forgetSubject, isOpen, offer, refreshForm, watchDeclaring } from "./declare.js";
import { forgetGone, signOn } from "./keeper.js";
import { showCode } from "./screen.js";
import { beginTrip, declaredOnTrip, isCheckpoint, isOpenTrip, joinTrip, sayOpenTrip, watchTrip } from "./trip.js";
import { isCode, readName, ready, wordsOf } from "./reading.js";
import { signal, wake } from "./signals.js";
import { byReader, watchKeys } from "./wedge.js";
import { cameraToggle } from "./camera.js";
import { show, showKeepers, showQueue, showVerdict, showView } from "./view.js";
import { knows, say } from "./texts.js";

const RETRY = 5_000;
const LATE = 3_000;
const NAME_MOST = 100;
const facts = {
  online: navigator.onLine, waiting: 0, inside: 0, insideSince: 0, drift: 0, contactAt: 0,
  keepers: [], codeKeys: [], revokedCodes: [], contactSeconds: 30, freeMegabytes: 20, answerMillis: 120,
};
let sending = false;
let nextContact = 0;
let asked = null;
let scans = Promise.resolve();
let shown = 0;

const words = (failure) => {
  if (store.isFull(failure)) return say("gates.page.storage-full", facts.waiting);
  if (!(failure instanceof Refused)) return say("gates.page.no-network");
  return knows(failure.code) && !failure.message.includes(" ") ? say(failure.code) : failure.message;
};

async function begin() {
  Object.assign(facts, await store.fact("device"));
  facts.shift = await store.fact("shift");
  facts.insideSince = (await store.fact("insideSince")) ?? 0;
  facts.waiting = await store.waiting();
  // Whatever waits already was captured before this page was opened.
  facts.waitingSince = facts.waiting > 0 ? -Infinity : undefined;
  facts.deviceKey = await store.fact("deviceKey");
  if (!facts.deviceKey) {
    facts.deviceKey = await deviceKey();
    await store.setFact("deviceKey", facts.deviceKey);
  }
  await choose();
  ready();
  tick();
  setInterval(tick, 1_000);
  navigator.serviceWorker?.register("/gates/device/worker.js").catch(() => show("#not-installable", true));
  if (!navigator.serviceWorker) show("#not-installable", true);
}

/** Which of the page's four faces is shown. */
async function choose() {
  if (!facts.device) {
    showView("enrol");
    const code = decodeURIComponent(location.hash.slice(1));
    if (code) document.getElementById("code").value = code;
    return;
  }
  room.look(facts.freeMegabytes).then(refresh, refresh);
  document.getElementById("place").textContent = facts.place.name;
  document.getElementById("device").textContent = facts.name;
  if (facts.revoked) showView("revoked");
  else if (facts.screen) showView("screen");
  else if (facts.kiosk || facts.shift) showView("work");
  else {
    showKeepers(facts.keepers);
    show("#unprotected", !(await store.persist()));
    showView("sign-on");
  }
  document.body.classList.toggle("is-kiosk", facts.kiosk);
  document.body.classList.toggle("is-screen", Boolean(facts.screen));
  document.body.classList.toggle("is-checkpoint", isCheckpoint(facts));
  await beginTrip(facts);
  document.getElementById("keeper").textContent = facts.shift?.name ?? "";
  await refresh();
}

async function refresh() {
  facts.waiting = await store.waiting();
  facts.waitingSince = facts.waiting > 0 ? facts.waitingSince ?? performance.now() : undefined;
  facts.isLate = isLate();
  show("#storage", room.isOver());
  document.getElementById("storage").textContent = say("gates.page.storage-full", facts.waiting);
  showQueue(facts, await store.refused(), (await store.fact("delivered")) ?? 0);
}

/** What is sent within a moment is no news to a keeper. */
const isLate = () => !facts.online || performance.now() - (facts.waitingSince ?? Infinity) > LATE;

/** Every second: sends what waits, and says how things are when it is time. */
async function tick() {
  forgetSubject();
  if (facts.screen && facts.device && !facts.revoked) showCode(facts).catch(() => undefined);
  if (facts.device && facts.isLate !== isLate()) refresh();
  if (!facts.device || sending || Date.now() < nextContact) return;
  sending = true;
  try {
    await alone(exchange);
    nextContact = Date.now() + (facts.waiting > 0 ? RETRY : facts.contactSeconds * 1_000);
  } finally {
    sending = false;
    await refresh();
  }
}

async function exchange() {
  try {
    if (facts.revoked) return await leaveService();
    await report(facts);
    facts.online = true;
    await refreshForm(facts);
    await forgetGone(facts);
    showKeepers(facts.keepers);
    await drain(facts, refresh);
    if (await store.waiting() === 0) {
      await report(facts);
      await uncount(facts);
    }
  } catch (failure) {
    await failed(failure);
  }
}

async function failed(failure) {
  if (failure instanceof Refused && failure.code === "gates.refused.revoked") {
    facts.revoked = true;
    facts.shift = undefined;
    await store.setFact("device", { ...facts });
    await store.dropFact("shift");
    await store.dropFact("pins");
    await choose();
    nextContact = 0;
  } else if (failure instanceof Refused && failure.status === 401) {
    show("#lost", true);
    facts.online = true;
  } else if (!(failure instanceof Refused) || failure.status >= 500 || failure.status === 429) {
    facts.online = false;
  } else {
    show("#trouble", true);
    document.getElementById("trouble-words").textContent = words(failure);
  }
}

/** A revoked device sends what it captured before, then keeps nothing. */
async function leaveService() {
  await drain(facts, refresh);
  await call("/device", undefined, 20_000, "DELETE");
  await store.wipe();
  facts.device = undefined;
  showView("gone");
}

const soon = () => { nextContact = 0; };

function scan(text, name, typed) {
  scans = scans.then(() => scanNow(text, name, typed));
  return scans;
}

async function scanNow(text, name, typed) {
  const direction = facts.kiosk ? "auto" : document.querySelector("input[name=direction]:checked").value;
  const begun = performance.now();
  if (isOpen()) return;
  if (name && (await isHalf(name))) return askAgain(text, name, typed);
  let verdict;
  try {
    const late = correction(shown + 1);
    verdict = isCheckpoint(facts)
      ? await joinTrip(facts, { text, name, typed }, late)
      : await capture(facts, { text, name, typed, direction }, late);
  } catch (failure) {
    if (store.isFull(failure)) room.ended();
    verdict = store.isFull(failure)
      ? { advice: "stop", key: "gates.page.storage-full", parameters: [facts.waiting], recorded: false }
      : { advice: "stop", key: "gates.page.not-stored", parameters: [failure.name], recorded: false };
  }
  asked = verdict.advice === "ask-name" ? { text, typed } : null;
  shown += 1;
  await offer(verdict.subject ?? null);
  const told = said(verdict);
  document.body.dataset.verdictMillis = String(Math.round(performance.now() - begun));
  await told;
}

/** A name of one word counts only when it is given a second time: some people have no other. */
async function isHalf(name) {
  return wordsOf(name).length === 1 && asked?.once !== name.trim() && !(await readName(name));
}

function askAgain(text, name, typed) {
  asked = { text, typed, once: name.trim() };
  document.body.dataset.verdictMillis = "0";
  return said({ advice: "ask-name", key: "gates.page.name-one-word", parameters: [], name: name.trim(), recorded: false });
}

/** What stands in the box for a name: a code there is a scan, and the question before it is over. */
function answerName(name) {
  const value = name.value.trim();
  const isReader = byReader(name);
  if (isReader || isCode(value)) return scan(value, null, !isReader);
  return scan(asked.text, name.value.slice(0, NAME_MOST + 1), asked.typed);
}

/** The server's late word: about whoever still stands there, or a stop for somebody scanned before. */
function correction(about) {
  return async (verdict) => {
    const isEarlier = shown !== about;
    if (isEarlier && verdict.advice !== "stop") return;
    if (!isEarlier) await offer(verdict.subject ?? null);
    await said(isEarlier ? { ...verdict, words: say("gates.page.scanned-before", verdict.words) } : verdict);
  };
}

/** Shows what there is to say, and sends soon what was kept. */
async function said(verdict) {
  showVerdict(verdict, facts);
  signal(verdict.look ?? verdict.advice);
  await refresh();
  if (verdict.recorded && nextContact > Date.now() + 300 && facts.online) nextContact = Date.now() + 300;
}

document.getElementById("scan-form").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = document.getElementById("text");
  const name = document.getElementById("name");
  if (asked && name.value.trim() && text.value === asked.text) answerName(name);
  else if (text.value.trim()) scan(text.value, null, !byReader(text));
});

document.getElementById("enrol-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  wake();
  const error = document.getElementById("enrol-error");
  error.textContent = "";
  try {
    await enrol(facts, document.getElementById("code").value.trim());
    history.replaceState(null, "", location.pathname + location.search);
    facts.online = true;
    show("#lost", false);
    await store.persist();
    await choose();
    soon();
  } catch (failure) {
    error.textContent = words(failure);
  }
});

/** A shift that cannot be written down has not begun. */
async function beginShift(shift) {
  await store.setFact("shift", shift);
  facts.shift = shift;
  try {
    await enqueue(facts, "shift-start", "", {});
  } catch (failure) {
    facts.shift = undefined;
    await store.dropFact("shift");
    throw failure;
  }
}

document.getElementById("sign-on-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  wake();
  const error = document.getElementById("sign-on-error");
  const pin = document.getElementById("pin");
  error.textContent = "";
  try {
    const keeper = await signOn(facts, Number(document.getElementById("who").value), pin.value);
    await beginShift({ key: crypto.randomUUID(), account: keeper.account, name: keeper.name });
    await refresh();
    await choose();
    soon();
  } catch (failure) {
    error.textContent = words(failure);
  } finally {
    pin.value = "";
  }
});

document.getElementById("end-shift").addEventListener("click", async () => {
  if (isCheckpoint(facts) && isOpenTrip()) return sayOpenTrip();
  await enqueue(facts, "shift-end", "", {});
  endRun();
  facts.shift = undefined;
  await store.dropFact("shift");
  await choose();
  soon();
});

document.getElementById("refused-list").addEventListener("click", async (event) => {
  const key = event.target.closest("button")?.dataset.key;
  if (!key) return;
  await store.dismiss(key);
  await refresh();
});

document.getElementById("come-back").addEventListener("click", () => showView("enrol"));
document.getElementById("send-now").addEventListener("click", soon);
window.addEventListener("online", () => { facts.online = true; soon(); });
window.addEventListener("offline", () => { facts.online = false; refresh(); });
document.addEventListener("pointerdown", wake, { once: true });
watchKeys(() => asked !== null);
watchDeclaring(facts, said, declaredOnTrip);
watchTrip(facts, said);
cameraToggle((text) => scan(text, null, false));
begin();
