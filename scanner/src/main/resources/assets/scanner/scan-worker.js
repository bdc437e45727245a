// Decodes frames beside the page, so that it stays responsive. First {decoder: address of scan.mjs};
// then {grey, width, height} at a time, each answered by {text}, empty where no code can be read.

let decode;

self.onmessage = async ({ data }) => {
  if (data.decoder) {
    ({ decode } = await import(data.decoder));
    self.postMessage({ ready: true });
    return;
  }
  self.postMessage({ text: decode(new Uint8Array(data.grey), data.width, data.height) });
};
