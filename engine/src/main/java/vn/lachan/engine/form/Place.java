package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place in a response: the response itself, an item, or one answer of a question that holds
 * further questions. Known with its definition, so that conditions find the answers they mean.
 */
final class Place {
  final @Nullable Place around;
  final @Nullable Item item;
  final List<Value> answers = new ArrayList<>();

  /** Of each item given here, in their order; null for one that the questionnaire has not here. */
  final List<@Nullable Place> items = new ArrayList<>();

  /** Of each answer given here, in their order. */
  final List<Place> ofAnswers = new ArrayList<>();

  /** True for one answer of a question, whose whole item is the place around it. */
  final boolean oneAnswer;

  private @Nullable Boolean enabled;

  Place(@Nullable Place around, @Nullable Item item, boolean oneAnswer) {
    this.around = around;
    this.item = item;
    this.oneAnswer = oneAnswer;
  }

  boolean isOf(Item wanted) {
    return item != null && item.linkId().equals(wanted.linkId());
  }

  boolean isWithin(Place outer) {
    for (Place place = this; place != null; place = place.around) {
      if (place == outer) {
        return true;
      }
    }
    return false;
  }

  @Nullable Boolean knownEnabled() {
    return enabled;
  }

  boolean remember(boolean isEnabled) {
    enabled = isEnabled;
    return isEnabled;
  }
}
