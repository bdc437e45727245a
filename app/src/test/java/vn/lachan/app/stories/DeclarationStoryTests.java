package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.places.PlaceCard;

/** A declaration on a phone: filled in, repeated with one tap, for another, in English. */
class DeclarationStoryTests extends Story {
  private static final String HOSTILE = "<script>alert(1)</script>\u202Eaó ";

  @Test
  void aResidentDeclaresRepeatsAndDeclaresForAnother() {
    PlaceCard place = world.place();
    String page = "/declarations/new?form=residents&place=" + place.code().symbols();
    Somebody resident = onPhone();
    resident.open(page);
    accessible(resident);
    resident.fill("q-full-name-field", HOSTILE);
    resident.press("Gửi");
    resident.sees("Chưa gửi được");
    assertThat(resident.page.inputValue("#q-full-name-field")).contains("<script>");
    accessible(resident);

    fill(resident, "TRẦN THỊ MẪU");
    resident.press("Gửi");
    resident.sees("Đã nhận tờ khai");
    resident.sees("Xanh");
    accessible(resident);

    resident.open(page);
    resident.press("Không có gì thay đổi");
    resident.sees("Đã nhận tờ khai");

    resident.press("Khai cho người khác");
    resident.page.check("input[name='q.on-behalf']");
    fill(resident, "TRẦN VĂN CHA");
    resident.page.check("input[name='q.symptoms'][value=true]");
    resident.page.check("input[name='q.contact-patient'][value=true]");
    resident.page.locator("[data-ask='q.symptoms-note']").waitFor();
    resident.press("Gửi");
    resident.sees("115");

    resident.page.locator("a.language").click();
    resident.open(page + "&other=true");
    resident.sees("Full name (in CAPITAL letters)");
    accessible(resident);

    Somebody officer =
        atDesk().signIn(world.account(Role.TRACER, new Scope.OfUnit(world.province().id())));
    officer.open("/declarations?place=" + place.publicId());
    officer.sees("3 tờ khai");
    accessible(officer);
    for (String path : new String[] {"figures", "places", "journeys", "areas", "rules"}) {
      officer.open("/declarations/" + path);
      accessible(officer);
    }
  }

  /** The commune by a few letters without accents and the keyboard alone. */
  private void fill(Somebody resident, String name) {
    resident.fill("q-full-name-field", name);
    resident.fill("q-birth-year-field", "1980");
    resident.page.check("input[name='q.gender'][value=female]");
    assertThat(resident.page.inputValue("#q-nationality-field")).isEqualTo("Việt Nam");
    resident.fill("q-province-field", world.province().fullName());
    resident.page.locator("#q-commune-field").fill("");
    resident.page.locator("#q-commune-field").pressSequentially(letters());
    resident.page.locator("#q-commune [role=option]").first().waitFor();
    resident.page.keyboard().press("ArrowDown");
    resident.page.keyboard().press("Enter");
    assertThat(resident.page.inputValue("#q-commune-field")).contains(world.commune().name());
    resident.fill("q-address-field", "Ấp 1");
    resident.fill("q-phone-field", TestWorld.phone());
    resident.page.check("input[name='q.travel'][value=false]");
    resident.page.check("input[name='q.symptoms'][value=false]");
    for (String asked : new String[] {"patient", "from-country", "symptomatic"}) {
      resident.page.check("input[name='q.contact-" + asked + "'][value=false]");
    }
  }

  private String letters() {
    String name = world.commune().name() + " " + world.province().name();
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D')
        .toLowerCase(Locale.ROOT);
  }
}
