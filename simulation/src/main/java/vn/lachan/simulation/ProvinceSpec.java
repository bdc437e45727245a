package vn.lachan.simulation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What the synthetic province is made from; equal specifications give equal provinces.
 *
 * @param seed any number
 * @param people 1 to {@value #MAXIMUM_PEOPLE}
 * @param days local days of visits, 1 to {@value #MAXIMUM_DAYS}; the last is the one that holds the
 *     instant before {@code end}
 * @param end no visit begins at or after it, and no departure is known after it
 * @param zone where the days begin
 * @param birthProvinceCode three digits that begin a citizen number
 * @param communes at least one, at most {@value #MAXIMUM_COMMUNES}
 * @param visitsPerPersonDay the mean number of check-ins of a person on a whole day
 * @param departureScanShare the share of visits whose departure somebody scanned, 0 to 1
 * @param repeatScanShare the share of visits that were scanned twice, 0 to 1
 * @param chains how many chains of infection begin; 0 for none
 */
public record ProvinceSpec(
    long seed,
    int people,
    int days,
    Instant end,
    ZoneId zone,
    String birthProvinceCode,
    List<CommuneSpec> communes,
    double visitsPerPersonDay,
    double departureScanShare,
    double repeatScanShare,
    int chains) {
  public static final int MAXIMUM_PEOPLE = 20_000_000;
  public static final int MAXIMUM_DAYS = 366;
  public static final int MAXIMUM_COMMUNES = 1_000;
  public static final int MAXIMUM_CHAINS = 1_000;
  public static final double DEFAULT_VISITS_PER_PERSON_DAY = 1.05;
  public static final double DEFAULT_DEPARTURE_SCAN_SHARE = 0.45;
  public static final double DEFAULT_REPEAT_SCAN_SHARE = 0.007;

  private static final double MAXIMUM_VISITS_PER_PERSON_DAY = 2.5;

  public ProvinceSpec {
    communes = List.copyOf(communes);
    requireBetween("people", people, 1, MAXIMUM_PEOPLE);
    requireBetween("days", days, 1, MAXIMUM_DAYS);
    requireBetween("communes", communes.size(), 1, MAXIMUM_COMMUNES);
    requireBetween("chains", chains, 0, MAXIMUM_CHAINS);
    requireBetween("visitsPerPersonDay", visitsPerPersonDay, 0, MAXIMUM_VISITS_PER_PERSON_DAY);
    requireBetween("departureScanShare", departureScanShare, 0, 1);
    requireBetween("repeatScanShare", repeatScanShare, 0, 1);
    if (!birthProvinceCode.matches("[0-9]{3}")) {
      throw new IllegalArgumentException("birthProvinceCode is three digits");
    }
  }

  /** A province with the default shares and no infection. */
  public static ProvinceSpec of(
      long seed,
      int people,
      int days,
      Instant end,
      ZoneId zone,
      String birthProvinceCode,
      List<CommuneSpec> communes) {
    return new ProvinceSpec(
        seed,
        people,
        days,
        end,
        zone,
        birthProvinceCode,
        communes,
        DEFAULT_VISITS_PER_PERSON_DAY,
        DEFAULT_DEPARTURE_SCAN_SHARE,
        DEFAULT_REPEAT_SCAN_SHARE,
        0);
  }

  /** The same province with so many chains of infection. */
  public ProvinceSpec withChains(int newChains) {
    return new ProvinceSpec(
        seed,
        people,
        days,
        end,
        zone,
        birthProvinceCode,
        communes,
        visitsPerPersonDay,
        departureScanShare,
        repeatScanShare,
        newChains);
  }

  /** The same province with another share of scanned departures. */
  public ProvinceSpec withDepartureScanShare(double newShare) {
    return new ProvinceSpec(
        seed,
        people,
        days,
        end,
        zone,
        birthProvinceCode,
        communes,
        visitsPerPersonDay,
        newShare,
        repeatScanShare,
        chains);
  }

  /** The local date of a day, counted from 0 to days - 1. */
  public LocalDate date(int day) {
    return lastDate().minusDays(days - 1L - day);
  }

  /** The first moment of a day in seconds since 1970. */
  long dayBegins(int day) {
    return date(day).atStartOfDay(zone).toEpochSecond();
  }

  LocalDate lastDate() {
    return end.minusNanos(1).atZone(zone).toLocalDate();
  }

  private static void requireBetween(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " must be between " + least + " and " + most + ": " + value);
    }
  }
}
