// What the page shows. Texts only, never markup: whatever somebody typed stays text.

import { number, say, time } from "./texts.js";

const VIEWS = ["enrol", "sign-on", "work", "declare", "screen", "revoked", "gone"];
const MARKS = { "let-in": "✔", again: "↻", "ask-name": "?", "needs-declaration": "!", look: "!", added: "+", retry: "?", stop: "✘" };

const find = (id) => document.getElementById(id);

export const show = (selector, shown) => { document.querySelector(selector).hidden = !shown; };

export function showView(name) {
  for (const view of VIEWS) find(view).hidden = view !== name;
  find("bar").hidden = name === "enrol" || name === "gone" || name === "screen";
  find("end-shift").hidden = name !== "work" || document.body.classList.contains("is-kiosk");
  if (name === "work") find("text").focus();
}

export function showKeepers(keepers) {
  const options = keepers.map((keeper) => new Option(keeper.name, keeper.account));
  const chosen = find("who").value;
  find("who").replaceChildren(...options);
  if (keepers.some((keeper) => String(keeper.account) === chosen)) find("who").value = chosen;
  show("#no-keepers", keepers.length === 0);
  find("sign-on-form").hidden = keepers.length === 0;
}

export function showVerdict(verdict, facts) {
  const panel = find("verdict");
  const state = verdict.look ?? verdict.advice;
  panel.className = `verdict is-${state}`;
  panel.setAttribute("role", verdict.advice === "stop" ? "alert" : "status");
  find("verdict-mark").textContent = MARKS[state] ?? MARKS.stop;
  const plain = verdict.advice === "let-in" && verdict.leaves ? "let-out" : state;
  const word = verdict.word ?? plain;
  find("verdict-word").textContent = say(`gates.page.advice.${word}`);
  find("verdict-said").textContent = verdict.words ?? say(verdict.key, ...(verdict.parameters ?? []));
  find("verdict-who").textContent = verdict.digits ? `…${verdict.digits}` : "";
  find("verdict-at").textContent = verdict.recorded ? time(Date.now() + facts.drift) : "";
  const warnings = (verdict.warnings ?? []).map(({ key, parameters }) => line(say(key, ...parameters)));
  if (verdict.recorded && verdict.offline) warnings.push(line(say("gates.page.kept-offline"), "is-kept"));
  find("verdict-warnings").replaceChildren(...warnings);
  const asks = verdict.advice === "ask-name";
  find("name-row").hidden = !asks;
  find("name").value = verdict.name ?? "";
  if (asks) find("name").focus();
  else {
    find("text").value = "";
    find("text").focus();
  }
}

function line(words, name = "") {
  const row = document.createElement("li");
  row.textContent = words;
  row.className = name;
  return row;
}

export function showQueue(facts, refused, delivered) {
  const pill = find("network");
  pill.textContent = say(facts.online ? "gates.page.online" : "gates.page.offline");
  pill.className = facts.online ? "pill is-online" : "pill is-offline";
  find("waiting").textContent = number(facts.waiting);
  find("delivered").textContent = number(delivered);
  const isWaiting = facts.waiting > 0 && facts.isLate;
  find("queue").classList.toggle("is-waiting", isWaiting);
  find("send-now").classList.toggle("is-away", !isWaiting);
  if (facts.waiting === 0) find("verdict-warnings").querySelector(".is-kept")?.remove();
  showInside(facts);
  find("refused").hidden = refused.length === 0;
  find("refused-count").textContent = number(refused.length);
  find("refused-list").replaceChildren(...refused.map(refusedRow));
}

function showInside(facts) {
  const inside = Math.max(0, facts.inside + facts.insideSince);
  const capacity = facts.place?.capacity;
  const estimated = facts.isLate;
  find("inside").textContent = (estimated ? "≈ " : "") + number(inside) + (capacity ? ` / ${number(capacity)}` : "");
  find("inside-words").textContent = say(capacity && inside >= capacity ? "gates.page.full" : estimated ? "gates.page.inside-estimated" : "gates.page.inside");
  find("presence").classList.toggle("is-full", Boolean(capacity) && inside >= capacity);
}

function refusedRow(row) {
  const item = document.createElement("li");
  const words = document.createElement("p");
  const button = document.createElement("button");
  words.textContent = `${time(row.at)} · …${row.digits} · ${row.words ?? row.code}`;
  button.type = "button";
  button.dataset.key = row.key;
  button.textContent = say("gates.page.dismiss");
  item.append(words, button);
  return item;
}
