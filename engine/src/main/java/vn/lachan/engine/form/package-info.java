/**
 * Questionnaires as data: a FHIR R4 Questionnaire is read into a small model of its own, a
 * QuestionnaireResponse is checked against it, scored, and judged by dated warning rules. What the
 * model does not support is named with its path and the questionnaire refused; nothing here throws
 * for a text that somebody sent. No tables, no events, no dependency but the JDK. The same classes
 * run in the browser, compiled by TeaVM, so that a gate judges a form without network; they use
 * only the small part of the JDK that exists there. What is supported: docs/adr/0013-forms.md.
 */
@NullMarked
package vn.lachan.engine.form;

import org.jspecify.annotations.NullMarked;
