package vn.lachan.app.paper;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;

/**
 * Takes a photograph apart and draws it anew: what is kept is pixels and nothing else. The limits
 * hold before anything is decoded; what claims to be something else than it is, moves, or ends too
 * early is refused in words.
 */
@Component
class PhotoImage {
  private static final int MEGA = 1_000_000;
  private static final float QUALITY = 0.8f;

  /** Pixels of what is decoded: some 50 MB, whatever the file says of itself. */
  private static final int DECODED_MOST = 13 * MEGA;

  private static final int BITS_MOST = 8;
  private static final int SECONDS_PATIENCE = 20;

  private final PaperSettings settings;
  private final Semaphore oneAtATime = new Semaphore(1, true);

  PhotoImage(PaperSettings settings) {
    this.settings = settings;
  }

  /** As JPEG, upright, its longer side within the limit. */
  byte[] clean(byte[] file) {
    if (file.length > settings.photoMegabytes() * MEGA) {
      throw new Refusal(
          Refusal.Kind.TOO_LARGE, "paper.photo.refused.too-large", settings.photoMegabytes());
    }
    PhotoBytes bytes = PhotoBytes.of(file);
    begin();
    try {
      return jpeg(drawn(decode(file, bytes), bytes.orientation()));
    } finally {
      oneAtATime.release();
    }
  }

  /** Pictures are large once they are decoded: many at once would take the program's memory. */
  private void begin() {
    try {
      if (oneAtATime.tryAcquire(SECONDS_PATIENCE, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Refusal(Refusal.Kind.TOO_MANY, "paper.photo.refused.busy");
  }

  private BufferedImage decode(byte[] file, PhotoBytes bytes) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(bytes.format());
    ImageReader reader = readers.next();
    try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      reader.setInput(input, true, true);
      long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
      if (pixels > (long) settings.photoMegapixels() * MEGA) {
        throw Refusal.invalid("paper.photo.refused.pixels", settings.photoMegapixels());
      }
      requireEightBits(reader);
      return decode(reader, pixels);
    } catch (IOException | IndexOutOfBoundsException | IllegalArgumentException broken) {
      throw truncated(broken);
    } finally {
      reader.dispose();
    }
  }

  /** A JPEG that ends too early is only warned about; here that is a refusal. */
  private BufferedImage decode(ImageReader reader, long pixels) throws IOException {
    var warned = new AtomicBoolean();
    reader.addIIOReadWarningListener((IIOReadWarningListener) (_, _) -> warned.set(true));
    ImageReadParam asked = reader.getDefaultReadParam();
    int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
    int step =
        Math.max(
            Math.max(1, longer / (2 * settings.photoSide())),
            (int) Math.ceil(Math.sqrt(pixels / (double) DECODED_MOST)));
    asked.setSourceSubsampling(step, step, 0, 0);
    BufferedImage image = reader.read(0, asked);
    if (warned.get()) {
      throw Refusal.invalid("paper.photo.refused.truncated");
    }
    return image;
  }

  /** No camera makes more; such a picture takes twice the memory of what its size says. */
  private static void requireEightBits(ImageReader reader) throws IOException {
    ImageTypeSpecifier raw = reader.getRawImageType(0);
    if (raw != null && raw.getColorModel().getComponentSize(0) > BITS_MOST) {
      throw Refusal.invalid("paper.photo.refused.deep");
    }
  }

  private static Refusal truncated(Exception broken) {
    var refusal = Refusal.invalid("paper.photo.refused.truncated");
    refusal.addSuppressed(broken);
    return refusal;
  }

  private BufferedImage drawn(BufferedImage image, int orientation) {
    boolean turned = orientation >= 5;
    int width = turned ? image.getHeight() : image.getWidth();
    int height = turned ? image.getWidth() : image.getHeight();
    double scale = Math.min(1.0, settings.photoSide() / (double) Math.max(width, height));
    var target =
        new BufferedImage(
            Math.max(1, (int) Math.round(width * scale)),
            Math.max(1, (int) Math.round(height * scale)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = target.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, target.getWidth(), target.getHeight());
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    var placed = AffineTransform.getScaleInstance(scale, scale);
    placed.concatenate(upright(orientation, image.getWidth(), image.getHeight()));
    canvas.drawImage(image, placed, null);
    canvas.dispose();
    return target;
  }

  /** The eight values of Exif 2.3, tag 0x0112. */
  private static AffineTransform upright(int orientation, int width, int height) {
    return switch (orientation) {
      case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
      case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
      case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
      case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
      case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
      case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
      case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
      default -> new AffineTransform();
    };
  }

  private static byte[] jpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var bytes = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam asked = writer.getDefaultWriteParam();
      asked.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      asked.setCompressionQuality(QUALITY);
      writer.setOutput(output);
      writer.write(null, new IIOImage(image, null, null), asked);
      output.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
  }
}
