package vn.lachan.engine.scan;

import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Whatever comes out of a reader, the scanner answers; a failure prints the seed of its text. */
class ScannerFuzzTests {
  private static final long FIRST_SEED = 1;
  private static final int ROUNDS = 100_000;
  private static final String[] PIECES = {
    "|",
    "|",
    "||",
    "<",
    "/d/",
    "/p/",
    "https://",
    "LC1P",
    "0",
    "84",
    "+",
    "-",
    " ",
    "000",
    "Nam",
    "Nữ",
    "01011990",
    "1987-01-18",
    "001090123456",
    "Nguyễn Văn An",
    "0000-0007",
    "\u202E",
    "\uFFFD",
    "\u0301",
    "\uD83D",
    "\uDE00",
    "\n",
    "\u0000",
    "?",
    "#",
    "**",
    "An",
    "U",
    "000000000000000K",
    "LC2:",
    "LC2:%69 VD92EX0",
    "HS4010120878821",
    "4e677579e1bb856e"
  };

  @Test
  void everyTextHasAnAnswer() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS; seed++) {
      String text = randomText(new Random(seed));
      try {
        String first = Outcome.of(Scanner.read(text, ScanChecks.PORTS));
        PhoneNumber.parse(text);
        PersonalCode.parse(text);
        CitizenNumber.parse(text);
        if (PersonName.parse(text, ScanChecks.PORTS)
            instanceof Reading.Accepted<PersonName>(PersonName name)) {
          checkAgain(name);
        }
        if (first.isEmpty()) {
          throw new IllegalStateException("no answer");
        }
      } catch (RuntimeException failure) {
        throw new AssertionError("seed " + seed, failure);
      }
    }
  }

  /** A cleaned name is clean, and its key folds to itself. */
  private static void checkAgain(PersonName name) {
    boolean same =
        PersonName.parse(name.text(), ScanChecks.PORTS)
            .equals(new Reading.Accepted<>(new PersonName(name.text())));
    if (!same || !NameFolding.fold(name.key()).equals(name.key()) || name.masked().isEmpty()) {
      throw new IllegalStateException("unstable name");
    }
  }

  static String randomText(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(20);
    for (int piece = 0; piece < pieces; piece++) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x10000));
        case 1 -> text.append((char) random.nextInt(0x80));
        default -> text.append(PIECES[random.nextInt(PIECES.length)]);
      }
    }
    return text.toString();
  }
}
