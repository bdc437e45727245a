package vn.lachan.app.units;

import java.util.List;

/** What the heads of the compiled files say about their columns, origin, licence and limits. */
final class ReferenceHeads {
  static final List<String> UNITS =
      """
      # Administrative units of Viet Nam in two hierarchies. UTF-8, tab-separated, parents first.
      # era 1: 63 provinces, 705 districts, 10,603 communes, the list in force on 1 July 2021.
      #   valid_from empty: not known. valid_to is the end of the hierarchy; a unit may have ended before
      #   (a commune without a line in lineage.tsv did, on a day not known here).
      #   Changes between July 2021 and June 2025 are not in this table: their days were not at hand.
      # era 2: 34 provinces and 3,321 communes since 1 July 2025 (resolution 202/2025/QH15, decision
      #   19/2025/QĐ-TTg), with names and kinds as listed on 25 July 2026. Đồng Nai is a municipality since
      #   30 April 2026 (resolution 30/2026/QH16); before that it was a province under the same code.
      # latitude, longitude: area-weighted centroid (WGS 84) of the unit's own polygon; empty where no
      #   polygon was at hand, then the nearest unit above lends its own as an approximation. Provinces with
      #   archipelagos: centroid of the mainland; Hoàng Sa and Trường Sa have their own.
      # Facts: General Statistics Office of Viet Nam. Lists read: thanglequoc/vietnamese-provinces-database
      #   (MIT), dvhcvn/data (era 1). Centroids from choisy/vietnam63 (MIT) and the polygons of the first list.
      # Compiled by CompileReferenceTable, November 2026. Codes are text: leading zeros count.
      era\tcode\tkind\tname\tparent\tvalid_from\tvalid_to\tlatitude\tlongitude
      """
          .lines()
          .toList();

  static final List<String> LINEAGE =
      """
      # What became of the units of era 1 on 1 July 2025. UTF-8, tab-separated.
      # extent full: all of the old unit went into the new one; partial: some of it did.
      # name_before: the name under which the code ended in March 2025, where it differs from July 2021. The
      #   code went on, the unit may have grown by merging in between.
      # A commune of era 1 that has no line here ended before March 2025; its successor was not published
      #   with the lineage, and operators complete it.
      # Three-digit codes are island districts without communes that became special zones.
      # Facts: dvhcvn/20250701 (MIT), taken from the resolutions by machine and checked by hand: verify
      #   before legal use. Two of its new codes (06970, 23737) stand as 06978 and 23938 in the list in force.
      # Compiled by CompileReferenceTable, November 2026.
      old_code\tnew_code\textent\tname_before
      """
          .lines()
          .toList();

  private ReferenceHeads() {}
}
