package vn.lachan.app.declarations.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.declarations.DeclarationIntake;
import vn.lachan.app.declarations.DeclarationRow;
import vn.lachan.app.declarations.DeclarationWay;
import vn.lachan.app.declarations.Level;
import vn.lachan.app.declarations.Submitted;
import vn.lachan.app.people.Purpose;

/** Declarations on the wire. */
final class DeclarationJson {
  private DeclarationJson() {}

  /**
   * A declaration from another system; {@code person} is a public id, and where it is missing the
   * answers say who it is.
   */
  record Sent(
      @Nullable UUID key,
      @Nullable UUID person,
      @Nullable UUID place,
      @Nullable DeclarationWay way,
      @Nullable Instant declaredAt,
      @Nullable Instant originalAt,
      @Nullable Integer clockCorrectionSeconds,
      @Nullable String paperSerial,
      @Nullable JsonNode response) {
    DeclarationIntake.Asked asked(JsonMapper json) {
      return new DeclarationIntake.Asked(
          key,
          person,
          place,
          way == null ? DeclarationWay.API : way,
          declaredAt,
          originalAt,
          clockCorrectionSeconds == null ? 0 : clockCorrectionSeconds,
          paperSerial,
          response == null ? "" : json.writeValueAsString(response));
    }

    @Override
    public String toString() {
      return "Sent[" + key + "]";
    }
  }

  record Received(
      UUID id, Level level, List<String> warnings, Instant validUntil, boolean repeated) {
    /** Whoever may not read cases is not told by a level who stands in one. */
    static Received of(Submitted submitted, boolean mayReadCases) {
      return new Received(
          submitted.publicId(),
          mayReadCases ? submitted.level() : submitted.said(),
          mayReadCases ? submitted.warnings() : List.of(),
          submitted.validUntil(),
          submitted.repeated());
    }
  }

  record Fault(String path, String linkId, String code, String text) {}

  record Opening(@Nullable Purpose purpose, @Nullable String note) {}

  record Opened(Row declaration, JsonNode response) {
    @Override
    public String toString() {
      return "Opened";
    }
  }

  /** A masked row. */
  record Row(
      UUID id,
      long number,
      String form,
      String formVersion,
      UUID person,
      String name,
      @Nullable String phone,
      @Nullable Integer birthYear,
      int unit,
      @Nullable UUID place,
      DeclarationWay way,
      Level level,
      List<String> warnings,
      Instant declaredAt,
      @Nullable Instant originalAt,
      Instant receivedAt,
      @Nullable String paperSerial) {
    static Row of(DeclarationRow row) {
      return new Row(
          row.publicId(),
          row.number(),
          row.form(),
          row.formVersion(),
          row.who().publicId(),
          row.who().name(),
          row.who().phone(),
          row.who().birthYear(),
          row.unit(),
          row.place() == null ? null : row.place().publicId(),
          row.way(),
          row.level(),
          row.warnings(),
          row.declaredAt(),
          row.originalAt(),
          row.receivedAt(),
          row.paperSerial());
    }
  }
}
