package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the plain sums among SDC's calculated expressions, and no other FHIRPath: {@code
 * %resource.answers().value.ordinal().sum()} over all answers, and {@code
 * %resource.descendants().where(linkId='a' or linkId='b').answer.value.ordinal().sum()} over some;
 * {@code weight()} for {@code ordinal()} as newer forms say it.
 */
final class SumReader {
  private static final String ALL = "%resource.answers()";
  private static final String SOME = "%resource.descendants().where(";
  private static final String EQUALS = "linkId='";
  private static final String OR = " or ";

  private SumReader() {}

  static @Nullable Sum read(Source extension) {
    Source expression = extension.object("valueExpression");
    if (expression == null) {
      return null;
    }
    String text = expression.requiredText("expression");
    boolean path = "text/fhirpath".equals(expression.text("language"));
    Sum sum = path ? parse(text) : null;
    if (sum == null) {
      extension.refuse(FormRefusalCode.EXPRESSION_UNSUPPORTED, text);
    }
    return sum;
  }

  static @Nullable Sum parse(String text) {
    String terms = withoutEnd(text, ".ordinal().sum()");
    terms = terms == null ? withoutEnd(text, ".weight().sum()") : terms;
    if (terms == null) {
      return null;
    }
    if (terms.equals(ALL + ".value")) {
      return new Sum(List.of());
    }
    String some = withoutEnd(terms, ").answer.value");
    return some != null && some.startsWith(SOME) ? questions(some.substring(SOME.length())) : null;
  }

  private static @Nullable Sum questions(String terms) {
    List<String> questions = new ArrayList<>();
    int at = 0;
    while (terms.startsWith(EQUALS, at)) {
      int start = at + EQUALS.length();
      int end = terms.indexOf('\'', start);
      if (end < 0) {
        return null;
      }
      questions.add(terms.substring(start, end));
      at = end + 1;
      if (at == terms.length()) {
        return new Sum(List.copyOf(questions));
      }
      if (!terms.startsWith(OR, at)) {
        return null;
      }
      at += OR.length();
    }
    return null;
  }

  private static @Nullable String withoutEnd(String text, String end) {
    return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : null;
  }
}
