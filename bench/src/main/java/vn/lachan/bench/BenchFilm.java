package vn.lachan.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import vn.lachan.app.kernel.QrCode;

/**
 * A film for Chromium's pretended camera (YUV4MPEG2): each text as a QR code on a grey, noisy desk,
 * a little out of the middle, then the desk alone.
 */
final class BenchFilm {
  private static final int WIDTH = 1280;
  private static final int HEIGHT = 720;
  private static final int FRAMES_A_SECOND = 10;
  private static final int PIXELS_A_MODULE = 6;
  private static final int SHOWN_FRAMES = 7;
  private static final int EMPTY_FRAMES = 5;
  private static final long SEED = 20_261_121;

  private BenchFilm() {}

  static void write(Path film, List<String> texts) throws IOException {
    byte[] colours = new byte[WIDTH * HEIGHT / 2];
    Arrays.fill(colours, (byte) 128);
    byte[] desk = desk(new Random(SEED));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(film))) {
      out.write(
          "YUV4MPEG2 W%d H%d F%d:1 Ip A1:1 C420jpeg\n"
              .formatted(WIDTH, HEIGHT, FRAMES_A_SECOND)
              .getBytes(StandardCharsets.US_ASCII));
      for (String text : texts) {
        frames(out, withCode(text), colours, SHOWN_FRAMES);
        frames(out, desk, colours, EMPTY_FRAMES);
      }
    }
  }

  private static void frames(OutputStream out, byte[] grey, byte[] colours, int count)
      throws IOException {
    for (int frame = 0; frame < count; frame++) {
      out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
      out.write(grey);
      out.write(colours);
    }
  }

  private static byte[] desk(Random noise) {
    byte[] grey = new byte[WIDTH * HEIGHT];
    for (int pixel = 0; pixel < grey.length; pixel++) {
      grey[pixel] = (byte) (90 + noise.nextInt(40));
    }
    return grey;
  }

  private static byte[] withCode(String text) {
    Random noise = new Random(text.hashCode());
    byte[] grey = desk(noise);
    QrCode code = QrCode.of(text, QrCode.Level.MEDIUM);
    int side = code.size() * PIXELS_A_MODULE;
    int left = (WIDTH - side) / 2 + 60;
    int top = (HEIGHT - side) / 2 + 10;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int column = x / PIXELS_A_MODULE - QrCode.QUIET_MODULES;
        int row = y / PIXELS_A_MODULE - QrCode.QUIET_MODULES;
        boolean dark =
            column >= 0
                && row >= 0
                && column < code.modules()
                && row < code.modules()
                && code.isDark(column, row);
        grey[(top + y) * WIDTH + left + x] = (byte) ((dark ? 40 : 200) + noise.nextInt(20));
      }
    }
    return grey;
  }
}
