package vn.lachan.app.declarations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.Source;
import vn.lachan.engine.form.Value;
import vn.lachan.engine.scan.CitizenNumber;
import vn.lachan.engine.scan.PartialDate;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.ServerScanPorts;
import vn.lachan.engine.scan.Sex;

/** Makes the claim that answers speak of, or says which of them cannot be read as such. */
final class SaidPerson {
  private static final ServerScanPorts PORTS = new ServerScanPorts();

  private final DeclaredForm form;
  private final Said said;
  private final List<AnswerFault> faults = new ArrayList<>();

  SaidPerson(DeclaredForm form, Said said) {
    this.form = form;
    this.said = said;
  }

  /**
   * The claim.
   *
   * @param unit the commune of residence, else that of the place
   * @throws WrongAnswers where name, phone or number cannot be read
   */
  Claim claim(@Nullable Integer unit, Source source) {
    PersonName name = name();
    PhoneNumber phone = phone();
    Integer birthYear = birthYear();
    String document = said.text(Meaning.DOCUMENT);
    if (name == null || (phone == null && document == null)) {
      missing(name == null ? Meaning.NAME : Meaning.PHONE);
    }
    if (!faults.isEmpty()) {
      throw new WrongAnswers(faults);
    }
    return new Claim(
        null,
        citizenNumber(document),
        phone,
        false,
        name,
        birthYear,
        sex(),
        address(),
        unit,
        source);
  }

  private @Nullable PersonName name() {
    String text = said.text(Meaning.NAME);
    return text == null ? null : read(PersonName.parse(text, PORTS), Meaning.NAME);
  }

  private @Nullable PhoneNumber phone() {
    String text = said.text(Meaning.PHONE);
    return text == null ? null : read(PhoneNumber.parse(text), Meaning.PHONE);
  }

  /** A passport stays in the answers: only a citizen number is looked up. */
  private static @Nullable String citizenNumber(@Nullable String document) {
    if (document == null) {
      return null;
    }
    return switch (CitizenNumber.parse(document)) {
      case Reading.Accepted<CitizenNumber>(CitizenNumber number) -> number.digits();
      case Reading.Rejected<CitizenNumber> _ -> null;
    };
  }

  private @Nullable Integer birthYear() {
    String text = Objects.requireNonNullElse(said.text(Meaning.BIRTH_YEAR), "");
    if (!text.matches("\\d{4}(-.*)?")) {
      return null;
    }
    int year = Integer.parseInt(text.substring(0, 4));
    if (year < PartialDate.FIRST_YEAR || year > PartialDate.LAST_YEAR) {
      boolean early = year < PartialDate.FIRST_YEAR;
      faults.add(fault(Meaning.BIRTH_YEAR, early ? "answer-too-small" : "answer-too-large"));
      return null;
    }
    return year;
  }

  private @Nullable Sex sex() {
    Value value = said.value(Meaning.SEX);
    return switch (Objects.requireNonNullElse(Said.text(value), "")) {
      case "male", "nam" -> Sex.MALE;
      case "female", "nu" -> Sex.FEMALE;
      default -> null;
    };
  }

  private @Nullable String address() {
    String text = said.text(Meaning.ADDRESS);
    return text == null || text.length() <= Claim.ADDRESS_LIMIT
        ? text
        : text.substring(0, Claim.ADDRESS_LIMIT);
  }

  private <T> @Nullable T read(Reading<T> reading, Meaning meaning) {
    return switch (reading) {
      case Reading.Accepted<T>(T value) -> value;
      case Reading.Rejected<T> _ -> {
        faults.add(fault(meaning, "unreadable-" + meaning.name().toLowerCase(Locale.ROOT)));
        yield null;
      }
    };
  }

  private void missing(Meaning meaning) {
    if (faults.isEmpty()) {
      faults.add(fault(meaning, "answer-missing"));
    }
  }

  private AnswerFault fault(Meaning meaning, String code) {
    String linkId =
        form.meanings().entrySet().stream()
            .filter(one -> one.getValue() == meaning)
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("");
    return new AnswerFault("QuestionnaireResponse", linkId, code);
  }
}
