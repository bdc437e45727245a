// The camera is asked for only when somebody presses its button; without one the button is not there.

export function cameraToggle(found) {
  const { camera, scanWorker, scanner } = document.documentElement.dataset;
  const button = document.getElementById("camera");
  const picture = document.getElementById("picture");
  const refused = document.getElementById("camera-refused");
  if (!camera || !navigator.mediaDevices?.getUserMedia) return;
  let running = null;
  const shown = () => {
    picture.hidden = !running;
    button.setAttribute("aria-pressed", String(Boolean(running)));
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    refused.hidden = true;
    if (running) {
      running.stop();
      running = null;
    } else {
      const { startScanner } = await import(camera);
      running = await startScanner({
        video: picture,
        onText: found,
        onProblem: () => {
          running = null;
          refused.hidden = false;
          shown();
        },
        addresses: { worker: scanWorker, decoder: scanner },
      });
    }
    shown();
  });
}
