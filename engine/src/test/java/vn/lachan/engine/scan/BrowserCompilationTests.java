package vn.lachan.engine.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.teavm.tooling.TeaVMToolException;
import vn.lachan.engine.BrowserModule;

/**
 * The package must run in a browser: TeaVM compiles all of it without a complaint, and where Node
 * is on the machine the module answers exactly as the JVM does.
 */
class BrowserCompilationTests {
  /** Twice what it is: a regular expression or a date formatter alone would exceed it. */
  private static final int SIZE_LIMIT = 100_000;

  private static final int RANDOM_TEXTS = 3_000;
  private static final String[] TEXTS = {
    "0000-0007",
    "oooo ooo7",
    "https://lachan.example/d/00000007?x",
    "https://lachan.example/p/LC1P000000000000000K",
    "001090123456|012345678|Nguyễn Văn An|01011990|Nam|Hà Nội|15042021",
    "038199001234||Le\u0302 Thi\u0323 Hoa|05031999|Nu\u031B\u0303|Thôn 3|00002021",
    "001099012345||Đỗ Đức Đạt|01011990|Nam|Hà Nội|15042021",
    "001090123456|Nguyễn Văn An|01011990|Nam|Hà Nội|15042021",
    "001093029317|NGUYEN LE KHA HAN|1987-01-18|0|162979388586171100|<1<HS4010120878821<0944713700",
    "HS4010120878821|4e677579e1bb856e2056c4836e20416e|31/01/1990|1",
    "0123456789|4E677579|1990",
    "HS4010120878821|c3|1990",
    "LC2:%69 VD92EX0",
    "+84 (0) 912.345.678",
    "01621234567",
    "Nguyễn Thị Ánh Nguyệt",
    "H\u2019Hen Niê",
    "An <b>"
  };

  private static BrowserModule module;

  @BeforeAll
  static void compileOnce() throws IOException, TeaVMToolException {
    module = BrowserModule.compile(ScanInBrowser.class, "browser-scan", "scan.mjs");
  }

  @Test
  void theModuleIsSmallAndExports() throws IOException {
    byte[] bytes = Files.readAllBytes(module.file());
    assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("export");
    System.out.printf(
        "engine/scan in the browser: %,d bytes, %,d compressed%n",
        bytes.length, compressedLength(bytes));
    assertThat(bytes.length).isLessThan(SIZE_LIMIT);
    assertThat(module.classes())
        .contains(PersonName.class.getName(), NationalCode.class.getName())
        .doesNotContain(ServerScanPorts.class.getName());
  }

  @Test
  void browsersReadWhatTheJvmReads(@TempDir Path folder) throws Exception {
    List<String> texts = texts();
    List<String> said = module.call("read", texts.stream().map(List::of).toList(), folder);
    for (int index = 0; index < texts.size(); index++) {
      String expected = ScanInBrowser.answers(texts.get(index), ScanChecks.PORTS);
      assertThat(said.get(index)).as(expected).isEqualTo(BrowserModule.escape(expected));
    }
  }

  private static List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(TEXTS));
    for (long seed = 0; seed < RANDOM_TEXTS; seed++) {
      texts.add(ScannerFuzzTests.randomText(new Random(seed)));
    }
    return texts;
  }

  private static int compressedLength(byte[] bytes) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    }
    return compressed.size();
  }
}
