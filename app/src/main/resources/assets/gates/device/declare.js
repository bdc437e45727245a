// A health declaration at the gate, by the keeper or, at a kiosk, by the visitor. Whom it is about was
// scanned just before and is kept in this page's memory alone, for two minutes.

import * as store from "./store.js";
import { enqueue } from "./capture.js";
import { call } from "./contact.js";
import { complete, prepare, render, settle } from "./form.js";
import { say } from "./texts.js";
import { showView } from "./view.js";

const SUBJECT_MILLIS = 120_000;
const IDLE_MILLIS = 120_000;
const HOUR = 3_600_000;
const element = document.getElementById("declare-form");
const questions = document.getElementById("declare-questions");
let subject = null;
let form = null;
let hasForm = null;
let idle;

const kept = () => `form-${document.documentElement.lang}`;

/** The form of the place as it holds today; what was kept stands while there is no network. */
export async function refreshForm(facts) {
  const known = await store.fact(kept());
  const key = facts.rules?.form;
  if (!key || facts.screen || known?.key === key) return;
  const { answer } = await call("/device/form", {});
  await store.setFact(kept(), { key, ...answer });
  hasForm = true;
  if (!form) prepare(answer);
}

/** Whom a declaration would be about; null hides the button. */
export async function offer(latest) {
  subject = latest ? { ...latest, until: Date.now() + SUBJECT_MILLIS } : null;
  hasForm ??= Boolean(await store.fact(kept()));
  document.getElementById("declare-open").hidden = !(subject && hasForm);
}

/** Nobody's text stays in memory longer than it is needed. */
export function forgetSubject() {
  if (!subject || Date.now() < subject.until || form) return;
  offer(null);
}

export const isOpen = () => form !== null;

/** Somebody who was scanned before, from a row of the page; false where there is no form yet. */
export async function declareFor(facts, person) {
  subject = { ...person, until: Date.now() + SUBJECT_MILLIS };
  return begin(facts);
}

async function begin(facts) {
  if (!subject) return false;
  const found = await store.fact(kept());
  if (!found) return false;
  form = found;
  document.getElementById("declare-title").textContent = form.title;
  document.getElementById("declare-who").textContent = say("gates.page.declare.who", subject.digits);
  render(form, questions);
  showView("declare");
  await settle(form, element, Date.now() + facts.drift);
  questions.querySelector("input, select, textarea")?.focus();
  rest();
  return true;
}

function close() {
  clearTimeout(idle);
  form = null;
  questions.replaceChildren();
  offer(null);
  showView("work");
}

/** A form that somebody left unfinished is cleared: the next person must not read it. */
function rest() {
  clearTimeout(idle);
  idle = setTimeout(close, IDLE_MILLIS);
}

/** Whether these answers stop somebody at this gate. */
const calls = (facts, judged) =>
  judged.level === "RED" || judged.fired.some((code) => facts.rules.callCodes.includes(code));

/** Judged here, sealed, and durable in the queue before anything is said. */
async function send(facts, declaredOnTrip) {
  const at = Date.now() + facts.drift;
  const judged = await complete(form, element, at);
  if (!judged) return null;
  const { text, name, typed, digits, id, scannedAt } = subject;
  await enqueue(facts, "declaration", digits, {
    text,
    name,
    typed,
    body: JSON.stringify({ form: form.form, version: form.version, response: judged.response, scannedAt }),
  });
  const stops = calls(facts, judged);
  await store.declare(id, at + facts.rules.declarationHours * HOUR, stops);
  const passes = declaredOnTrip(id, stops)
    ? { advice: "added", word: "declared", key: "gates.page.declare.done-trip" }
    : { advice: "let-in", key: "gates.page.declare.done" };
  return {
    ...(stops ? { advice: "stop", key: "gates.page.declare.call" } : passes),
    parameters: [],
    digits,
    declared: true,
    offline: !facts.online,
    recorded: true,
  };
}

/**
 * Joins the form to the page; the verdict is shown as any other. Whoever is on a vehicle is not let in by
 * a declaration: the decision on the trip does that.
 */
export function watchDeclaring(facts, verdictShown, declaredOnTrip) {
  document.getElementById("declare-open").addEventListener("click", () => begin(facts));
  document.getElementById("declare-cancel").addEventListener("click", close);
  element.addEventListener("input", rest);
  element.addEventListener("change", () => form && settle(form, element, Date.now() + facts.drift));
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = document.getElementById("declare-send");
    button.disabled = true;
    try {
      const verdict = await send(facts, declaredOnTrip);
      if (verdict) {
        close();
        await verdictShown(verdict);
      }
    } catch (failure) {
      close();
      await verdictShown({ advice: "stop", key: "gates.page.not-stored", parameters: [failure.name], recorded: false });
    } finally {
      button.disabled = false;
    }
  });
}
