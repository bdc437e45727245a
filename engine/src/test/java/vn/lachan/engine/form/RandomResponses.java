package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Responses without a fault, drawn at random of what a questionnaire allows. */
final class RandomResponses {
  private static final String LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxy ";

  private static final String NOON = "2021-08-01T12:00:00+07:00";

  private final Questionnaire questionnaire;
  private final RandomGenerator random;

  RandomResponses(Questionnaire questionnaire, RandomGenerator random) {
    this.questionnaire = questionnaire;
    this.random = random;
  }

  Response draw() {
    List<ResponseItem> items = items(questionnaire.items());
    String from = questionnaire.effectiveFrom();
    boolean noon = from == null || questionnaire.isEffectiveOn(NOON);
    String authored = noon || from == null ? NOON : from;
    Response response = new Response(questionnaire.canonical(), "completed", authored, items);
    return Forms.settle(questionnaire, response);
  }

  private List<ResponseItem> items(List<Item> items) {
    List<ResponseItem> drawn = new ArrayList<>();
    for (Item item : items) {
      boolean wanted = item.required() || random.nextInt(10) < 7;
      if (item.type() == ItemType.GROUP) {
        int times = item.repeats() ? random.nextInt(3) : 1;
        for (int time = 0; time < times; time++) {
          drawn.add(ResponseItem.group(item.linkId(), items(item.items())));
        }
      } else if (item.type().isQuestion() && !item.isCalculated() && wanted) {
        drawn.add(question(item));
      }
    }
    return drawn;
  }

  private ResponseItem question(Item item) {
    Integer most = item.bounds().maxOccurs();
    int limit = most == null ? 3 : most;
    int times = item.repeats() ? 1 + random.nextInt(Math.max(1, limit)) : 1;
    List<Answer> answers = new ArrayList<>();
    for (int time = 0; time < times; time++) {
      Value value = value(item);
      boolean twice = answers.stream().anyMatch(answer -> answer.value().sameAs(value));
      Option option = item.option(value);
      boolean alone = option != null && option.exclusive();
      if (!twice && !(alone && time > 0)) {
        answers.add(new Answer(value, items(item.items())));
      }
      if (alone) {
        break;
      }
    }
    return ResponseItem.answers(item.linkId(), answers);
  }

  private Value value(Item item) {
    return switch (item.type()) {
      case BOOLEAN -> new Value.Truth(random.nextBoolean());
      case INTEGER -> new Value.Whole(item.bounds().min() == null ? 1950 : whole(item));
      case DECIMAL ->
          new Value.Numeric(Decimal.ofMillionths(random.nextInt(100, 24_000) * 10_000L));
      case DATE -> new Value.Day("2021-0" + random.nextInt(1, 10) + "-15");
      case DATE_TIME -> new Value.Moment("2021-08-0" + random.nextInt(1, 10) + "T08:00:00+07:00");
      case TIME -> new Value.Time("0" + random.nextInt(10) + ":30:00");
      case QUANTITY -> amount(item);
      case CHOICE -> item.options().get(random.nextInt(item.options().size())).value();
      case OPEN_CHOICE ->
          item.options().isEmpty() || random.nextBoolean()
              ? words(item)
              : item.options().get(random.nextInt(item.options().size())).value();
      default -> words(item);
    };
  }

  private int whole(Item item) {
    int least = item.bounds().min() instanceof Value.Whole(int value) ? value : 0;
    int most = item.bounds().max() instanceof Value.Whole(int value) ? value : least + 100;
    return random.nextInt(least, most + 1);
  }

  private Value amount(Item item) {
    Decimal number = Decimal.ofMillionths(random.nextInt(350, 420) * 100_000L);
    List<Option> units = item.bounds().units();
    return !units.isEmpty() && units.get(0).value() instanceof Value.Code code
        ? new Value.Amount(number, code.display(), code.system(), code.code())
        : new Value.Amount(number, "kg", "http://unitsofmeasure.org", "kg");
  }

  private Value words(Item item) {
    Integer most = item.bounds().maxLength();
    Integer least = item.bounds().minLength();
    int from = least == null ? 1 : least;
    int length = random.nextInt(from, Math.max(from, most == null ? 30 : most) + 1);
    StringBuilder text = new StringBuilder("x");
    while (text.length() < length) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    text.setCharAt(text.length() - 1, 'z');
    return new Value.Words(text.toString());
  }
}
