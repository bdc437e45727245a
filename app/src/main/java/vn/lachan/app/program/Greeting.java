package vn.lachan.app.program;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.stereotype.Component;

/** What {@code run} prints when the program is ready: where to go, and what modules add to it. */
@Component
class Greeting {
  private final ServletWebServerApplicationContext context;
  private final ProgramSettings settings;
  private final ObjectProvider<GreetingLine> lines;

  Greeting(
      ServletWebServerApplicationContext context,
      ProgramSettings settings,
      ObjectProvider<GreetingLine> lines) {
    this.context = context;
    this.settings = settings;
    this.lines = lines;
  }

  String text() {
    int port = Objects.requireNonNull(context.getWebServer()).getPort();
    String here = (settings.certificate() == null ? "http" : "https") + "://localhost:" + port;
    String address = settings.publicUrl().isEmpty() ? here : settings.publicUrl();
    String more =
        lines
            .orderedStream()
            .map(GreetingLine::lines)
            .flatMap(List::stream)
            .collect(Collectors.joining("\n"));
    return "\nLá Chắn: " + address + "\n" + more;
  }
}
