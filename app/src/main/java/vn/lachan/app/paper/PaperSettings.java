package vn.lachan.app.paper;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of paper forms.
 *
 * @param padSheets most sheets of one pad, at most 999
 * @param printSheets most sheets of one file
 * @param padsAtOnce most pads made at once
 * @param keyersMost keyers of one batch
 * @param futureMinutes how far ahead of the server's clock the time on a sheet may be
 * @param entryDays days after which a keying that nobody settled is forgotten
 * @param photoDays days after which a photograph is destroyed, verified or not
 * @param photoMegabytes largest photograph that is taken
 * @param photoMegapixels most picture elements of a photograph, whatever its bytes
 * @param photoSide longer side of what is kept, in picture elements
 * @param figureDays most days of one table of figures
 */
@ConfigurationProperties("paper")
public record PaperSettings(
    @DefaultValue("500") int padSheets,
    @DefaultValue("5000") int printSheets,
    @DefaultValue("60") int padsAtOnce,
    @DefaultValue("40") int keyersMost,
    @DefaultValue("5") int futureMinutes,
    @DefaultValue("14") int entryDays,
    @DefaultValue("7") int photoDays,
    @DefaultValue("8") int photoMegabytes,
    @DefaultValue("40") int photoMegapixels,
    @DefaultValue("2200") int photoSide,
    @DefaultValue("92") int figureDays) {
  /** Positions have three digits. */
  private static final int SHEETS_MOST = 999;

  public PaperSettings {
    require(padSheets >= 1 && padSheets <= SHEETS_MOST, "paper.pad-sheets");
    require(printSheets >= 1, "paper.print-sheets");
    require(padsAtOnce >= 1, "paper.pads-at-once");
    require(keyersMost >= 1, "paper.keyers-most");
    require(futureMinutes >= 0, "paper.future-minutes");
    require(entryDays >= 1, "paper.entry-days");
    require(photoDays >= 1, "paper.photo-days");
    require(photoMegabytes >= 1, "paper.photo-megabytes");
    require(photoMegapixels >= 1, "paper.photo-megapixels");
    require(photoSide >= 1, "paper.photo-side");
    require(figureDays >= 1, "paper.figure-days");
  }

  /** The defaults, for tests. */
  static PaperSettings defaults() {
    return new PaperSettings(500, 5_000, 60, 40, 5, 14, 7, 8, 40, 2_200, 92);
  }

  private static void require(boolean valid, String setting) {
    if (!valid) {
      throw new IllegalArgumentException("Check the setting " + setting);
    }
  }
}
