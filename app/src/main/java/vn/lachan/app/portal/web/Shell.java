package vn.lachan.app.portal.web;

import java.util.List;

/** What the frame around every page shows: who is here, where they may go, in what language. */
record Shell(
    boolean signedIn,
    String name,
    String scope,
    List<Group> groups,
    boolean drill,
    boolean searches,
    String otherLanguage,
    String otherLanguageHref) {
  record Group(String key, List<Item> items) {}

  record Item(String key, String href, String icon, boolean current) {}
}
