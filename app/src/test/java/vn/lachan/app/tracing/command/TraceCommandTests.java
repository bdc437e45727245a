package vn.lachan.app.tracing.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TraceCommandTests {
  private static final String HEADER = "person,place,entered_at,left_at\n";
  private static final String OUT_HEADER =
      "person,generation,class,minutes,first_at,last_at,via,reason\n";
  private static final String[] WINDOW = {
    "--index", "A", "--from", "2021-08-01T00:00+07:00", "--to", "2021-08-08T00:00+07:00"
  };
  private static final String CHAIN =
      HEADER
          + "A,chợ,2021-08-01T08:00+07:00,2021-08-01T09:00+07:00\n"
          + "B,chợ,2021-08-01T08:40+07:00,2021-08-01T10:00+07:00\n"
          + "C,chợ,2021-08-01T08:50:01+07:00,2021-08-01T09:30+07:00\n"
          + "D,quán,2021-08-02T08:00+07:00,2021-08-02T09:00+07:00\n"
          + "B,quán,2021-08-02T08:30+07:00,2021-08-02T09:00+07:00\n"
          + "E,chợ,2021-08-01T09:00+07:00,2021-08-01T09:30+07:00\n";

  @TempDir Path folder;

  private record Ran(int exitCode, String out, String err) {}

  @Test
  void oneLineAContact() throws IOException {
    Ran ran = trace(CHAIN, "--generations", "2");
    assertThat(ran)
        .isEqualTo(
            new Ran(
                0,
                OUT_HEADER
                    + "B,1,close,20,2021-08-01T08:40:00+07:00,2021-08-01T09:00:00+07:00,A,"
                    + "\"Cùng ở chợ 20 phút ngày 01/08/2021, từ 15 phút trở lên là tiếp xúc gần.\"\n"
                    + "C,1,casual,9,2021-08-01T08:50:01+07:00,2021-08-01T09:00:00+07:00,A,"
                    + "\"Cùng ở chợ 9 phút ngày 01/08/2021, chưa đủ 15 phút nên là tiếp xúc khác.\"\n"
                    + "D,2,close,30,2021-08-02T08:30:00+07:00,2021-08-02T09:00:00+07:00,B,"
                    + "\"Cùng ở quán 30 phút ngày 02/08/2021, từ 15 phút trở lên là tiếp xúc gần.\"\n"
                    + "E,2,close,30,2021-08-01T09:00:00+07:00,2021-08-01T09:30:00+07:00,B,"
                    + "\"Cùng ở chợ 30 phút ngày 01/08/2021, từ 15 phút trở lên là tiếp xúc gần.\"\n",
                ""));
  }

  @Test
  void inEnglishWhenTheEnvironmentOrTheOptionSaysSo() throws IOException {
    assertThat(trace(CHAIN, "--lang", "en").out)
        .contains("Together at chợ for 20 min on 01/08/2021");
    List<String> arguments = arguments(file(CHAIN));
    assertThat(run(arguments, Map.of("LANG", "en_GB.UTF-8")).out).contains("Together at");
    arguments.addAll(List.of("--lang", "vi"));
    assertThat(run(arguments, Map.of("LANG", "en_GB.UTF-8")).out).contains("Cùng ở");
  }

  @Test
  void jsonCarriesTheEvidence() throws IOException {
    JsonNode answer =
        new JsonMapper().readTree(trace(CHAIN, "--generations", "2", "--format", "json").out);
    JsonNode last = answer.at("/contacts/3");
    assertThat(last.at("/path").toString()).isEqualTo("[\"E\",\"B\",\"A\"]");
    assertThat(last.at("/exposures/0/place").stringValue()).isEqualTo("chợ");
    assertThat(last.at("/exposures/0/seconds").intValue()).isEqualTo(1800);
    assertThat(last.at("/exposures/0/overlaps/0/via_stay/from").stringValue())
        .isEqualTo("2021-08-01T08:40:00+07:00");
  }

  @Test
  void lingeringIsCasualAndAddsNoMinutes() throws IOException {
    assertThat(trace(CHAIN, "--linger", "30").out)
        .contains("E,1,casual,0,2021-08-01T09:00:00+07:00,2021-08-01T09:30:00+07:00,A,");
    assertThat(trace(CHAIN).out).doesNotContain("\nE,");
  }

  @Test
  void formOfTheFileDoesNotMatter() throws IOException {
    String expected = trace(CHAIN).out;
    String[] lines = CHAIN.split("\n", -1);
    String doubled =
        CHAIN
            + lines[3]
            + "\n"
            + lines[1]
            + "\n\n"
            + "B,chợ,2021-08-01T08:45+07:00,2021-08-01T09:10+07:00\n";
    assertThat(trace(doubled).out).as("duplicate and overlapping rows").isEqualTo(expected);
    assertThat(trace("\uFEFF" + CHAIN).out).as("byte order mark").isEqualTo(expected);
    assertThat(trace("\uFEFF\"person\"" + CHAIN.substring(6)).out).isEqualTo(expected);
    assertThat(trace(CHAIN.replace("\n", "\r\n")).out).as("CRLF").isEqualTo(expected);
    assertThat(trace(CHAIN.replace("chợ", "\"chợ\"")).out).as("quotes").isEqualTo(expected);
    assertThat(trace(CHAIN.replace("+07:00", "")).out).as("no zone").isEqualTo(expected);
    assertThat(
            trace(
                    CHAIN
                        .replace("T08:", "T01:")
                        .replace("T09:", "T02:")
                        .replace("T10:", "T03:")
                        .replace("+07:00", "Z"))
                .out)
        .as("UTC")
        .isEqualTo(expected);
    assertThat(trace(CHAIN.replace("T", " ")).out).as("a blank for T").isEqualTo(expected);
    var moved = new StringBuilder();
    CHAIN
        .lines()
        .map(line -> line.split(","))
        .forEach(c -> moved.append(String.join(",", c[3], "x", c[1], c[2], c[0])).append('\n'));
    assertThat(trace(moved.toString()).out).as("other order of columns").isEqualTo(expected);
  }

  @Test
  void assumedZoneIsSaidOnce() throws IOException {
    assertThat(trace(CHAIN.replace("+07:00", "")).err).hasLineCount(1).contains("Asia/Ho_Chi_Minh");
    assertThat(trace(CHAIN).err).isEmpty();
  }

  @Test
  void bareDatesBeginAtTheirMidnight() throws IOException {
    String file = file(CHAIN);
    assertThat(
            run(
                    List.of(file, "--index", "A", "--from", "2021-08-01", "--to", "2021-08-02"),
                    Map.of())
                .out)
        .contains("\nB,1,");
    assertThat(
            run(
                    List.of(file, "--index", "A", "--from", "2021-07-31", "--to", "2021-08-01"),
                    Map.of())
                .out)
        .isEqualTo(OUT_HEADER);
  }

  @Test
  void noContactsIsTheHeaderAlone() throws IOException {
    assertThat(trace(HEADER + "A,x,2021-08-01T08:00Z,2021-08-01T09:00Z\n"))
        .isEqualTo(new Ran(0, OUT_HEADER, ""));
  }

  @Test
  void badLinesAreToldByNumberAndNothingIsPrinted() throws IOException {
    String good = "A,x,2021-08-01T08:00Z,2021-08-01T09:00Z\n";
    check(HEADER + good + "B,x,2021-08-01T08:00Z,\n", 1, "Dòng 3: left_at trống");
    check(HEADER + "B,x,2021-08-01T08:00Z,2021-08-01T08:00Z\n", 1, "Dòng 2: left_at", "không sau");
    check(HEADER + "B,x,2021-08-01T08:00Z,2021-08-02T08:01Z\n", 1, "Dòng 2: ở lại quá 24 giờ");
    check(HEADER + good + "B,x,hôm qua,2021-08-02T08:01Z\n", 1, "Dòng 3", "entered_at", "hôm qua");
    check(HEADER + "B,x,2021-02-30T08:00Z,2021-08-02T08:01Z\n", 1, "Dòng 2", "2021-02-30");
    check(HEADER + "B,x,2021-08-01,2021-08-02\n", 1, "Dòng 2", "2021-08-01");
    check(HEADER + "B,x,2021-08-01T08:00Z\n", 1, "Dòng 2: có 3 ô");
    check(HEADER + ",x,2021-08-01T08:00Z,2021-08-01T08:10Z\n", 1, "Dòng 2: cột person trống");
    check(
        HEADER + "\"B\nB\",x,2021-08-01T08:00Z,\nC,x,2021-08-01T08:00Z,\n", 1, "Dòng 2", "Dòng 4");
    check(
        "person,place,entered,left_at\n" + good,
        1,
        "thiếu cột entered_at",
        "person, place, entered, left_at");
    check("person,person,place,entered_at,left_at\n", 1, "cột person xuất hiện hai lần");
    check("", 1, "trống");
    check(HEADER + "Z,x,2021-08-01T08:00Z,2021-08-01T09:00Z\n", 2, "Không có người \"A\"");
  }

  @Test
  void equalSourcesAreSettledByNameNotByRow() throws IOException {
    String row = ",x,2021-08-01T08:00Z,2021-08-01T09:00Z\n";
    String both =
        "P2,y,2021-08-02T08:00Z,2021-08-02T09:00Z\nP1,y,2021-08-02T08:00Z,2021-08-02T09:00Z\n";
    String last = "C,y,2021-08-02T08:00Z,2021-08-02T09:00Z\n";
    assertThat(
            trace(HEADER + last + both + "P2" + row + "A" + row + "P1" + row, "--generations", "2")
                .out)
        .containsSubsequence("\nP1,1,close,60,", "\nP2,1,close,60,", "\nC,2,close,60,", ",P1,");
  }

  @Test
  void onlyTheFirstTwentyErrorsAreTold() throws IOException {
    Ran ran = trace(HEADER + "B,x,2021-08-01T08:00Z,\n".repeat(23));
    assertThat(ran.exitCode).isEqualTo(1);
    assertThat(ran.err).hasLineCount(21).contains("Dòng 21:").contains("và 3 lỗi nữa");
    assertThat(trace(HEADER + "B,x,2021-08-01T08:00Z,\n".repeat(20)).err).hasLineCount(20);
  }

  @Test
  void dwellGivesTheStayAndIsLabelled() throws IOException {
    String file = CHAIN.replace(",2021-08-01T10:00+07:00", ",");
    assertThat(trace(file, "--dwell", "30").out).contains("B,1,close,20,");
    assertThat(trace(file, "--dwell", "30", "--format", "json").out)
        .contains("\"departure_inferred\":true");
    assertThat(trace(file).exitCode).isEqualTo(1);
  }

  @Test
  void filesThatCannotBeRead() throws IOException {
    Path latin = folder.resolve("latin.csv");
    Files.write(latin, (HEADER + "A,ch\u00E9,x,y\n").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run(arguments(latin.toString()), Map.of()))
        .isEqualTo(new Ran(1, "", "Tệp " + latin + " không phải UTF-8.\n"));
    assertThat(run(arguments(folder + "/none.csv"), Map.of()).exitCode).isEqualTo(1);
    assertThat(run(arguments(folder + "/none.csv"), Map.of()).err).contains("none.csv");
    assertThat(run(arguments(folder.toString()), Map.of()).exitCode).isEqualTo(1);
  }

  @Test
  void badUsageShowsTheUsage() throws IOException {
    String file = file(CHAIN);
    checkUsage("Thiếu tệp");
    checkUsage("--index", file, "--from", "2021-08-01", "--to", "2021-08-02");
    checkUsage("--from", file, "--index", "A", "--to", "2021-08-02");
    checkUsage("--surprise", file, "--surprise", "1");
    checkUsage("thiếu giá trị", file, "--index");
    checkUsage("hai lần", file, "--index", "A", "--index", "A");
    checkUsage("Chỉ nhận một tệp", file, file);
    checkUsage("phải trước", file, "--index", "A", "--from", "2021-08-02", "--to", "2021-08-01");
    checkUsage("yesterday", file, "--index", "A", "--from", "yesterday", "--to", "2021-08-01");
    checkUsage("từ 1 đến 3", with(file, "--generations", "4"));
    checkUsage("từ 1 đến 1440", with(file, "--dwell", "0"));
    checkUsage("từ 0 đến 1440", with(file, "--linger", "-1"));
    checkUsage("csv hoặc json", with(file, "--format", "xml"));
  }

  @Test
  void rulesComeFromAFile() throws IOException {
    Path rules = folder.resolve("rules.json");
    Files.writeString(
        rules,
        "{\"id\":\"r\",\"document\":\"9/UBND\",\"places\":{\"UNKNOWN\":{\"closeFromMinutes\":21}}}");
    assertThat(trace(CHAIN, "--rules", rules.toString()).out)
        .contains("B,1,casual,20,")
        .contains("chưa đủ 21 phút nên là tiếp xúc khác (theo 9/UBND).");
  }

  @Test
  void wrongRulesAreRefusedByTheNameOfTheField() throws IOException {
    checkRules("{\"closeMinutes\":3}", "không có trường closeMinutes");
    checkRules(
        "{\"places\":{\"INDOOR\":{\"closeFromMinutes\":3,\"airing\":1}}}",
        "không có trường places.INDOOR.airing");
    checkRules(
        "{\"places\":{\"CELLAR\":{\"closeFromMinutes\":3}}}", "không có trường places.CELLAR");
    checkRules("{\"places\":{\"INDOOR\":{}}}", "thiếu trường places.INDOOR.closeFromMinutes");
    checkRules(
        "{\"places\":{\"INDOOR\":{\"closeFromMinutes\":\"3\"}}}",
        "places.INDOOR.closeFromMinutes",
        "\"3\"");
    checkRules("{\"places\":{\"INDOOR\":{\"closeFromMinutes\":2000}}}", "2000");
    checkRules("{\"generations\":7}", "7");
    checkRules("{\"validTo\":\"mai\"}", "validTo", "mai");
    checkRules("[]", "đối tượng");
    checkRules("{", "không phải JSON hợp lệ");
    assertThat(trace(CHAIN, "--rules", folder + "/none.json").exitCode).isEqualTo(1);
  }

  private void checkRules(String json, String... told) throws IOException {
    Path rules = folder.resolve("rules.json");
    Files.writeString(rules, json);
    Ran ran = trace(CHAIN, "--rules", rules.toString());
    assertThat(ran.err).as(json).contains(told);
    assertThat(ran.exitCode).as(json).isEqualTo(1);
    assertThat(ran.out).as(json).isEmpty();
  }

  private void check(String file, int exitCode, String... told) throws IOException {
    Ran ran = trace(file);
    assertThat(ran.err).as(file).contains(told);
    assertThat(ran.exitCode).as(file).isEqualTo(exitCode);
    assertThat(ran.out).as(file).isEmpty();
  }

  private static void checkUsage(String told, String... arguments) {
    Ran ran = run(List.of(arguments), Map.of());
    assertThat(ran.err).contains(told).contains("Cách dùng");
    assertThat(ran.exitCode).isEqualTo(64);
    assertThat(ran.out).isEmpty();
  }

  private Ran trace(String content, String... more) throws IOException {
    List<String> arguments = arguments(file(content));
    arguments.addAll(List.of(more));
    return run(arguments, Map.of());
  }

  private String file(String content) throws IOException {
    return Files.writeString(folder.resolve("visits.csv"), content).toString();
  }

  private static String[] with(String file, String... more) {
    List<String> arguments = arguments(file);
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  private static List<String> arguments(String file) {
    var arguments = new ArrayList<>(List.of(file));
    arguments.addAll(List.of(WINDOW));
    return arguments;
  }

  private static Ran run(List<String> arguments, Map<String, String> environment) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int exitCode =
        TraceCommand.run(
            arguments,
            environment,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
