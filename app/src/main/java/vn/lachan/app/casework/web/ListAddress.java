package vn.lachan.app.casework.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.lachan.app.casework.CaseContactFilter;
import vn.lachan.app.casework.FollowUp;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.tracing.ContactFilter;
import vn.lachan.engine.tracing.ContactClass;

/**
 * The address of a list of contacts: everything that is chosen lies in it, so that it can be kept
 * and sent. Unknown parameters are left out, wrong values refused.
 */
final class ListAddress {
  static final List<String> FILTERS =
      List.of(
          "generation",
          "class",
          "support",
          "place",
          "unit",
          "minutes",
          "fresh",
          "via",
          "state",
          "assigned");

  /** The views of a case; the keys 1 to 4 lead to them in this order. */
  static final List<String> VIEWS = List.of("list", "graph", "timeline", "map");

  private static final List<String> KNOWN =
      List.of(
          "view",
          "generation",
          "class",
          "support",
          "place",
          "unit",
          "minutes",
          "fresh",
          "via",
          "state",
          "assigned",
          "sort",
          "after",
          "contact",
          "who",
          "day");
  private static final String WRONG = "casework.refused.filter";
  private static final int MOST_MINUTES = 100_000;

  private final UUID caseId;
  private final Map<String, String> values;

  private ListAddress(UUID caseId, Map<String, String> values) {
    this.caseId = caseId;
    this.values = values;
  }

  static ListAddress of(UUID caseId, Map<String, String> parameters) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : KNOWN) {
      String value = Typed.text(parameters.get(name));
      if (value != null) {
        values.put(name, value);
      }
    }
    return new ListAddress(caseId, values);
  }

  /** Reads the query of an address that {@link #query} wrote. */
  static ListAddress parse(UUID caseId, @Nullable String query) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (query != null && query.length() <= 2_000) {
      UriComponentsBuilder.newInstance()
          .query(query)
          .build()
          .getQueryParams()
          .forEach((name, all) -> parameters.put(name, all.isEmpty() ? "" : all.getFirst()));
    }
    parameters.values().removeIf(value -> value == null);
    return of(caseId, parameters);
  }

  public @Nullable String get(String name) {
    return values.get(name);
  }

  public boolean filtered() {
    return FILTERS.stream().anyMatch(values::containsKey);
  }

  public String view() {
    String view = values.getOrDefault("view", "list");
    return VIEWS.contains(view) ? view : "list";
  }

  /** The same address with another value, on its first page; null takes the value away. */
  public String with(String name, @Nullable Object value) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.remove("after");
    changed.remove(name);
    if (value != null) {
      changed.put(name, value.toString());
    }
    return href(changed);
  }

  public String page(@Nullable String after) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.remove("after");
    if (after != null) {
      changed.put("after", after);
    }
    return href(changed);
  }

  /** Beside the list, without leaving its page. */
  public String contact(@Nullable Object person) {
    Map<String, String> changed = new LinkedHashMap<>(values);
    changed.remove("contact");
    if (person != null) {
      changed.put("contact", person.toString());
    }
    return href(changed);
  }

  public String only(String name, Object value) {
    return href(Map.of(name, value.toString()));
  }

  public String plain() {
    return href(Map.of());
  }

  public String query() {
    String href = href(values);
    int mark = href.indexOf('?');
    return mark < 0 ? "" : href.substring(mark + 1);
  }

  @Nullable String after() {
    return values.get("after");
  }

  @Nullable UUID contact() {
    return Typed.id(values.get("contact"), WRONG);
  }

  CaseContactFilter filter() {
    Integer minutes = Typed.number(values.get("minutes"), WRONG);
    if (minutes != null && (minutes < 0 || minutes > MOST_MINUTES)) {
      throw Refusal.invalid(WRONG);
    }
    ContactFilter.Order order = Typed.choice(ContactFilter.Order.class, values.get("sort"), WRONG);
    return new CaseContactFilter(
        Typed.number(values.get("generation"), WRONG),
        Typed.choice(ContactClass.class, values.get("class"), WRONG),
        withdrawn(),
        Typed.id(values.get("place"), WRONG),
        Typed.number(values.get("unit"), WRONG),
        minutes == null ? 0 : minutes,
        values.containsKey("fresh"),
        Typed.id(values.get("via"), WRONG),
        Typed.choice(FollowUp.class, values.get("state"), WRONG),
        Typed.choice(CaseContactFilter.Assigned.class, values.get("assigned"), WRONG),
        order == null ? ContactFilter.Order.RISK : order);
  }

  private @Nullable Boolean withdrawn() {
    String support = values.get("support");
    if (support == null) {
      return null;
    }
    return switch (support) {
      case "withdrawn" -> true;
      case "supported" -> false;
      default -> throw Refusal.invalid(WRONG);
    };
  }

  private String href(Map<String, String> parameters) {
    var address = UriComponentsBuilder.fromPath("/casework/" + caseId);
    parameters.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
    return address.encode().buildAndExpand(Map.copyOf(parameters)).toUriString();
  }
}
