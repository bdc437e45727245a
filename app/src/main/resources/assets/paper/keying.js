// Keying a sheet without a mouse: Enter goes on, digits choose, saving brings the next sheet. The page stays while
// the server answers, so that nothing typed is lost with the network.

const page = document.querySelector("[data-keying]");
const form = document.getElementById("sheet");
const serial = document.getElementById("serial");
const status = document.getElementById("status");
const words = page.dataset;
const previous = new Map();
let sheet = null;
let begun = 0;
let sending = false;

const shown = (element) => element.closest("[hidden]") === null;
const stops = () => [...form.querySelectorAll("[data-stop]")].filter(shown);
const stopOf = (element) => element.closest("[data-stop]");
const field = (stop) => stop.matches("fieldset") ? stop.querySelector("input:checked") ?? stop.querySelector("input") : stop;

function enter(stop) {
  const target = field(stop);
  target.focus();
  if (target.select && target.type !== "radio" && target.type !== "checkbox") target.select();
  stop.closest("[data-ask]")?.scrollIntoView({ block: "nearest" });
}

function go(from, step) {
  const all = stops();
  const next = all[all.indexOf(from) + step];
  if (next) enter(next);
  else if (step > 0) document.getElementById("save").focus();
}

function say(text, kind) {
  status.textContent = text;
  status.className = `key-status ${kind ?? ""}`;
}

function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** A JSON answer, or words about why there is none. */
async function ask(address, options) {
  const answer = await fetch(address, { ...options, redirect: "manual" }).catch(() => null);
  if (!answer) return { refused: words.offline };
  if (!(answer.headers.get("content-type") ?? "").includes("json")) {
    document.dispatchEvent(new CustomEvent("lachan:signed-out"));
    return { refused: words.over };
  }
  return answer.json();
}

function clear() {
  const day = form.elements.day.value;
  form.reset();
  form.elements.day.value = day;
  form.elements.key.value = newKey();
  begun = 0;
  clearFaults();
  form.dispatchEvent(new Event("change", { bubbles: true }));
  form.dispatchEvent(new CustomEvent("key:cleared"));
}

function clearFaults() {
  for (const fault of form.querySelectorAll(".key-fault")) fault.remove();
  for (const wrong of form.querySelectorAll("[aria-invalid]")) {
    wrong.removeAttribute("aria-invalid");
    wrong.removeAttribute("aria-describedby");
  }
}

function showPhoto(found) {
  const photo = document.getElementById("photo");
  const link = document.getElementById("photo-link");
  const address = `${words.sheets}/${found?.serial}`;
  photo.hidden = !found?.photo;
  if (found?.photo) photo.querySelector("img").src = `${address}/photo.jpg`;
  else photo.querySelector("img").removeAttribute("src");
  link.hidden = !found;
  if (found) link.href = address;
}

async function look() {
  const found = await ask(`${words.look}?typed=${encodeURIComponent(serial.value)}`);
  if (found.refused) {
    sheet = null;
    form.inert = true;
    say(found.refused, "is-wrong");
    serial.select();
    return;
  }
  if (sheet?.serial !== found.serial) clear();
  sheet = found;
  serial.value = found.shown;
  form.elements.serial.value = found.serial;
  form.inert = false;
  showPhoto(found);
  say(words.sheetAt.replace("{0}", found.shown).replace("{1}", found.round), "");
  const first = stops().find((stop) => stop.name !== "day" || stop.value === "") ?? stops()[0];
  enter(first);
}

function await_(next) {
  sheet = null;
  form.inert = true;
  showPhoto(null);
  serial.value = next?.shown ?? "";
  serial.focus();
  serial.select();
}

function fault(name, text) {
  const linkId = name.split("#")[0];
  const inputs = [...form.elements].filter((one) => one.name === name || one.name === linkId);
  const ask = inputs[0]?.closest("[data-ask]");
  if (!ask) return null;
  const line = document.createElement("p");
  line.className = "error key-fault";
  line.id = `fault-${ask.id}`;
  line.textContent = text;
  ask.append(line);
  for (const one of inputs) {
    one.setAttribute("aria-invalid", "true");
    one.setAttribute("aria-describedby", line.id);
  }
  return stopOf(inputs[0]);
}

function showFaults(faults) {
  const unplaced = [];
  const wrong = [];
  for (const [name, text] of Object.entries(faults)) {
    const stop = fault(name, text);
    if (stop) wrong.push(stop);
    else unplaced.push(text);
  }
  say([words.faults.replace("{0}", Object.keys(faults).length), ...unplaced].join(" "), "is-wrong");
  const first = stops().find((stop) => wrong.includes(stop));
  if (first) enter(first);
}

