/**
 * What people come for, walked through in a real browser against the whole program: the pages as
 * they are served, with their scripts, their style and the content security policy. Stories make
 * their own accounts, places and people. They carry the tag {@code browser}.
 */
@NullMarked
package vn.lachan.app.stories;

import org.jspecify.annotations.NullMarked;
