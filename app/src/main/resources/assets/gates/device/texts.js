// The page's texts, which the server wrote into it in the reader's language.

const texts = new Map();

for (const row of document.querySelectorAll("#texts data")) texts.set(row.value, row.textContent);

/** The text of a key, its parameters filled in; without a text the key itself. */
export function say(key, ...parameters) {
  const text = texts.get(key);
  if (text === undefined) return key;
  return text.replace(/\{(\d)(?:,[^}]*)?\}/g, (whole, index) => String(parameters[index] ?? whole));
}

export const knows = (key) => texts.has(key);

const NUMBER = new Intl.NumberFormat(document.documentElement.lang);
export const number = (value) => NUMBER.format(value);

const TIME = new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" });
export const time = (millis) => TIME.format(new Date(millis));
