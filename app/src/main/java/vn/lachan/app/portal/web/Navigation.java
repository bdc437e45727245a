package vn.lachan.app.portal.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;

/** The navigation, by job: only what the actor may do is shown. */
final class Navigation {
  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("today", "home", "/", "home", null),
          new Entry("today", "tasks", "/casework/tasks", "task", Permission.CASES_READ),
          new Entry("trace", "cases", "/casework", "case", Permission.CASES_READ),
          new Entry(
              "trace", "itineraries", "/tracing/itineraries", "warning", Permission.CASES_READ),
          new Entry("trace", "declarations", "/declarations", "list", Permission.DECLARATIONS_READ),
          new Entry("trace", "trips", "/gates/trips", "gate", Permission.DECLARATIONS_READ),
          new Entry("trace", "paper", "/paper", "list", Permission.PAPER_READ),
          new Entry("trace", "keying", "/paper/keying", "keyboard", Permission.PAPER_KEY),
          new Entry("trace", "people", "/people", "person", Permission.PEOPLE_READ),
          new Entry(
              "trace", "duplicates", "/people/duplicates", "duplicate", Permission.PEOPLE_EDIT),
          new Entry("places", "places", "/places", "place", Permission.PLACES_READ),
          new Entry(
              "places", "approvals", "/places/approvals", "approve", Permission.PLACES_APPROVE),
          new Entry("places", "coverage", "/places/coverage", "coverage", Permission.COVERAGE_READ),
          new Entry("places", "obliged", "/places/obliged", "list", Permission.COVERAGE_READ),
          new Entry(
              "places",
              "inspections",
              "/places/inspections",
              "inspection",
              Permission.INSPECTIONS_READ),
          new Entry("places", "gates", "/gates", "gate", Permission.PLACES_REGISTER),
          new Entry("law", "privacy", "/privacy", "shield", Permission.PRIVACY_MANAGE),
          new Entry(
              "law", "person-requests", "/privacy/requests", "person", Permission.PRIVACY_MANAGE),
          new Entry("law", "agency", "/privacy/agency", "key", Permission.AGENCY_REQUEST),
          new Entry("law", "breaches", "/privacy/breaches", "warning", Permission.PRIVACY_MANAGE),
          new Entry("law", "processing", "/privacy/processing", "audit", Permission.PRIVACY_MANAGE),
          new Entry(
              "law", "assessments", "/privacy/assessments", "check", Permission.PRIVACY_MANAGE),
          new Entry(
              "system", "accounts", "/access/accounts", "account", Permission.ACCOUNTS_MANAGE),
          new Entry("system", "tokens", "/access/tokens", "token", Permission.ACCOUNTS_MANAGE),
          new Entry("system", "operations", "/operations", "check", Permission.OPERATE),
          new Entry("system", "units", "/units", "units", Permission.OPERATE),
          new Entry(
              "system",
              "destructions",
              "/people/destructions",
              "shield",
              Permission.PEOPLE_DESTROY),
          new Entry("system", "audit", "/audit", "audit", Permission.AUDIT_READ));

  private Navigation() {}

  static List<Shell.Group> of(@Nullable Actor actor, String path) {
    if (actor == null) {
      return List.of();
    }
    Map<String, List<Shell.Item>> groups = new LinkedHashMap<>();
    String current = currentHref(path);
    for (Entry entry : ENTRIES) {
      if (entry.permission() == null || actor.may(entry.permission())) {
        groups
            .computeIfAbsent(entry.group(), key -> new ArrayList<>())
            .add(
                new Shell.Item(
                    entry.key(), entry.href(), entry.icon(), entry.href().equals(current)));
      }
    }
    return groups.entrySet().stream()
        .map(group -> new Shell.Group(group.getKey(), group.getValue()))
        .toList();
  }

  /** The entry whose address is the longest beginning of the path. */
  private static String currentHref(String path) {
    String found = "";
    for (Entry entry : ENTRIES) {
      boolean begins = path.equals(entry.href()) || path.startsWith(entry.href() + "/");
      if (begins && entry.href().length() > found.length()) {
        found = entry.href();
      }
    }
    return found;
  }

  private record Entry(
      String group, String key, String href, String icon, @Nullable Permission permission) {}
}
