package vn.lachan.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lachan.app.messaging.DrillPhones;
import vn.lachan.app.program.GreetingLine;
import vn.lachan.app.program.ProgramSettings;

/** Loads the demo when the program has started, and says how to sign in. */
@Component
class DemoStart implements ApplicationRunner, GreetingLine, DrillPhones {
  private static final Locale VIETNAMESE = Locale.of("vi");

  private final DemoLoader loader;
  private final ProgramSettings settings;
  private final MessageSource messages;

  DemoStart(DemoLoader loader, ProgramSettings settings, MessageSource messages) {
    this.loader = loader;
    this.settings = settings;
    this.messages = messages;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    loader.load();
  }

  @Override
  public List<String> lines() {
    if (!settings.demoWanted()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add(words("demo.greeting", DemoAccounts.PASSWORD));
    for (var account : DemoAccounts.all(0, 0, 0, 0)) {
      lines.add("  %-12s %s".formatted(account.username(), words("demo.account." + account.use())));
    }
    lines.add(words("demo.greeting.handset"));
    lines.add(words("demo.greeting.residents", DemoResidents.MOTHER.national()));
    return lines;
  }

  @Override
  public List<Phone> phones() {
    return settings.demoWanted()
        ? List.of(
            new Phone(DemoResidents.MOTHER.national(), "demo.resident.mother"),
            new Phone(DemoResidents.ILL.national(), "demo.resident.ill"))
        : List.of();
  }

  private String words(String key, Object... values) {
    return messages.getMessage(key, values, VIETNAMESE);
  }
}
