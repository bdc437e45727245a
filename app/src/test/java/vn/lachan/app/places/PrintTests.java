package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lachan.app.places.PlacesFixture.NOW;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.program.LongWork;
import vn.lachan.engine.scan.PlaceCode;

/** Posters of many places as one file. */
class PrintTests {
  private static final int PLACES = 21;
  private static PlacesFixture fixture;
  private static PlacePrints prints;
  private static Actor officer;

  @BeforeAll
  static void create() {
    fixture = new PlacesFixture();
    prints = fixture.context.getBean(PlacePrints.class);
    officer = PlacesFixture.officer(fixture.communeA);
    fixture.places.load(
        IntStream.range(0, PLACES)
            .mapToObj(i -> fixture.registration("Quán In " + i, "clinic", fixture.communeA))
            .map(facts -> new NewPlace(facts, null, null))
            .iterator(),
        NOW);
  }

  @AfterAll
  static void drop() {
    fixture.close();
  }

  @ParameterizedTest
  @CsvSource({"poster,21", "two,11", "four,6", "eight,3"})
  void everyPlaceIsOnThePagesOnce(String layout, int pages) throws IOException {
    UUID id = start(PrintLayout.of(layout));
    assertThat(prints.get(officer, id).ready()).isFalse();
    FakeJobs.finish(
        fixture.context.getBean(FakeJobs.class).latest(),
        fixture.context.getBean("printDesk", LongWork.class),
        2);

    assertThat(prints.get(officer, id).ready()).isTrue();
    var bytes = new ByteArrayOutputStream();
    prints.write(officer, id, bytes);
    var reader = new PdfReader(bytes.toByteArray());
    assertThat(reader.getNumberOfPages()).isEqualTo(pages);
    var extractor = new PdfTextExtractor(reader);
    var text = new StringBuilder();
    for (int page = 1; page <= pages; page++) {
      text.append(extractor.getTextFromPage(page)).append('\n');
    }
    List<PlaceRow> rows = fixture.places.list(officer, PlaceFilter.all(), null, 100).rows();
    assertThat(rows).hasSize(PLACES).allMatch(row -> text.indexOf(row.code().shown()) >= 0);
  }

  @Test
  void nobodyElseFetchesItAndNothingIsNoFile() {
    UUID id = start(PrintLayout.POSTER);
    Actor other = PlacesFixture.staff(77, Role.PROVINCE, scope());
    assertThatThrownBy(() -> prints.get(other, id)).hasMessage("places.print.refused.not-found");
    assertThatThrownBy(() -> prints.write(officer, id, new ByteArrayOutputStream()))
        .hasMessage("places.print.refused.not-ready");
    Actor elsewhere = PlacesFixture.officer(fixture.communeB);
    assertThatThrownBy(
            () ->
                prints.start(
                    elsewhere, PlaceFilter.all(), null, PrintLayout.FOUR, "https://a.vn", NOW))
        .hasMessage("places.print.refused.none");
  }

  @Test
  void cardsLieInsideTheirPartOfThePage() {
    for (PrintLayout layout : PrintLayout.values()) {
      for (int at = 0; at < layout.perPage(); at++) {
        float[] m = layout.matrix(at, 595, 842);
        for (float[] corner : new float[][] {{0, 0}, {595, 842}}) {
          float x = m[0] * corner[0] + m[2] * corner[1] + m[4];
          float y = m[1] * corner[0] + m[3] * corner[1] + m[5];
          assertThat(x).isBetween(-1f, 596f);
          assertThat(y).isBetween(-1f, 843f);
        }
      }
    }
  }

  @Test
  void aBadgeIsAsLargeAsABankCardAndSaysWho() throws IOException {
    PlaceCard place =
        fixture
            .places
            .byPublicId(
                fixture.places.register(
                    Actor.program(),
                    fixture.registration("Chợ Thẻ", "market", fixture.elsewhere),
                    NOW))
            .orElseThrow();
    byte[] pdf =
        fixture
            .context
            .getBean(BadgeSheet.class)
            .pdf(
                place,
                List.of(
                    new BadgeSheet.Card("Anh Trực", "truc-000001", "https://a.vn/places/badge/1")));
    String text = new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1);
    PlaceCode code = place.code();
    assertThat(text).contains("Anh Trực", "truc-000001", "Chợ Thẻ", code.shown());
    assertThat(BadgeSheet.WIDTH).isEqualTo(242.6f, Offset.offset(0.1f));
  }

  private static UUID start(PrintLayout layout) {
    return prints.start(officer, PlaceFilter.all(), null, layout, "https://a.vn", NOW);
  }

  private static Scope scope() {
    return new Scope.OfUnit(fixture.province);
  }
}
