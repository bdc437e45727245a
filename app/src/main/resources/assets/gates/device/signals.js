// Sound and vibration, so that a keeper need not look at the screen.

const TONES = {
  "let-in": { notes: [[880, 0.09]], shake: [60] },
  again: { notes: [[660, 0.06]], shake: [30] },
  "ask-name": { notes: [[660, 0.08], [660, 0.08]], shake: [60, 60, 60] },
  "needs-declaration": { notes: [[660, 0.12], [550, 0.16]], shake: [80, 60, 80] },
  look: { notes: [[660, 0.12], [550, 0.16]], shake: [80, 60, 80] },
  retry: { notes: [[440, 0.08]], shake: [60, 60] },
  added: { notes: [[880, 0.05]], shake: [40] },
  stop: { notes: [[220, 0.25], [196, 0.35]], shake: [250, 80, 250] },
};
let audio;

/** Browsers let a page sound only after somebody touched it. */
export const wake = () => {
  try {
    audio ??= new AudioContext();
    audio.resume();
  } catch {
    audio = undefined;
  }
};

export function signal(advice) {
  const tone = TONES[advice] ?? TONES.stop;
  navigator.vibrate?.(tone.shake);
  if (audio?.state !== "running") return;
  let at = audio.currentTime;
  for (const [pitch, length] of tone.notes) {
    const source = audio.createOscillator();
    const volume = audio.createGain();
    source.frequency.value = pitch;
    volume.gain.setValueAtTime(0.25, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + length);
    source.connect(volume).connect(audio.destination);
    source.start(at);
    source.stop(at + length);
    at += length + 0.04;
  }
}
