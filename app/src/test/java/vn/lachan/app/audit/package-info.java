@NullMarked
package vn.lachan.app.audit;

import org.jspecify.annotations.NullMarked;
