package vn.lachan.app.places;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import vn.lachan.app.places.sheet.SheetLimits;

/**
 * Settings of imports.
 *
 * @param megabytes of one uploaded file; also what the server takes as one upload
 * @param rows of one table
 * @param columns of one table
 * @param inflatedMegabytes of an XLSX file, unpacked
 * @param ratio how many times larger unpacked than packed
 * @param entries parts of an XLSX file
 * @param retentionDays how long an import is kept, with the rows that are still wrong
 * @param uploadHours how long a file is kept that nobody began to import
 * @param portionRows rows written in one transaction
 */
@ConfigurationProperties("places.import")
record ImportSettings(
    @DefaultValue("10") int megabytes,
    @DefaultValue("20000") int rows,
    @DefaultValue("200") int columns,
    @DefaultValue("64") int inflatedMegabytes,
    @DefaultValue("200") int ratio,
    @DefaultValue("500") int entries,
    @DefaultValue("14") int retentionDays,
    @DefaultValue("24") int uploadHours,
    @DefaultValue("50") int portionRows) {

  SheetLimits limits() {
    return new SheetLimits(rows, columns, (long) inflatedMegabytes << 20, ratio, entries);
  }
}
