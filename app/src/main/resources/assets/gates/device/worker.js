// Keeps the gate's page and its files, one version whole, so that it opens without network.

const CACHE = `gate-${VERSION}`;
const PAGE = "/gates/device/gate";

// Without cookies: asking for the page in one language must not change the reader's own.
self.addEventListener("install", (event) => {
  event.waitUntil(
    caches.open(CACHE)
      .then((cache) => cache.addAll(KEPT.map((address) => new Request(address, { cache: "reload", credentials: "omit" }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(
        names.filter((name) => name.startsWith("gate-") && name !== CACHE).map((name) => caches.delete(name)),
      ))
      .then(() => self.clients.claim()),
  );
});

/** The page as it was kept; what the server has newer comes with the next version of this worker. */
self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (address.pathname.startsWith("/api/")) return;
  const language = address.searchParams.get("lang") === "en" ? "en" : "vi";
  const wanted = address.pathname === PAGE ? `${PAGE}?lang=${language}` : event.request;
  event.respondWith(
    caches.open(CACHE).then((cache) => cache.match(wanted)).then((kept) => kept ?? fetch(event.request)),
  );
});
