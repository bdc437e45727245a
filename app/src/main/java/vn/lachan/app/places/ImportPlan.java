package vn.lachan.app.places;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an uploaded table is to be read.
 *
 * @param sheet its number, from 0
 * @param headerLine the line of the header; 0 where there is none
 * @param columns the field of each column, null for a column that is not read
 * @param districts whether its communes are those with districts, until 30 June 2025
 * @param defaultUnit the commune of rows that name none
 * @param defaultType the kind of rows that name none
 */
public record ImportPlan(
    int sheet,
    int headerLine,
    List<@Nullable ImportField> columns,
    boolean districts,
    @Nullable Integer defaultUnit,
    @Nullable String defaultType) {
  public ImportPlan {
    columns = Collections.unmodifiableList(new ArrayList<@Nullable ImportField>(columns));
  }
}
