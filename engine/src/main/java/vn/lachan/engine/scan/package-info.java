/**
 * Everything a gate can scan or type: place codes, personal codes plain and signed, citizen cards,
 * insurance cards, the national personal code, phone numbers and names. Text goes in, {@link
 * vn.lachan.engine.scan.Scanned} comes out; nothing here throws for what a person typed. No tables,
 * no events, no dependency but the JDK. The same classes run in the browser, compiled by TeaVM, so
 * they use only the small part of the JDK that exists there; {@link
 * vn.lachan.engine.scan.ServerScanPorts} is the one exception.
 */
@NullMarked
package vn.lachan.engine.scan;

import org.jspecify.annotations.NullMarked;
