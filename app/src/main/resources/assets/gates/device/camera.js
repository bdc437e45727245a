// The camera is asked for only when somebody presses its button; without one the button is not there.

export function cameraToggle(address, found) {
  const button = document.getElementById("camera");
  const picture = document.getElementById("picture");
  if (!address || !navigator.mediaDevices?.getUserMedia) return;
  button.hidden = false;
  let running = null;
  button.addEventListener("click", async () => {
    if (running) {
      running.stop();
      running = null;
    } else {
      const { startCamera } = await import(address);
      try {
        running = await startCamera(picture, { onText: found, scanner: document.documentElement.dataset.scanner });
      } catch {
        document.getElementById("camera-refused").hidden = false;
      }
    }
    picture.hidden = !running;
    button.setAttribute("aria-pressed", String(Boolean(running)));
  });
}
