// The search of persons from the keyboard: type, arrows, Enter. A refusal is shown where rows would be.

const input = document.getElementById("text");
const purpose = document.getElementById("purpose");
const rows = () => [...document.querySelectorAll("#found tr[data-href]")];

document.body.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.xhr.status >= 400 && event.detail.xhr.responseText.includes('id="found"')) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

function move(step) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.findIndex((row) => row.classList.contains("is-cursor"));
  all[at]?.classList.remove("is-cursor");
  const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
  next.classList.add("is-cursor");
  next.scrollIntoView({ block: "nearest" });
}

input?.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  }
  const chosen = document.querySelector("#found tr.is-cursor[data-href]");
  if (event.key === "Enter" && chosen) {
    event.preventDefault();
    location.href = chosen.dataset.href;
  }
});

// The note belongs to the purpose that needs one.
purpose?.addEventListener("change", () => {
  const note = document.querySelector("[data-note]");
  if (note) note.hidden = purpose.value !== "OTHER";
  if (input?.value.trim()) input.form?.requestSubmit();
});

// Two rows make a pair; more or fewer cannot be compared.
const chosen = () => document.querySelectorAll("#compare input[name=person]:checked").length;
const settleButton = () => {
  const button = document.querySelector("[data-compare]");
  if (button) button.disabled = chosen() !== 2;
};
document.addEventListener("change", settleButton);
document.body.addEventListener("htmx:afterSwap", settleButton);
settleButton();