async function save() {
  if (!sheet || sending) return;
  sending = true;
  clearFaults();
  form.elements.seconds.value = begun ? Math.round((Date.now() - begun) / 1000) : 0;
  say(words.saving, "");
  const kept = await ask(words.save, { method: "POST", body: new FormData(form) });
  sending = false;
  if (kept.refused) {
    say(kept.refused, "is-wrong");
    return;
  }
  if (!kept.state) {
    showFaults(kept.faults);
    return;
  }
  for (const stop of stops()) previous.set(stop.name || stop.dataset.stop, valueOf(stop));
  finish(kept);
}

function finish(kept) {
  const text = kept.words.replace("{0}", sheet.shown).replace("{1}", kept.differing);
  document.getElementById("done").textContent = kept.done;
  const settle = document.getElementById("settle");
  settle.hidden = !(kept.state === "different" && kept.settles);
  if (!settle.hidden) settle.action = `${words.sheets}/${sheet.serial}/compare`;
  clear();
  say(kept.next ? `${text} ${words.nextIs.replace("{0}", kept.next.shown)}` : `${text} ${words.allDone}`,
    kept.state === "different" ? "is-open" : "is-good");
  await_(kept.next);
}

async function voidSheet(reason) {
  if (!sheet) return;
  const body = new FormData();
  body.append("serial", sheet.serial);
  body.append("reason", reason);
  body.append("_csrf", form.elements._csrf.value);
  const kept = await ask(words.void, { method: "POST", body });
  if (kept.refused) say(kept.refused, "is-wrong");
  else finish(kept);
}

const valueOf = (stop) => stop.matches("fieldset")
  ? stop.querySelector("input:checked")?.value ?? ""
  : stop.type === "checkbox" ? stop.checked : stop.value;

function repeat(stop) {
  const value = previous.get(stop.name || stop.dataset.stop);
  if (value === undefined) return;
  if (stop.matches("fieldset")) choose(stop, [...stop.querySelectorAll("input")].findIndex((one) => one.value === value));
  else if (stop.type === "checkbox") stop.checked = value;
  else stop.value = value;
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

function choose(stop, at) {
  const input = stop.querySelectorAll("input")[at];
  if (!input) return false;
  input.checked = true;
  input.focus();
  input.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

async function leave(stop, step) {
  const left = new CustomEvent("key:leave", { bubbles: true, detail: { wait: null } });
  field(stop).dispatchEvent(left);
  await left.detail.wait;
  go(stop, step);
}

function digit(stop, event) {
  const number = Number(event.key);
  if (stop.matches("fieldset")) {
    event.preventDefault();
    if (number === 0) for (const input of stop.querySelectorAll("input")) input.checked = false;
    else if (choose(stop, number - 1)) go(stop, 1);
    form.dispatchEvent(new Event("change", { bubbles: true }));
  } else if (stop.type === "checkbox") {
    event.preventDefault();
    stop.checked = number === 1;
    stop.dispatchEvent(new Event("change", { bubbles: true }));
    go(stop, 1);
  }
}

function leaveSheet() {
  const touched = begun > 0;
  if (touched && !confirm(words.leave)) return;
  clear();
  await_(sheet);
}

form.addEventListener("keydown", (event) => {
  const stop = stopOf(event.target);
  if (event.key === "Enter" && (event.ctrlKey || event.target.id === "save")) {
    event.preventDefault();
    save();
  } else if (event.key === "Enter" && stop && !event.isComposing) {
    event.preventDefault();
    leave(stop, event.shiftKey ? -1 : 1);
  } else if (event.key === "F4" && stop) {
    event.preventDefault();
    repeat(stop);
  } else if (/^\d$/.test(event.key) && stop && !event.ctrlKey && !event.altKey) {
    digit(stop, event);
  }
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => { begun ||= Date.now(); });
document.getElementById("save").addEventListener("click", save);

document.getElementById("serial-form").addEventListener("submit", (event) => {
  event.preventDefault();
  look();
});

const reasons = document.getElementById("void");
document.addEventListener("keydown", (event) => {
  if (reasons.open && /^[1-5]$/.test(event.key)) {
    event.preventDefault();
    reasons.querySelectorAll("button[value]")[Number(event.key) - 1].click();
  } else if (event.key === "F8" && sheet) {
    event.preventDefault();
    reasons.showModal();
  } else if (event.key === "F7" && !document.getElementById("settle").hidden) {
    event.preventDefault();
    document.getElementById("settle").requestSubmit();
  } else if (event.key === "Escape" && sheet && !reasons.open && !event.defaultPrevented) {
    leaveSheet();
  }
});
reasons.addEventListener("close", () => {
  if (reasons.returnValue && reasons.returnValue !== "no") voidSheet(reasons.returnValue);
  else if (sheet) enter(stops()[0]);
  reasons.returnValue = "";
});

form.elements.key.value = newKey();
form.inert = true;
serial.focus();
serial.select();

// What was typed of a sheet is in this page alone.
addEventListener("beforeunload", (event) => {
  if (begun > 0) event.preventDefault();
});
