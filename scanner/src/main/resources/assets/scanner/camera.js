// Reads QR codes with a camera. The page names the addresses of the other scripts, which change with
// their content:
//
//   const scanner = await startScanner({ video, onText, onProblem, addresses: { worker, decoder } });
//   scanner.pause(); scanner.resume(); scanner.stop(); scanner.torch?.(true)
//
// onText(text) is called once a code and again only after it was out of sight, or another was read.
// onProblem(code) says why there is no picture: insecure, unsupported, denied, absent, busy, ended.

const FRAME_MILLIS = 50;
// Where no new frame comes, as of a camera that stands still, the last one is read again after this.
const NEXT_FRAME_MILLIS = 150;
const LONGEST_SIDE = 800;
const STILL_SIDES = [800, 1600];
const FORGOTTEN_MILLIS = 3000;
// Frames of a decoder that answers nothing count as lost after this.
const ANSWER_MILLIS = 5000;

const PROBLEMS = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "absent",
  OverconstrainedError: "absent",
  NotReadableError: "busy",
  AbortError: "busy",
};

export async function startScanner({ video, onText, onProblem, addresses }) {
  const stream = await openCamera(onProblem);
  if (!stream) return null;
  video.srcObject = stream;
  video.muted = true;
  video.playsInline = true;
  try {
    await video.play();
  } catch {
    // A page that was left meanwhile; the stream is closed below.
    stream.getTracks().forEach((track) => track.stop());
    onProblem("ended");
    return null;
  }
  const loop = new Loop(video, stream, await openDecoder(addresses), onText);
  stream.getVideoTracks()[0].addEventListener("ended", () => {
    loop.stop();
    onProblem("ended");
  });
  loop.run();
  return loop;
}

/** What the code of a chosen picture says; empty where there is none to read. */
export async function readPicture(file, addresses) {
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return "";
  }
  const decoder = await openDecoder(addresses);
  try {
    return await decoder.readStill(picture);
  } finally {
    decoder.close();
    picture.close();
  }
}

async function openCamera(onProblem) {
  if (!window.isSecureContext) return problem(onProblem, "insecure");
  if (!navigator.mediaDevices?.getUserMedia) return problem(onProblem, "unsupported");
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: false,
      video: { facingMode: { ideal: "environment" }, width: { ideal: 1280 }, height: { ideal: 720 } },
    });
  } catch (error) {
    return problem(onProblem, PROBLEMS[error.name] ?? "unsupported");
  }
}

function problem(onProblem, code) {
  onProblem(code);
  return null;
}

/** The browser's own decoder where it has one that reads QR codes, else ours in a worker. */
async function openDecoder({ worker, decoder }) {
  try {
    if ("BarcodeDetector" in window && (await BarcodeDetector.getSupportedFormats()).includes("qr_code")) {
      return new NativeDecoder(new BarcodeDetector({ formats: ["qr_code"] }), () => openWorker(worker, decoder));
    }
  } catch {
    // Some browsers have the name and refuse the work.
  }
  return openWorker(worker, decoder);
}

class NativeDecoder {
  constructor(detector, other) {
    this.detector = detector;
    this.other = other;
    this.kind = "native";
  }

  async read(video, turn) {
    if (this.instead) return this.instead.read(video, turn);
    try {
      return (await this.detector.detect(video))[0]?.rawValue ?? "";
    } catch {
      this.instead = await this.other();
      this.kind = this.instead.kind;
      return "";
    }
  }

  async readStill(picture) {
    try {
      const found = (await this.detector.detect(picture))[0]?.rawValue;
      if (found) return found;
    } catch {
      // Our own decoder is asked below.
    }
    this.instead ??= await this.other();
    return this.instead.readStill(picture);
  }

  close() {
    this.instead?.close();
  }
}

async function openWorker(address, decoder) {
  const worker = new Worker(address, { type: "module" });
  const answers = new WorkerDecoder(worker);
  await answers.ask({ decoder: new URL(decoder, location.href).href });
  return answers;
}

class WorkerDecoder {
  constructor(worker) {
    this.worker = worker;
    this.kind = "worker";
    this.takesFrames = "VideoFrame" in window;
    this.canvas = document.createElement("canvas");
    this.context = this.canvas.getContext("2d", { willReadFrequently: true });
    worker.onmessage = ({ data }) => this.answer?.(data);
    worker.onerror = () => this.answer?.({ text: "" });
  }

