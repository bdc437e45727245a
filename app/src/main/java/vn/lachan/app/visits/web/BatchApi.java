package vn.lachan.app.visits.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.visits.CaptureWay;
import vn.lachan.app.visits.Receipt;
import vn.lachan.app.visits.SentVisit;
import vn.lachan.app.visits.Visits;
import vn.lachan.app.visits.VisitsSettings;

/**
 * Many visits in one request, one JSON object a line; each line is answered on a line of its own as
 * soon as it is durable. A body beyond a limit is refused before anything is stored.
 */
@RestController
class BatchApi {
  private static final String LINES = "application/x-ndjson";

  private final Visits visits;
  private final VisitsSettings settings;
  private final JsonMapper json;
  private final MessageSource messages;
  private final Clock clock;

  BatchApi(
      Visits visits,
      VisitsSettings settings,
      JsonMapper json,
      MessageSource messages,
      Clock clock) {
    this.visits = visits;
    this.settings = settings;
    this.json = json;
    this.messages = messages;
    this.clock = clock;
  }

  /** One line on its way: what was read of it, or why nothing was. */
  private record Line(
      int number, @Nullable String key, @Nullable SentVisit visit, @Nullable Refusal refusal) {}

  @Requires(Permission.VISITS_CAPTURE)
  @PostMapping(
      path = "/api/v1/visits/batch",
      consumes = {LINES, MediaType.APPLICATION_JSON_VALUE},
      produces = LINES)
  void record(Actor actor, HttpServletRequest request, HttpServletResponse response, Locale locale)
      throws IOException {
    List<String> lines = lines(request.getInputStream());
    response.setContentType(LINES);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    OutputStream answers = response.getOutputStream();
    for (int from = 0; from < lines.size(); from += settings.groupVisits()) {
      int to = Math.min(lines.size(), from + settings.groupVisits());
      for (AnswerJson answer : answer(actor, lines.subList(from, to), from + 1, locale)) {
        answers.write(json.writeValueAsBytes(answer));
        answers.write('\n');
      }
      answers.flush();
    }
  }

  private List<String> lines(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(settings.batchBytes() + 1);
    if (bytes.length > settings.batchBytes()) {
      throw visits.counted(
          new Refusal(Refusal.Kind.TOO_LARGE, "visits.refused.too-large", settings.batchBytes()));
    }
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    if (lines.size() > settings.batchLines()) {
      throw visits.counted(
          new Refusal(
              Refusal.Kind.TOO_LARGE, "visits.refused.too-many-lines", settings.batchLines()));
    }
    return lines;
  }

  private List<AnswerJson> answer(Actor actor, List<String> texts, int first, Locale locale) {
    List<Line> lines = new ArrayList<>(texts.size());
    for (String text : texts) {
      lines.add(read(text, first + lines.size()));
    }
    List<SentVisit> sent =
        lines.stream()
            .map(Line::visit)
            .filter(Objects::nonNull)
            .map(Objects::requireNonNull)
            .toList();
    List<Receipt> receipts = receipts(actor, sent);
    AnswerJson[] answers = new AnswerJson[lines.size()];
    int next = 0;
    for (int index = 0; index < answers.length; index++) {
      Line line = lines.get(index);
      Receipt receipt = line.visit() == null ? null : receipts.get(next++);
      Refusal refusal = receipt == null ? line.refusal() : receipt.refusal();
      answers[index] =
          refusal == null
              ? AnswerJson.recorded(line.number(), line.key(), Objects.requireNonNull(receipt))
              : AnswerJson.refused(
                  line.number(), line.key(), refusal.code(), words(refusal, locale));
    }
    return Arrays.asList(answers);
  }

  /** What refuses a whole part, such as a full queue, is the answer of each of its lines. */
  private List<Receipt> receipts(Actor actor, List<SentVisit> sent) {
    Instant now = clock.instant();
    try {
      return visits.recordAll(actor, sent, CaptureWay.BATCH, now);
    } catch (Refusal refusal) {
      return sent.stream().map(visit -> new Receipt(null, null, null, refusal)).toList();
    }
  }

  private Line read(String text, int number) {
    String key = null;
    try {
      VisitJson visit = json.readValue(text, VisitJson.class);
      if (visit == null) {
        throw VisitJson.malformed();
      }
      key = visit.key();
      return new Line(number, key, visit.visit(), null);
    } catch (JacksonException e) {
      return new Line(number, null, null, visits.counted(VisitJson.malformed()));
    } catch (Refusal refusal) {
      return new Line(number, key, null, visits.counted(refusal));
    }
  }

  private String words(Refusal refusal, Locale locale) {
    return messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale);
  }
}
