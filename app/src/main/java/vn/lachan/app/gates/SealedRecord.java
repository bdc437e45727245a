package vn.lachan.app.gates;

import java.util.UUID;

/**
 * A record as a device sends it. What it says is sealed; outside lie only what the order, the
 * repetition and the clock need.
 *
 * @param key made by the device; the same record always comes with the same key
 * @param sequence the device's own count, from 1
 * @param sealKey which key of the server it is sealed to
 * @param point the device's one-time public key: an uncompressed point of P-256, 65 bytes
 * @param nonce 12 bytes
 * @param content AES-256-GCM of the JSON, its tag at the end
 * @param correctionSeconds what the device's clock lacked, fixed before the first send
 */
public record SealedRecord(
    UUID key,
    long sequence,
    int sealKey,
    byte[] point,
    byte[] nonce,
    byte[] content,
    int correctionSeconds) {}
