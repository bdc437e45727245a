package vn.lachan.app.stories;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A film for Chromium's pretended camera (YUV4MPEG2): each text some frames long as a QR code on a
 * grey, noisy desk, a little out of the middle. An empty text is the desk alone.
 */
final class CameraPicture {
  static final int WIDTH = 1280;
  static final int HEIGHT = 720;
  private static final int FRAMES_A_SECOND = 10;
  private static final long SEED = 20_261_121;
  private static final int QUIET_MODULES = 4;
  private static final int PIXELS_A_MODULE = 6;

  private CameraPicture() {}

  static void write(Path film, List<String> texts, int framesEach) throws IOException {
    try (OutputStream out = Files.newOutputStream(film)) {
      out.write(
          "YUV4MPEG2 W%d H%d F%d:1 Ip A1:1 C420jpeg\n"
              .formatted(WIDTH, HEIGHT, FRAMES_A_SECOND)
              .getBytes(StandardCharsets.US_ASCII));
      byte[] colours = new byte[WIDTH * HEIGHT / 2];
      Arrays.fill(colours, (byte) 128);
      for (String text : texts) {
        byte[] grey = picture(text);
        for (int frame = 0; frame < framesEach; frame++) {
          out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
          out.write(grey);
          out.write(colours);
        }
      }
    }
  }

  private static byte[] picture(String text) {
    byte[] grey = new byte[WIDTH * HEIGHT];
    Random noise = new Random(SEED);
    for (int pixel = 0; pixel < grey.length; pixel++) {
      grey[pixel] = (byte) (110 + noise.nextInt(40));
    }
    if (!text.isEmpty()) {
      draw(grey, modules(text), noise);
    }
    return grey;
  }

  private static void draw(byte[] grey, ByteMatrix modules, Random noise) {
    int side = (modules.getWidth() + 2 * QUIET_MODULES) * PIXELS_A_MODULE;
    int left = (WIDTH - side) / 2 + 60;
    int top = (HEIGHT - side) / 2 + 10;
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int column = x / PIXELS_A_MODULE - QUIET_MODULES;
        int row = y / PIXELS_A_MODULE - QUIET_MODULES;
        boolean dark =
            column >= 0
                && row >= 0
                && column < modules.getWidth()
                && row < modules.getHeight()
                && modules.get(column, row) == 1;
        grey[(top + y) * WIDTH + left + x] = (byte) ((dark ? 40 : 200) + noise.nextInt(20));
      }
    }
  }

  /** A picture of the code alone. */
  static byte[] png(String text) {
    ByteMatrix modules = modules(text);
    int side = (modules.getWidth() + 2 * QUIET_MODULES) * PIXELS_A_MODULE;
    var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int column = x / PIXELS_A_MODULE - QUIET_MODULES;
        int row = y / PIXELS_A_MODULE - QUIET_MODULES;
        boolean inside =
            column >= 0 && row >= 0 && column < modules.getWidth() && row < modules.getHeight();
        picture.setRGB(x, y, inside && modules.get(column, row) == 1 ? 0 : 0xFFFFFF);
      }
    }
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static ByteMatrix modules(String text) {
    try {
      return Encoder.encode(
              text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
          .getMatrix();
    } catch (WriterException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
