// Telling this browser of notices: asked only after a tap, and turned off by one.

const root = document.querySelector("[data-push]");
const on = root.querySelector("[data-push-on]");
const off = root.querySelector("[data-push-off]");

function say(what) {
  for (const words of root.querySelectorAll("[data-push-said]")) {
    words.hidden = words.dataset.pushSaid !== what;
  }
}

function bytes(text) {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}

async function subscribed(registration) {
  const wanted = { userVisibleOnly: true, applicationServerKey: bytes(root.dataset.push) };
  try {
    return await registration.pushManager.subscribe(wanted);
  } catch (error) {
    // Subscribed under an earlier key of the server: anew.
    const old = await registration.pushManager.getSubscription();
    if (!old) throw error;
    await old.unsubscribe();
    return registration.pushManager.subscribe(wanted);
  }
}

async function begin(event) {
  event.preventDefault();
  const button = on.querySelector("button");
  button.disabled = true;
  say("none");
  try {
    if (await Notification.requestPermission() !== "granted") {
      say("denied");
      return;
    }
    const subscription = await subscribed(await navigator.serviceWorker.ready);
    on.elements.namedItem("endpoint").value = subscription.endpoint;
    on.elements.namedItem("p256dh").value = text(subscription.getKey("p256dh"));
    on.elements.namedItem("auth").value = text(subscription.getKey("auth"));
    on.submit();
  } catch {
    say("failed");
  } finally {
    button.disabled = false;
  }
}

async function end(event) {
  event.preventDefault();
  try {
    const registration = await navigator.serviceWorker.ready;
    const subscription = await registration.pushManager.getSubscription();
    if (subscription) await subscription.unsubscribe();
  } finally {
    off.submit();
  }
}

const possible = window.isSecureContext && "serviceWorker" in navigator
  && "PushManager" in window && "Notification" in window;
if (off) {
  off.addEventListener("submit", end);
} else if (!possible) {
  say(/iPhone|iPad/.test(navigator.userAgent) ? "install" : "unable");
} else if (Notification.permission === "denied") {
  say("denied");
} else {
  on.hidden = false;
  on.addEventListener("submit", begin);
}
