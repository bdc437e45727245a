// The device's clock against the server's. What a record's clock lacked is fixed before its first send.

const NEAR = 60_000;
const session = crypto.randomUUID();
let jumped = 0;
let wall = Date.now();
let steady = performance.now();

/** Somebody, or the network, may set the clock while the page is open. */
setInterval(() => {
  const passedWall = Date.now() - wall;
  const passedSteady = performance.now() - steady;
  if (Math.abs(passedWall - passedSteady) > 5_000) jumped += passedWall - passedSteady;
  wall = Date.now();
  steady = performance.now();
}, 1_000);

/** What a record remembers of the clock at its capture. */
export const stamp = (facts) => ({
  deviceAt: Date.now(),
  drift: facts.drift,
  notBefore: facts.contactAt,
  session,
  jumped,
});

/** Server minus device, in milliseconds, from one exchange. */
export const measure = (sentAt, receivedAt, serverTime) =>
  Math.round(serverTime - (sentAt + receivedAt) / 2);

/**
 * The correction of a record in whole seconds. Where the clock was set between capture and now, the
 * drift of the capture counts; a time before the last contact or in the future cannot be right.
 */
export function correction(stamped, driftNow, serverNow, now = { session, jumped }) {
  const since = stamped.session === now.session ? now.jumped - stamped.jumped : 0;
  const plausible = (drift) =>
    stamped.deviceAt + drift > stamped.notBefore - NEAR && stamped.deviceAt + drift < serverNow + NEAR;
  const wasSet = since !== 0 && Math.abs(stamped.drift - driftNow - since) < NEAR;
  const candidates = wasSet
    ? [stamped.drift, driftNow]
    : [driftNow, stamped.drift, driftNow + since];
  const chosen = candidates.find(plausible) ?? driftNow;
  return Math.round(chosen / 1_000);
}
