package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire that was read and can be used: a FHIR R4 Questionnaire (9.8) within the supported
 * part. {@link Forms#read} makes it; it is never changed.
 */
public final class Questionnaire {
  private final Head head;
  private final List<Item> items;
  private final Map<String, Item> byLinkId = new LinkedHashMap<>();
  private final Map<String, Item> parents = new LinkedHashMap<>();

  Questionnaire(Head head, List<Item> items) {
    this.head = head;
    this.items = List.copyOf(items);
    index(null, items);
  }

  /** Its canonical address without version; empty where it states none. */
  public String url() {
    return head.url();
  }

  /** Its business version; empty where it states none. */
  public String version() {
    return head.version();
  }

  /** What a response names it by: address, and version after a bar. */
  public String canonical() {
    return head.version().isEmpty() ? head.url() : head.url() + "|" + head.version();
  }

  /** draft, active, retired or unknown. */
  public String status() {
    return head.status();
  }

  /** The language of its plain texts; empty where it states none. */
  public String language() {
    return head.language();
  }

  public String title(String language) {
    return head.title().in(language);
  }

  public String description(String language) {
    return head.description().in(language);
  }

  /** What it says of its source and of how certain its wording is; empty where nothing. */
  public String copyright() {
    return head.copyright();
  }

  /** The first day or moment of its effective period, as FHIR writes it; null where open. */
  public @Nullable String effectiveFrom() {
    return head.effectiveFrom();
  }

  /** The last day or moment of its effective period, both included; null where open. */
  public @Nullable String effectiveTo() {
    return head.effectiveTo();
  }

  /** True where the day, yyyy-MM-dd, lies in the effective period. */
  public boolean isEffectiveOn(String day) {
    return Period.holds(head.effectiveFrom(), head.effectiveTo(), day);
  }

  /** The items of the first level. */
  public List<Item> items() {
    return items;
  }

  /** Every linkId in the order of the questionnaire, a group before its items. */
  public Set<String> linkIds() {
    return Collections.unmodifiableSet(byLinkId.keySet());
  }

  public @Nullable Item item(String linkId) {
    return byLinkId.get(linkId);
  }

  /** The item's text in the language; empty for a linkId that is not there. */
  public String text(String linkId, String language) {
    Item item = byLinkId.get(linkId);
    return item == null ? "" : item.text().in(language);
  }

  /** The item around it; null at the first level. */
  @Nullable Item parent(Item item) {
    return parents.get(item.linkId());
  }

  /** The repeating groups and questions around it, the outermost first. */
  List<Item> repeatingAround(Item item) {
    List<Item> around = new ArrayList<>();
    for (Item outer = parent(item); outer != null; outer = parent(outer)) {
      if (outer.repeats()) {
        around.add(0, outer);
      }
    }
    return around;
  }

  /** True where the one is the other, or lies inside it. */
  boolean isWithin(Item inner, Item outer) {
    for (Item item = inner; item != null; item = parent(item)) {
      if (item.linkId().equals(outer.linkId())) {
        return true;
      }
    }
    return false;
  }

  private void index(@Nullable Item parent, List<Item> level) {
    for (Item item : level) {
      byLinkId.put(item.linkId(), item);
      if (parent != null) {
        parents.put(item.linkId(), parent);
      }
      index(item, item.items());
    }
  }

  /** What a questionnaire says of itself. */
  record Head(
      String url,
      String version,
      String status,
      String language,
      LocalText title,
      LocalText description,
      String copyright,
      @Nullable String effectiveFrom,
      @Nullable String effectiveTo) {}
}
