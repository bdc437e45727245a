// Keeps the app's files, and the page that shows codes without network. No page with anybody's
// name is ever kept here: codes lie in the browser's own store, which signing out empties.
const NAME = "lachan-residents-" + VERSION;
const OFFLINE = "/residents/offline";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(NAME).then((cache) => cache.addAll([...KEPT, OFFLINE])).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names
        .filter((name) => name.startsWith("lachan-residents-") && name !== NAME)
        .map((name) => caches.delete(name))))
      .then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (KEPT.includes(address.pathname)) {
    event.respondWith(caches.match(address.pathname).then((kept) => kept ?? fetch(event.request)));
  } else if (event.request.mode === "navigate") {
    event.respondWith(fetch(event.request).catch(() => caches.match(OFFLINE)));
  }
});

// A message says that there is a notice and which one, nothing of what it says.
self.addEventListener("push", (event) => {
  let told = {};
  try {
    told = event.data.json();
  } catch {
    // Shown without a number: the browser demands that something is shown.
  }
  const words = WORDS[told.language] ?? WORDS.vi;
  event.waitUntil(self.registration.showNotification(words.title, {
    body: words.text,
    lang: told.language ?? "vi",
    icon: ICON,
    tag: "lachan-notice",
    renotify: true,
    data: { notice: told.notice },
  }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const notice = event.notification.data && event.notification.data.notice;
  const path = notice && /^[0-9a-f-]{36}$/.test(notice) ? `/residents/notices/${notice}` : "/residents/notices";
  event.waitUntil(
    self.clients.matchAll({ type: "window" })
      .then((pages) => pages.length
        ? pages[0].navigate(path).then((page) => page && page.focus())
        : self.clients.openWindow(path))
      .catch(() => self.clients.openWindow(path)));
});
