// Deciding without a mouse: 1 and 2 believe a keyer, 4 says that nobody can read it, each goes on; 3
// types what stands on the sheet, Enter goes on. Nothing undecided is passed over.

const form = document.querySelector("[data-settle]");
const groups = [...form.querySelectorAll("fieldset")];

function enter(group) {
  const target = group?.querySelector("input[type=radio]:checked") ?? group?.querySelector("input[type=radio]");
  if (target) target.focus();
  else form.querySelector("button").focus();
}

form.addEventListener("keydown", (event) => {
  const group = event.target.closest("fieldset");
  if (!group) return;
  const next = groups[groups.indexOf(group) + 1];
  if (event.key === "Enter") {
    event.preventDefault();
    enter(group.querySelector("input[type=radio]:checked") ? next : group);
  } else if (/^[1-4]$/.test(event.key) && event.target.type === "radio") {
    event.preventDefault();
    const chosen = group.querySelectorAll("input[type=radio]")[Number(event.key) - 1];
    if (chosen.disabled) return;
    chosen.checked = true;
    if (event.key === "3") group.querySelector("input[type=text]").focus();
    else enter(next);
  }
});
form.addEventListener("input", ({ target }) => {
  if (target.type === "text") target.closest("fieldset").querySelectorAll("input[type=radio]")[2].checked = true;
});
enter(groups.find((group) => group.querySelector(".error")) ?? groups[0]);
