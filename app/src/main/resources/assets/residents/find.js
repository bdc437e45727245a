// The code at a gate, read by the camera, leads to its place. Only a link of this very program or a
// bare code does: a picture at a gate must not be able to lead anybody elsewhere.

const CODE = /^[0-9a-z]{4}-?[0-9a-z]{4}$/i;
const DOOR = /^\/d\/([^/]+)\/?$/;

/** The page of the place that a text names; null where it names none. */
export function pageOf(text, origin) {
  const words = text.trim();
  if (CODE.test(words)) return "/residents/at/" + words;
  let address;
  try {
    address = new URL(words);
  } catch {
    return null;
  }
  const code = DOOR.exec(address.pathname)?.[1];
  if (address.origin !== origin || !code || !CODE.test(code)) return null;
  // The changing code of a screen at the gate proves that the phone is there.
  const proof = address.searchParams.get("p");
  return "/residents/at/" + code + (proof ? "?p=" + encodeURIComponent(proof) : "");
}

const section = document.querySelector("[data-find]");
if (section && navigator.mediaDevices?.getUserMedia) {
  const { toggle, camera, worker, decoder } = section.dataset;
  const said = section.querySelector("[data-said]");
  const say = (words) => {
    said.textContent = words;
    said.hidden = !words;
  };
  const { cameraToggle } = await import(toggle);
  const running = cameraToggle({
    button: section.querySelector("[data-camera-button]"),
    picture: section.querySelector("[data-picture]"),
    camera,
    addresses: { worker, decoder },
    begun: () => say(""),
    found: (text) => {
      const page = pageOf(text, location.origin);
      if (!page) {
        say(said.dataset.other);
        return;
      }
      running.stop();
      location.assign(page);
    },
    failed: () => say(said.dataset.noCamera),
  });
  section.hidden = false;
}
