// A group of questions that may be answered more than once: rows that are added and taken out again, by
// hand or keyboard. A row keeps the number of its fields; where it stands among the others is what the
// engine calls its occurrence, since what is left empty is no answer.

import { say } from "./texts.js";

const MOST = 50;
const PREFIX = "q.";

const numbered = (name, number) => name.replace(/#\d+/, `#${number}`);
const rowsOf = (box) => [...box.querySelectorAll(":scope > .repeat-row")];
const isBlank = (row) => [...row.querySelectorAll("input, select, textarea")].every((field) =>
  ["radio", "checkbox"].includes(field.type) ? !field.checked : field.value.trim() === "");

/** Builds the rows of a group; the first of its lines is the group itself. */
export function repeating([group, ...questions], ask, added) {
  const box = document.createElement("div");
  box.className = "ask repeats";
  box.dataset.repeats = group.name.slice(PREFIX.length).split("#")[0];
  const title = document.createElement("h3");
  title.textContent = group.text;
  const add = button("gates.page.repeat.add", "repeat-add", () => {
    const number = Math.max(...rowsOf(box).map((row) => Number(row.dataset.number))) + 1;
    const row = newRow(number);
    add.before(row);
    settled();
    row.querySelector("input, select, textarea")?.focus();
  });
  const settled = () => {
    const rows = rowsOf(box);
    rows.forEach((row, at) => {
      row.querySelector("legend").textContent = say("gates.page.repeat.row", at + 1);
      row.querySelector(":scope > .repeat-remove").hidden = rows.length === 1;
    });
    add.hidden = rows.some((row) => Number(row.dataset.number) >= MOST - 1);
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const newRow = (number) => {
    const row = document.createElement("fieldset");
    row.className = "repeat-row";
    row.dataset.number = String(number);
    row.append(document.createElement("legend"));
    for (const line of questions) {
      const own = { ...line, name: numbered(line.name, number), parent: numbered(line.parent, number) };
      const element = ask(own);
      added(element, own);
      row.append(element);
    }
    row.append(button("gates.page.repeat.remove", "repeat-remove", () => {
      row.remove();
      settled();
      add.focus();
    }));
    return row;
  };
  box.append(...(group.text ? [title] : []), newRow(0), add);
  settled();
  return box;
}

function button(label, name, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = name;
  made.textContent = say(label);
  made.addEventListener("click", act);
  return made;
}

/** A row that was added and left empty: nothing in it has to be answered. */
export function spareRow(ask) {
  const row = ask.closest(".repeat-row");
  return Boolean(row) && rowsOf(row.parentElement).length > 1 && isBlank(row);
}

/** The name of a question by where its row stands. */
export function keyAt(ask) {
  const row = ask.closest(".repeat-row");
  return row ? numbered(ask.dataset.ask, rowsOf(row.parentElement).indexOf(row)) : ask.dataset.ask;
}

/** The response with the rows that are still empty, so that the engine says what to ask in them. */
export function withBlanks(response, element) {
  const boxes = [...element.querySelectorAll("[data-repeats]")].filter((box) => rowsOf(box).length > 1);
  if (boxes.length === 0) return response;
  let item = [...(response.item ?? [])];
  for (const box of boxes) {
    const linkId = box.dataset.repeats;
    const given = item.filter((each) => each.linkId === linkId);
    const rows = rowsOf(box).map((row) => (isBlank(row) ? { linkId } : given.shift() ?? { linkId }));
    item = item.filter((each) => each.linkId !== linkId).concat(rows);
  }
  return { ...response, item };
}

/** The number of the row that a path into the response means; null where it means none. */
export function numberAt(path, response, element) {
  const found = /^QuestionnaireResponse\.item\[(\d+)\]/.exec(path);
  const item = found ? response.item?.[Number(found[1])] : null;
  const box = item ? [...element.querySelectorAll("[data-repeats]")].find((each) => each.dataset.repeats === item.linkId) : null;
  if (!box) return null;
  const before = response.item.slice(0, Number(found[1])).filter((each) => each.linkId === item.linkId).length;
  return rowsOf(box).filter((row) => !isBlank(row))[before]?.dataset.number ?? null;
}
