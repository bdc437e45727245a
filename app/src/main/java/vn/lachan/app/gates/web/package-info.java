/** The office's page of gates, the gate's own installable page, and the API of its devices. */
@NullMarked
package vn.lachan.app.gates.web;

import org.jspecify.annotations.NullMarked;
