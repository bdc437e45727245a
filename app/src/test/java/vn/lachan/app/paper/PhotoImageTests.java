package vn.lachan.app.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import vn.lachan.app.kernel.Refusal;

/** What is taken as a photograph, and what is kept of it. */
class PhotoImageTests {
  private final PhotoImage images = new PhotoImage(PaperSettings.defaults());

  @Test
  void notesOfTheCameraGoAndThePictureStandsUpright() throws IOException {
    byte[] taken = withExif(picture("jpeg", 60, 30), 6);

    byte[] kept = images.clean(taken);

    assertThat(new String(taken, StandardCharsets.ISO_8859_1)).contains("Exif", "Nhà riêng 1");
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "Nh");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(kept));
    assertThat(image.getWidth()).isEqualTo(30);
    assertThat(image.getHeight()).isEqualTo(60);
    assertThat(new Color(image.getRGB(15, 5)).getRed())
        .as("the left of it is above")
        .isGreaterThan(180);
    assertThat(new Color(image.getRGB(15, 55)).getRed()).isLessThan(80);
    assertThat(images.clean(withExif(picture("jpeg", 60, 30), 6, Integer.MAX_VALUE)))
        .as("a directory beyond the end")
        .isNotEmpty();
  }

  @Test
  void aLargePictureIsMadeSmaller() throws IOException {
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(images.clean(picture("png", 6000, 900))));

    assertThat(image.getWidth()).isEqualTo(PaperSettings.defaults().photoSide());
    assertThat(image.getHeight()).isEqualTo(330);
  }

  @Test
  void whatIsNoStillWholePictureIsRefusedInWords() throws IOException {
    byte[] jpeg = picture("jpeg", 400, 300);
    byte[] png = picture("png", 400, 300);

    refused("too-large", new byte[50_000_000]);
    refused("type", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
    refused("type", new byte[0]);
    refused("animated", "GIF89a…".getBytes(StandardCharsets.ISO_8859_1));
    refused("animated", animated(png));
    refused("truncated", Arrays.copyOf(jpeg, jpeg.length / 2));
    refused("truncated", Arrays.copyOf(png, png.length / 2));
    byte[] hollow = Arrays.copyOf(jpeg, jpeg.length);
    System.arraycopy(new byte[] {(byte) 0xFF, (byte) 0xD9}, 0, hollow, jpeg.length / 2, 2);
    refused("truncated", Arrays.copyOf(hollow, jpeg.length / 2 + 2));
    refused("pixels", wide(png));
    refused("deep", deep());
  }

  /** Sixteen bits a colour: eight times what its pixels would take. */
  private static byte[] deep() throws IOException {
    var model =
        new ComponentColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB),
            false,
            false,
            Transparency.OPAQUE,
            DataBuffer.TYPE_USHORT);
    var image = new BufferedImage(model, model.createCompatibleWritableRaster(40, 30), false, null);
    var bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "png", bytes)).isTrue();
    return bytes.toByteArray();
  }

  private void refused(String why, byte[] file) {
    assertThatExceptionOfType(Refusal.class)
        .as(why)
        .isThrownBy(() -> images.clean(file))
        .extracting(Refusal::code)
        .isEqualTo("paper.photo.refused." + why);
  }

  /** Red at the left, black at the right. */
  static byte[] picture(String format, int width, int height) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    canvas.setColor(Color.RED);
    canvas.fillRect(0, 0, width / 2, height);
    canvas.dispose();
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private static byte[] withExif(byte[] jpeg, int orientation) {
    return withExif(jpeg, orientation, 8);
  }

  private static byte[] withExif(byte[] jpeg, int orientation, int directory) {
    byte[] note = "Nhà riêng 1".getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 8 + 2 + 12 + 4 + note.length);
    exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2));
    exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
    exif.putShort((short) 0x4D4D).putShort((short) 42).putInt(directory);
    exif.putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    exif.putShort((short) 0).putInt(0).put(note);
    var bytes = new ByteArrayOutputStream();
    bytes.write(jpeg, 0, 2);
    bytes.writeBytes(exif.array());
    bytes.write(jpeg, 2, jpeg.length - 2);
    return bytes.toByteArray();
  }

  /** With the chunk that says how many frames there are. */
  private static byte[] animated(byte[] png) {
    return withChunk(png, "acTL", new byte[8], 33);
  }

  /** Claims more pixels than it has. */
  private static byte[] wide(byte[] png) {
    ByteBuffer file = ByteBuffer.wrap(png.clone()).putInt(16, 20_000).putInt(20, 20_000);
    var sum = new CRC32();
    sum.update(file.array(), 12, 17);
    return file.putInt(29, (int) sum.getValue()).array();
  }

  private static byte[] withChunk(byte[] png, String type, byte[] content, int at) {
    byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
    var sum = new CRC32();
    sum.update(name);
    sum.update(content);
    ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
    chunk.putInt(content.length).put(name).put(content).putInt((int) sum.getValue());
    var bytes = new ByteArrayOutputStream();
    bytes.write(png, 0, at);
    bytes.writeBytes(chunk.array());
    bytes.write(png, at, png.length - at);
    return bytes.toByteArray();
  }
}
