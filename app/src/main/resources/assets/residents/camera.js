// A button that opens the camera and closes it again; without a camera it is not there.

export function cameraToggle({ button, picture, camera, addresses, begun, found, failed }) {
  let running = null;
  const shown = () => {
    picture.hidden = !running;
    button.setAttribute("aria-pressed", String(Boolean(running)));
  };
  const stop = () => {
    running?.stop();
    running = null;
    shown();
  };
  button.hidden = !navigator.mediaDevices?.getUserMedia;
  button.addEventListener("click", async () => {
    begun();
    if (running) {
      stop();
      return;
    }
    const { startScanner } = await import(camera);
    running = await startScanner({
      video: picture,
      onText: found,
      onProblem: () => {
        running = null;
        failed();
        shown();
      },
      addresses,
    });
    shown();
  });
  return { stop };
}
