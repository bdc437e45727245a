// A field in which a commune or province is found by a few letters, with or without accents, also by
// the name it had until 30 June 2025. By keyboard alone: arrows, Enter, Escape. Without it the server
// reads what was typed.

const WAIT = 200;
let made = 0;

async function found(query, level) {
  const ask = async (address) => {
    const answer = await fetch(`${address}?q=${encodeURIComponent(query)}`).catch(() => null);
    return answer?.ok ? answer.json() : [];
  };
  const [today, former] = await Promise.all([
    ask("/api/v1/units"), level === "commune" ? ask("/api/v1/units/former") : [],
  ]);
  const isCommune = (unit) => unit.path.includes(",");
  const choices = today.filter((unit) => level === "any" || isCommune(unit) === (level === "commune"))
    .map((unit) => ({ id: unit.id, path: unit.path, was: "" }));
  for (const one of former) {
    for (const unit of one.today) {
      if (!choices.some((choice) => choice.path === unit.path && !choice.was)) {
        choices.push({ id: unit.id, path: unit.path, was: one.path });
      }
    }
  }
  return choices.slice(0, 12);
}

export function find(field) {
  field.removeAttribute("list");
  const list = document.createElement("ul");
  list.id = `units-${++made}`;
  list.className = "found-units";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels?.[0]?.textContent ?? "");
  list.hidden = true;
  field.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off" })) {
    field.setAttribute(name, value);
  }
  // Where a page wants the unit's number, it stands in a field of its own; words alone are none.
  const into = field.dataset.into && document.getElementById(field.dataset.into);
  let waiting;
  let asked = 0;
  let chosen = -1;

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    chosen = -1;
  }

  function take(option) {
    field.value = option.dataset.path;
    if (into) into.value = option.dataset.id;
    close();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  function mark(index) {
    chosen = Math.max(-1, Math.min(index, list.children.length - 1));
    [...list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
    if (chosen < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", list.children[chosen].id);
    list.children[chosen].scrollIntoView({ block: "nearest" });
  }

  function show(choices) {
    list.replaceChildren(...choices.map((choice, index) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${index}`;
      option.setAttribute("role", "option");
      option.dataset.path = choice.path;
      option.dataset.id = choice.id;
      option.append(choice.path);
      if (choice.was) {
        const was = document.createElement("span");
        was.textContent = `${field.dataset.former ?? ""} ${choice.was}`.trim();
        option.append(was);
      }
      option.addEventListener("pointerdown", (event) => { event.preventDefault(); take(option); });
      return option;
    }));
    list.hidden = choices.length === 0;
    field.setAttribute("aria-expanded", String(choices.length > 0));
    mark(-1);
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    if (into) into.value = "";
    const turn = ++asked;
    const query = field.value.trim();
    if (query.length < 2) return close();
    waiting = setTimeout(async () => {
      const choices = await found(query, field.dataset.units);
      if (turn === asked && document.activeElement === field) show(choices);
    }, WAIT);
  });
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") mark(chosen + 1);
    else if (event.key === "ArrowUp") mark(chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  field.addEventListener("blur", close);
}
