// Decodes frames beside the page, so that it stays responsive. First {decoder: address of scan.mjs};
// then a frame at a time, each answered by {text}, empty where no code can be read. A frame is
// {grey, width, height} or {frame, middle, longest}: a VideoFrame, whole or its middle, whose answer
// has no text where its grey cannot be got at.

let decode;

self.onmessage = async ({ data }) => {
  if (data.decoder) {
    ({ decode } = await import(data.decoder));
    self.postMessage({ ready: true });
  } else if (data.frame) {
    self.postMessage({ text: await decodeFrame(data) });
  } else {
    self.postMessage({ text: decode(new Uint8Array(data.grey), data.width, data.height) });
  }
};

async function decodeFrame({ frame, middle, longest }) {
  try {
    if (!/^(I420|NV12)/.test(frame.format ?? "")) return null;
    const bytes = new Uint8Array(frame.allocationSize());
    const [plane] = await frame.copyTo(bytes);
    const { width, height } = frame.visibleRect;
    const side = Math.min(width, height);
    const part = middle
      ? { left: (width - side) >> 1, top: (height - side) >> 1, wide: side, high: side }
      : { left: 0, top: 0, wide: width, high: height };
    const { grey, columns, rows } = shrunk(bytes, plane, part, longest);
    return decode(grey, columns, rows);
  } catch {
    return null;
  } finally {
    frame.close();
  }
}

/** The grey of a part, its longer side at most so long: four neighbours a pixel. */
function shrunk(bytes, { offset, stride }, { left, top, wide, high }, longest) {
  const step = Math.max(1, Math.max(wide, high) / longest);
  const columns = Math.floor(wide / step);
  const rows = Math.floor(high / step);
  const grey = new Uint8Array(columns * rows);
  for (let row = 0, at = 0; row < rows; row++) {
    const above = offset + (top + Math.floor(row * step)) * stride + left;
    const below = offset + (top + Math.min(high - 1, Math.ceil(row * step))) * stride + left;
    for (let column = 0; column < columns; column++, at++) {
      const before = Math.floor(column * step);
      const after = Math.min(wide - 1, Math.ceil(column * step));
      grey[at] = (bytes[above + before] + bytes[above + after] + bytes[below + before] + bytes[below + after]) >> 2;
    }
  }
  return { grey, columns, rows };
}
