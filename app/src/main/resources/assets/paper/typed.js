// Shows how a date or a time of digits alone will be understood, by the rules of TypedDate: the server reads it in
// any case, the page only says it back.

const form = document.getElementById("sheet");

function calendar(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year ? date : null;
}

const two = (number) => String(number).padStart(2, "0");
const written = (date) => `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;

function nearest(day, month, today) {
  const all = [-1, 0, 1].map((step) => calendar(today.getUTCFullYear() + step, month, day)).filter(Boolean);
  return all.sort((one, other) => Math.abs(one - today) - Math.abs(other - today))[0];
}

/** dd/MM/yyyy, MM/yyyy or yyyy; null where it is no date. */
function date(text, today) {
  const parts = text.trim().split(/[/. -]/);
  const digits = parts.length > 1 ? parts.slice(0, 2).map((one) => one.padStart(2, "0")).join("") + (parts[2] ?? "") : parts[0];
  if (!/^\d{4}$|^\d{6}$|^\d{8}$/.test(digits)) return null;
  const day = Number(digits.slice(0, 2));
  const month = Number(digits.slice(2, 4));
  if (digits.length === 4) {
    const near = nearest(day, month, today);
    const year = Number(digits);
    return near ? written(near) : year >= 1900 && year <= 2100 ? digits : null;
  }
  let year = Number(digits.slice(4));
  if (digits.length === 6) {
    year += Math.floor(today.getUTCFullYear() / 100) * 100;
    if (year > today.getUTCFullYear() + 1) year -= 100;
  }
  if (digits.length === 8 && day === 0) return month === 0 ? String(year) : `${two(month)}/${year}`;
  const whole = calendar(year, month, day);
  return whole ? written(whole) : null;
}

function time(text) {
  const parts = text.trim().toLowerCase().replace(/[hg:]$/, "").split(/[:hg. ]/);
  const digits = parts[0];
  const [hours, minutes] = parts.length === 2 ? parts : digits.length <= 2 ? [digits, "0"] : [digits.slice(0, -2), digits.slice(-2)];
  const right = /^\d{1,2}$/.test(hours) && /^\d{1,2}$/.test(minutes) && Number(hours) < 24 && Number(minutes) < 60;
  return right ? `${two(hours)}:${two(minutes)}` : null;
}

form.addEventListener("focusout", ({ target }) => understand(target));
form.addEventListener("key:leave", ({ target }) => understand(target));
form.addEventListener("key:cleared", () => {
  for (const echo of form.querySelectorAll("[data-echo]")) echo.textContent = "";
});

function understand(field) {
  const kind = field.dataset?.kind;
  if (kind === "choice") return named(field);
  if (kind !== "date" && kind !== "time") return;
  const echo = field.parentElement.querySelector("[data-echo]");
  if (field.value.trim() === "") {
    echo.textContent = "";
    return;
  }
  const today = new Date(`${form.dataset.today}T00:00:00Z`);
  const meant = kind === "date" ? date(field.value, today) : time(field.value);
  echo.textContent = meant ? "" : form.dataset.unclear;
  if (meant) field.value = meant;
}

/** A digit in a field with suggestions stands for one of them. */
function named(field) {
  const options = JSON.parse(field.dataset.options);
  if (/^[1-9]$/.test(field.value) && options[Number(field.value) - 1]) field.value = options[Number(field.value) - 1];
}
