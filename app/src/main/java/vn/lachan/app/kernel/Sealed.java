package vn.lachan.app.kernel;

/**
 * A sealed text and the wrapped key that opens it. Destroying the wrapped key destroys the text.
 *
 * @param wrappedKey the text's own random key, encrypted with the master key
 * @param content the text, encrypted with its own key
 */
public record Sealed(byte[] wrappedKey, byte[] content) {}
