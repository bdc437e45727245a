// A form of the place, as the server gave it for this device: its questions are made into fields here,
// and its answers judged by the engine that the server uses, so that nothing needs a network.

import { keyAt, numberAt, repeating, spareRow, withBlanks } from "./repeats.js";
import { say } from "./texts.js";

const PREFIX = "q.";
const LOCAL_TIME_LETTERS = 16;
const VIETNAM = ":00+07:00";
let engine;
let opened = "";
let shown = new Map();

async function open(form) {
  engine ??= await import(document.documentElement.dataset.form);
  const key = `${form.form} ${form.version}`;
  if (opened === key) return engine;
  const answer = JSON.parse(engine.open(form.questionnaire, form.rules));
  if (answer.refused) throw new DOMException(answer.refused[0]?.code ?? "form", "DataError");
  opened = key;
  return engine;
}

/** Loads the engine before the first form is asked for. */
export const prepare = (form) => open(form).then(() => undefined, () => undefined);

function make(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

const idOf = (line) => `ask-${line.name.replace(/[^a-z0-9-]/gi, "-")}`;

const must = (line) => (line.required ? [make("span", { className: "must", title: say("gates.page.must") }, " *")] : []);

function choices(line) {
  const type = line.kind === "radio" ? "radio" : "checkbox";
  return line.choices.map((choice) => make(
    "label",
    { className: "choice" },
    make("input", { type, name: line.name, value: choice.value }),
    make("span", {}, choice.label),
  ));
}

function fields(line) {
  const id = `${idOf(line)}-field`;
  const label = () => make("label", { htmlFor: id }, line.text, ...must(line));
  const common = { id, name: line.name };
  switch (line.kind) {
    case "group":
      return line.text ? [make("h3", {}, line.text)] : [];
    case "display":
      return [make("p", { className: "hint" }, line.text)];
    case "radio":
      return [make("fieldset", {}, make("legend", {}, line.text, ...must(line)), make("div", { className: "choices-row" }, ...choices(line)))];
    case "checkbox":
      return [make("fieldset", {}, ...(line.choices.length > 1 ? [make("legend", {}, line.text, ...must(line))] : []), ...choices(line))];
    case "select":
      return [label(), make("select", common, new Option(""), ...line.choices.map((choice) => new Option(choice.label, choice.value)))];
    case "text":
      return [label(), make("textarea", { ...common, rows: 2, maxLength: line.mostLetters ?? 2_000 })];
    default:
      return [label(), make("input", {
        ...common,
        type: line.kind === "suggest" ? "text" : line.inputType,
        maxLength: line.mostLetters ?? 300,
        ...(line.inputType === "number" ? { step: "any" } : {}),
      })];
  }
}

function ask(line) {
  const error = make("p", { className: "error", id: `${idOf(line)}-error`, hidden: true });
  const asked = make("div", { className: line.depth > 1 ? "ask ask-inner" : "ask", id: idOf(line) }, ...fields(line), error);
  asked.dataset.ask = line.name;
  asked.dataset.in = line.parent;
  return asked;
}

/** Puts the form's questions into the page; whoever is asked about was scanned, so not who it is. */
export function render(form, into) {
  const children = [];
  shown = new Map();
  for (let at = 0; at < form.lines.length; at += 1) {
    const line = form.lines[at];
    let after = at + 1;
    while (line.more && form.lines[after]?.depth > line.depth) after += 1;
    if (line.more) children.push(repeating(form.lines.slice(at, after), ask, (element, row) => shown.set(element, row)));
    else {
      const element = ask(line);
      shown.set(element, line);
      children.push(element);
    }
    at = after - 1;
  }
  into.replaceChildren(...children);
}

/** The lines that stand in the page now, occurrences that were added included. */
const lines = () => [...shown].filter(([element]) => element.isConnected).map(([, line]) => line);

function answers(element) {
  const names = [];
  const values = [];
  for (const [name, value] of new FormData(element)) {
    if (!name.startsWith(PREFIX) || value === "") continue;
    const bare = value.length === LOCAL_TIME_LETTERS && value[10] === "T";
    names.push(name.slice(PREFIX.length));
    values.push(bare ? value + VIETNAM : value);
  }
  return { names, values };
}

function fill(engineNow, element, at) {
  const { names, values } = answers(element);
  const authored = new Date(Math.floor(at / 1_000) * 1_000 + 7 * 3_600_000).toISOString().slice(0, 19) + "+07:00";
  return JSON.parse(engineNow.fill(names, values, authored));
}

/** Shows the questions that the answers so far ask for. */
export async function settle(form, element, at) {
  const engineNow = await open(form);
  const { response } = fill(engineNow, element, at);
  const enabled = new Set(JSON.parse(engineNow.enabled(JSON.stringify(withBlanks(response, element)))).keys ?? []);
  for (const ask of element.querySelectorAll("[data-ask]")) {
    ask.hidden = !enabled.has(keyAt(ask).slice(PREFIX.length));
  }
}

const isAsked = (ask) => !ask.hidden && ask.offsetParent !== null;

/** What is wrong with the answers, by question; the engine judges again on the server. */
function faults(element, filled) {
  const wrong = new Map();
  const data = new FormData(element);
  for (const line of lines()) {
    const ask = element.querySelector(`[id="${idOf(line)}"]`);
    if (!ask || !isAsked(ask) || spareRow(ask) || line.kind === "group" || line.kind === "display") continue;
    if (line.required && !data.getAll(line.name).some((value) => value.trim() !== "")) wrong.set(line, "answer-missing");
  }
  for (const fault of filled.faults) {
    const line = lineOf(fault, filled.response, element);
    if (line && fault.code !== "ANSWER_MISSING" && !wrong.has(line)) wrong.set(line, "answer-wrong");
  }
  return wrong;
}

/** The question that a fault speaks of, in the occurrence that it speaks of. */
function lineOf(fault, response, element) {
  const all = lines().filter((line) => line.name.slice(PREFIX.length).split("#")[0] === fault.linkId);
  const number = numberAt(fault.path, response, element);
  return all.find((line) => line.name.slice(PREFIX.length) === fault.path)
    ?? all.find((line) => number !== null && line.name.includes(`#${number}`))
    ?? all[0];
}

function showFaults(element, wrong) {
  for (const line of lines()) {
    const error = element.querySelector(`[id="${idOf(line)}-error"]`);
    if (!error) continue;
    const code = wrong.get(line);
    error.hidden = !code;
    error.textContent = code ? say(`gates.page.fault.${code}`) : "";
    for (const field of element.querySelectorAll(`[name="${CSS.escape(line.name)}"]`)) {
      if (code) {
        field.setAttribute("aria-invalid", "true");
        field.setAttribute("aria-describedby", error.id);
      } else {
        field.removeAttribute("aria-invalid");
        field.removeAttribute("aria-describedby");
      }
    }
  }
  const first = [...wrong.keys()][0];
  if (first) element.querySelector(`[name="${CSS.escape(first.name)}"]`)?.focus();
}

/** The response with the level of its warnings; null where something is wrong, which is shown. */
export async function complete(form, element, at) {
  const engineNow = await open(form);
  const filled = fill(engineNow, element, at);
  const wrong = faults(element, filled);
  showFaults(element, wrong);
  if (wrong.size > 0) return null;
  const response = JSON.stringify(filled.response);
  const { level, fired } = JSON.parse(engineNow.judge(response, []));
  return { response, level, fired: fired ?? [] };
}
