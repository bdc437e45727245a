// Communes by a few letters: the best stands first, Enter takes it, the province follows.

const page = document.querySelector("[data-keying]");
const form = document.getElementById("sheet");
const WAIT_MILLIS = 120;
const states = new WeakMap();

const state = (field) => {
  if (!states.has(field)) states.set(field, { asked: "", chosen: field.value, found: [], at: 0, timer: 0, turn: 0 });
  return states.get(field);
};
const list = (field) => document.getElementById(field.getAttribute("aria-controls"));

function close(field) {
  list(field).hidden = true;
  field.setAttribute("aria-expanded", "false");
  field.removeAttribute("aria-activedescendant");
}

function mark(field) {
  const now = state(field);
  [...list(field).children].forEach((option, index) => {
    option.setAttribute("aria-selected", String(index === now.at));
    if (index === now.at) {
      field.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    }
  });
}

function option(field, choice, index) {
  const item = document.createElement("li");
  item.setAttribute("role", "option");
  item.id = `${field.id}-${index}`;
  item.textContent = choice.path;
  if (choice.former) {
    const note = document.createElement("small");
    note.textContent = (choice.part ? page.dataset.formerPart : page.dataset.former).replace("{0}", choice.former);
    item.append(note);
  }
  item.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    choose(field, index);
  });
  return item;
}

async function search(field) {
  const now = state(field);
  const text = field.value.trim();
  now.asked = field.value;
  const turn = ++now.turn;
  if (text.length < 2) {
    now.found = [];
    close(field);
    return;
  }
  const address = `${page.dataset.communes}?level=${field.dataset.find}&q=${encodeURIComponent(text)}`;
  const answer = await fetch(address).catch(() => null);
  const found = answer?.ok ? await answer.json() : [];
  if (turn !== now.turn) return;
  now.found = found;
  now.at = 0;
  list(field).replaceChildren(...found.map((choice, index) => option(field, choice, index)));
  list(field).hidden = found.length === 0 || document.activeElement !== field;
  field.setAttribute("aria-expanded", String(!list(field).hidden));
  mark(field);
}

function choose(field, index) {
  const now = state(field);
  const choice = now.found[index];
  if (!choice) return;
  field.value = choice.path;
  now.chosen = choice.path;
  now.asked = choice.path;
  now.found = [];
  close(field);
  const province = field.dataset.find === "commune" ? form.elements[field.name.replace("commune", "province")] : null;
  if (province) {
    province.value = choice.province;
    state(province).chosen = choice.province;
  }
}

/** Whoever types faster than the network still gets the best that their letters mean. */
async function settle(field) {
  const now = state(field);
  clearTimeout(now.timer);
  if (field.value === now.chosen || field.value.trim() === "") return close(field);
  if (now.asked !== field.value) await search(field);
  if (now.found.length > 0) choose(field, now.at);
  close(field);
}

form.addEventListener("input", ({ target }) => {
  if (!target.dataset.find) return;
  const now = state(target);
  clearTimeout(now.timer);
  now.timer = setTimeout(() => search(target), WAIT_MILLIS);
});
form.addEventListener("keydown", (event) => {
  const field = event.target;
  if (!field.dataset.find || list(field).hidden) return;
  const now = state(field);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    now.at = (now.at + (event.key === "ArrowDown" ? 1 : now.found.length - 1)) % now.found.length;
    mark(field);
  } else if (event.key === "Escape") {
    event.preventDefault();
    close(field);
  }
});
form.addEventListener("key:leave", (event) => {
  if (event.target.dataset?.find) event.detail.wait = settle(event.target);
});
form.addEventListener("focusout", ({ target }) => { if (target.dataset?.find) close(target); });
form.addEventListener("key:cleared", () => {
  for (const field of form.querySelectorAll("[data-find]")) states.delete(field);
});
