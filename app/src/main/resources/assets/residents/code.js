// The personal code: drawn anew each half minute with the device's signature, also without network.

const HALF_MINUTE = 30_000;
const root = document.querySelector("[data-code]");
const names = root.querySelector("[data-people]");
const title = root.querySelector("[data-name]");
const drawing = root.querySelector("[data-qr]");
const clock = root.querySelector("[data-clock]");
const live = root.querySelector("[data-live]");
const plain = root.querySelector("[data-plain]");
const none = root.querySelector("[data-none]");
const link = root.querySelector("[data-national-link]");
const other = root.querySelector("[data-other]");
let codes = [];
let shown;
let drawnFor = 0;
let personal;
let module;
let key;
let keepsOn;
let national = false;

function choose(id) {
  shown = codes.find((code) => code.id === id) ?? codes[0];
  drawnFor = 0;
  showNational(false);
  if (link && shown) link.href = `/residents/people/${shown.id}/national`;
  for (const button of names.children) {
    button.setAttribute("aria-pressed", String(button.dataset.id === shown?.id));
  }
  draw();
}

function list() {
  names.replaceChildren(...codes.map((code) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.id = code.id;
    button.textContent = code.name;
    button.addEventListener("click", () => choose(code.id));
    return button;
  }));
  names.hidden = codes.length < 2;
}

/** Without network the masked national code is drawn in place of the own one, by a button. */
function showNational(wanted) {
  national = wanted;
  drawnFor = 0;
  if (!other) return;
  other.hidden = !shown?.national;
  other.setAttribute("aria-pressed", String(national));
  clock.hidden = national;
}

async function draw() {
  const now = Date.now();
  clock.textContent = new Date(now).toLocaleTimeString("vi-VN", { hour12: false, timeZone: "Asia/Ho_Chi_Minh" });
  const half = Math.floor(now / HALF_MINUTE);
  if (!shown || half === drawnFor) return;
  drawnFor = half;
  if (national) {
    personal.drawCode(module, drawing, shown.national);
    return;
  }
  const text = await personal.completeCode(module, shown.text, key, now);
  if (!text || half !== drawnFor || national) return;
  personal.drawCode(module, drawing, text);
  drawing.dataset.text = text;
  title.textContent = shown.name;
  live.hidden = false;
  if (plain) plain.hidden = true;
}

async function begin() {
  const kept = await import(root.dataset.keys);
  codes = await kept.kept();
  key = await kept.privateKey();
  if (!codes.length || !key) {
    if (none) none.hidden = false;
    return;
  }
  [personal, module] = await Promise.all([import(root.dataset.personal), import(root.dataset.module)]);
  list();
  choose(shown?.id ?? root.dataset.who);
  other?.addEventListener("click", () => {
    showNational(!national);
    draw();
  });
  setInterval(draw, 1_000);
  keepAwake();
}

// A code that goes dark at the gate is no code.
async function keepAwake() {
  if (!("wakeLock" in navigator) || keepsOn) return;
  keepsOn = await navigator.wakeLock.request("screen").catch(() => undefined);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      navigator.wakeLock.request("screen").catch(() => {});
    }
  });
}

if (root.dataset.waits === undefined || !navigator.onLine) begin();
else document.addEventListener("lachan:codes", begin, { once: true });
