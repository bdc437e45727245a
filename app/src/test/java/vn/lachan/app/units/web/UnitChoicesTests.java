package vn.lachan.app.units.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.units.TestUnits;

class UnitChoicesTests {
  /** 00:30 on 1 July 2025 in Viet Nam, still 30 June in UTC. */
  private static final Instant FIRST_HALF_HOUR = Instant.parse("2025-06-30T17:30:00Z");

  private static TestDatabase database;
  private static MockMvcTester web;

  @BeforeAll
  static void serve() {
    database = TestDatabase.create();
    var clock = Clock.fixed(FIRST_HALF_HOUR, ZoneOffset.UTC);
    var choices = new UnitChoices(TestUnits.loadedInto(database), clock);
    web =
        MockMvcTester.create(
            MockMvcBuilders.standaloneSetup(choices).setViewResolvers(templates()).build());
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void givesUnitsOfADayAsJson() {
    assertThat(web.get().uri("/api/v1/units?q=dong tien trieu son&on=2021-09-10"))
        .hasStatusOk()
        .bodyJson()
        .extractingPath("$[0]")
        .asMap()
        .containsEntry("id", 1_315_724)
        .containsEntry("code", "15724")
        .containsEntry("kind", "rural-commune")
        .containsEntry("path", "Xã Đồng Tiến, Huyện Triệu Sơn, Tỉnh Thanh Hóa");
  }

  @Test
  void takesTodayInVietNamWhenNoDayIsGiven() {
    assertThat(web.get().uri("/api/v1/units?q=15664"))
        .bodyJson()
        .extractingPath("$[0].path")
        .isEqualTo("Xã Triệu Sơn, Tỉnh Thanh Hoá");
  }

  @Test
  void givesOptionsForAField() {
    assertThat(web.get().uri("/units/search?q=trieu son&on=2021-09-10&within=1100038"))
        .hasStatusOk()
        .bodyText()
        .contains("value=\"1200397\"", "Huyện Triệu Sơn, Tỉnh Thanh Hóa", "data-code=\"397\"");
  }

  @Test
  void answersNothingWithNothing() {
    assertThat(web.get().uri("/api/v1/units")).hasStatusOk().bodyText().isEqualTo("[]");
    assertThat(web.get().uri("/units/search?q=%20")).hasStatusOk().bodyText().isBlank();
  }

  @Test
  void refusesADayThatIsNone() {
    assertThat(web.get().uri("/api/v1/units?q=a&on=tomorrow")).hasStatus(400);
    assertThat(web.get().uri("/api/v1/units?q=a&within=x")).hasStatus(400);
  }

  private static ThymeleafViewResolver templates() {
    var files = new ClassLoaderTemplateResolver();
    files.setPrefix("templates/");
    files.setSuffix(".html");
    files.setCharacterEncoding("UTF-8");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(files);
    var views = new ThymeleafViewResolver();
    views.setTemplateEngine(engine);
    views.setCharacterEncoding("UTF-8");
    return views;
  }
}
