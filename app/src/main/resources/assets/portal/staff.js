// What every staff page does from the keyboard, and what it says when the network is gone.

const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
const rows = () => [...document.querySelectorAll("table.list tbody tr[data-href], table.list tbody tr[data-row]")];
const current = () => document.querySelector("tr.is-cursor");

function move(step) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.indexOf(current());
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
  current()?.classList.remove("is-cursor");
  next.classList.add("is-cursor");
  next.scrollIntoView({ block: "nearest" });
}

function open(row) {
  const target = row?.dataset.href;
  if (!target) return;
  const beside = row.querySelector("[data-open]");
  if (beside) beside.click();
  else location.href = target;
}

function select(row) {
  const box = row?.querySelector("input[type=checkbox]");
  if (!box) return;
  box.checked = !box.checked;
  box.dispatchEvent(new Event("change", { bubbles: true }));
}

const keys = {
  "/": () => document.querySelector("[data-key='/']")?.focus(),
  j: () => move(1),
  k: () => move(-1),
  x: () => select(current()),
  Enter: () => open(current()),
  "?": () => document.getElementById("keys")?.showModal(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "Enter" && event.target.closest("a, button, summary")) return;
  const act = keys[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-keys-open]")) document.getElementById("keys")?.showModal();
  if (event.target.closest("[data-theme-toggle]")) toggleTheme();
  const side = event.target.closest("[data-side-toggle]");
  if (side) {
    const shown = document.body.classList.toggle("side-shown");
    side.setAttribute("aria-expanded", String(shown));
  } else if (!event.target.closest(".side")) {
    document.body.classList.remove("side-shown");
  }
  if (event.target.closest("[data-print]")) window.print();
  const row = event.target.closest("tr[data-href]");
  if (row && !event.target.closest("a, button, input, label, select, summary")) open(row);
});

document.addEventListener("submit", (event) => {
  const question = event.target.dataset?.confirm;
  if (question && !window.confirm(question)) event.preventDefault();
});

document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-check-all]");
  if (!all) return;
  all.closest("table").querySelectorAll("tbody input[type=checkbox]").forEach((box) => {
    box.checked = all.checked;
  });
  all.closest("form")?.dispatchEvent(new Event("change", { bubbles: true }));
});

function toggleTheme() {
  const root = document.documentElement;
  const next = root.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
  root.setAttribute("data-bs-theme", next);
  localStorage.setItem("lachan-theme", next);
}

const offline = document.querySelector("[data-offline]");
const network = () => { if (offline) offline.hidden = navigator.onLine; };
addEventListener("online", network);
addEventListener("offline", network);
network();

// The session ended while something was being typed: the page stays as it is.
const signedOut = document.querySelector("[data-signed-out]");
document.addEventListener("lachan:signed-out", () => { if (signedOut) signedOut.hidden = false; });
signedOut?.querySelector("a")?.addEventListener("click", () => { signedOut.hidden = true; });
