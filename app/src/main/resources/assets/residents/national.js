// The national code: read by the camera or from a picture, and kept masked for when there is no network.

const page = document.querySelector("[data-national]");
const { member, text, keys, toggle, camera, worker, decoder } = page.dataset;
const addresses = { worker, decoder };

if (text !== undefined && "indexedDB" in window) {
  import(keys).then((kept) => kept.rememberNational(member, text)).catch(() => {});
}

const left = document.querySelector("[data-seconds]");
if (left) {
  // The page's own refresh may be held back by a browser; a whole code must not stay on the screen.
  const leave = () => location.replace(location.pathname.replace(/\/whole$/, ""));
  setTimeout(leave, Number(left.dataset.seconds) * 1_000);
  document.addEventListener("visibilitychange", () => document.hidden && leave());
}

const form = document.querySelector("[data-reading]");
if (form) {
  const button = form.querySelector("[data-camera-button]");
  const picture = form.querySelector("[data-picture]");
  const said = form.querySelector("[data-said]");
  const file = form.querySelector("[data-file]");
  let running;

  const say = (words) => {
    said.textContent = words;
    said.hidden = !words;
  };
  const found = (words) => {
    running?.stop();
    form.elements.text.value = words;
    form.requestSubmit();
  };

  form.querySelector("[data-typing]").open = false;
  form.querySelector("[data-file-label]").hidden = false;
  file.addEventListener("change", async () => {
    say("");
    const { readPicture } = await import(camera);
    const words = file.files[0] ? await readPicture(file.files[0], addresses) : "";
    file.value = "";
    if (words) found(words);
    else say(said.dataset.nothing);
  });

  import(toggle).then(({ cameraToggle }) => {
    running = cameraToggle({
      button,
      picture,
      camera,
      addresses,
      begun: () => say(""),
      found,
      failed: () => say(said.dataset.noCamera),
    });
  });
}