  /** Whole frames and their middle by turns: near and far codes are both read. */
  async read(video, turn) {
    const { videoWidth: width, videoHeight: height } = video;
    if (!width || !height) return "";
    const middle = turn % 2 === 1;
    const read = this.takesFrames ? await this.readFrame(video, middle) : null;
    if (read !== null) return read;
    return this.readDrawn(video, width, height, middle, LONGEST_SIDE);
  }

  /** A picture holds still: it is looked at whole and in its middle, small and large. */
  async readStill(picture) {
    for (const longest of STILL_SIDES) {
      for (const middle of [false, true]) {
        const text = await this.readDrawn(picture, picture.width, picture.height, middle, longest);
        if (text) return text;
      }
    }
    return "";
  }

  async readDrawn(video, width, height, middle, longest) {
    const side = Math.min(width, height);
    const [left, top, wide, high] = middle ? [(width - side) / 2, (height - side) / 2, side, side] : [0, 0, width, height];
    const scale = Math.min(1, longest / Math.max(wide, high));
    this.canvas.width = Math.round(wide * scale);
    this.canvas.height = Math.round(high * scale);
    this.context.drawImage(video, left, top, wide, high, 0, 0, this.canvas.width, this.canvas.height);
    const grey = greyOf(this.context.getImageData(0, 0, this.canvas.width, this.canvas.height).data);
    const { text } = await this.ask({ grey: grey.buffer, width: this.canvas.width, height: this.canvas.height }, [grey.buffer]);
    return text;
  }

  /** The frame itself, whose grey lies ready in it, so that the page has nothing to draw; null where that fails. */
  async readFrame(video, middle) {
    try {
      const frame = new VideoFrame(video);
      const { text } = await this.ask({ frame, middle, longest: LONGEST_SIDE }, [frame]);
      if (typeof text === "string") return text;
    } catch {
      // Some browsers have the name and refuse the work.
    }
    this.takesFrames = false;
    return null;
  }

  ask(message, transferred = []) {
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve({ text: "" }), ANSWER_MILLIS);
      this.answer = (data) => {
        clearTimeout(late);
        resolve(data);
      };
      this.worker.postMessage(message, transferred);
    });
  }

  close() {
    this.worker.terminate();
  }
}

function greyOf(colours) {
  const grey = new Uint8Array(colours.length / 4);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel++, at += 4) {
    grey[pixel] = (colours[at] * 77 + colours[at + 1] * 151 + colours[at + 2] * 28) >> 8;
  }
  return grey;
}

class Loop {
  constructor(video, stream, decoder, onText) {
    this.video = video;
    this.stream = stream;
    this.decoder = decoder;
    this.onText = onText;
    this.turn = 0;
    this.seen = { text: "", at: 0 };
    const track = stream.getVideoTracks()[0];
    if (track.getCapabilities?.().torch) {
      this.torch = (lit) => track.applyConstraints({ advanced: [{ torch: lit }] });
    }
  }

  /** Which decoder works: native or worker. */
  get kind() {
    return this.decoder.kind;
  }

  async run() {
    while (!this.stopped) {
      const begun = performance.now();
      if (!this.paused && !document.hidden) {
        this.found(await this.decoder.read(this.video, this.turn++));
      }
      const rest = Math.max(0, FRAME_MILLIS - (performance.now() - begun));
      await new Promise((resolve) => setTimeout(resolve, rest));
      await this.newFrame();
    }
  }

  /** A frame is read as it comes, not up to a whole turn later. */
  newFrame() {
    if (!this.video.requestVideoFrameCallback) return undefined;
    return new Promise((resolve) => {
      const asked = this.video.requestVideoFrameCallback(resolve);
      setTimeout(() => {
        this.video.cancelVideoFrameCallback(asked);
        resolve();
      }, NEXT_FRAME_MILLIS);
    });
  }

  found(text) {
    if (!text || this.stopped || this.paused) return;
    const now = performance.now();
    const again = text === this.seen.text && now - this.seen.at < FORGOTTEN_MILLIS;
    this.seen = { text, at: now };
    if (!again) this.onText(text);
  }

  pause() {
    this.paused = true;
  }

  resume() {
    this.paused = false;
  }

  /** The code in sight counts as new, for a button "again". */
  forget() {
    this.seen = { text: "", at: 0 };
  }

  stop() {
    this.stopped = true;
    this.decoder.close();
    this.stream.getTracks().forEach((track) => track.stop());
    this.video.srcObject = null;
  }
}
