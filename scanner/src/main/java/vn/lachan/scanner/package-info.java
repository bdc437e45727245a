/**
 * What a browser runs of the engine: each class with exported methods becomes one ES module under
 * {@code /assets/scanner/}. Texts and numbers go in, JSON and texts come out, so that no type of
 * Java crosses. The scripts beside the modules hold what only a browser has: camera, worker,
 * WebCrypto. No tables, no events; the compiler of TeaVM and ZXing are needed to build only.
 */
@NullMarked
package vn.lachan.scanner;

import org.jspecify.annotations.NullMarked;
