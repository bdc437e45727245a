// The app around the pages: works without network, can be installed, forgets when signed out.

const page = document.querySelector("[data-app]");
const addresses = page?.dataset ?? {};

if ("serviceWorker" in navigator && !addresses.forget) {
  navigator.serviceWorker.register("/residents/worker.js", { scope: "/residents" }).catch(() => {});
}

if (addresses.forget !== undefined) {
  import(addresses.keys).then((keys) => keys.forget());
} else if (addresses.people && navigator.onLine && "indexedDB" in window && window.isSecureContext) {
  import(addresses.keys)
    .then((keys) => keys.refresh(addresses.people.split(" "), addresses.token))
    .then(() => document.dispatchEvent(new Event("lachan:codes")))
    .catch(() => document.dispatchEvent(new Event("lachan:codes")));
}

const offline = document.querySelector("[data-offline]");
function sayOffline() {
  if (offline) offline.hidden = navigator.onLine || document.querySelector("[data-none]") !== null;
}
addEventListener("online", sayOffline);
addEventListener("offline", sayOffline);
sayOffline();

const install = document.querySelector("[data-install]");
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  if (!install) return;
  install.hidden = false;
  install.querySelector("button").addEventListener("click", () => {
    event.prompt();
    install.hidden = true;
  }, { once: true });
});

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => print());
}

// One tap for a whole family: the box above the list ticks all below.
document.querySelector("[data-all]")?.addEventListener("change", (event) => {
  for (const box of event.target.form.elements) {
    if (box.type !== "checkbox" || box === event.target) continue;
    // Whoever is advised to stay at home is ticked by their own box alone, and unticked with the others.
    if (box.dataset.alone === undefined || !event.target.checked) box.checked = event.target.checked;
  }
});
