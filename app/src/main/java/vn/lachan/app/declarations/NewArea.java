package vn.lachan.app.declarations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An area as an officer enters it; see {@link ListedArea}. */
public record NewArea(
    @Nullable Integer unit,
    @Nullable String name,
    ListedArea.Kind kind,
    LocalDate from,
    @Nullable LocalDate to,
    String document,
    boolean compared) {}
