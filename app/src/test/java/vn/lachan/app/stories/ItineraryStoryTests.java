package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Role;
import vn.lachan.app.places.PlaceCard;

/** A commune makes a place and a window public; a resident's phone finds its own visit in it. */
class ItineraryStoryTests extends Story {
  @Test
  void aResidentFindsTheOwnVisitInAPublishedWindow() {
    PlaceCard place = world.place();
    Somebody resident = onPhone();
    String door = "/d/" + place.code().symbols();
    resident.open(door);
    resident.fill("phone", TestWorld.phone());
    resident.fill("name", "Nguyễn Thị Hoa");
    resident.press("Tôi vào đây");
    resident.sees("Đã vào lúc");
    world.crowd(3, place);

    Somebody officer = atDesk().signIn(world.account(Role.COMMUNE, world.inCommune()));
    officer.open("/tracing/itineraries");
    officer.press("Công bố mốc mới");
    officer.fill("text", place.code().shown());
    officer.press("Tìm điểm");
    officer.press("Chọn");
    officer.fill("fromAt", world.yesterday().atTime(12, 0).toString());
    officer.fill("toAt", world.yesterday().atTime(13, 0).toString());
    officer.press("Xem trước khi công bố");
    officer.sees("3 người");
    officer.press("Công bố");
    officer.sees("3 người có mặt");

    resident.open("/");
    resident.press("Mốc dịch tễ đang công bố");
    resident.sees(place.name());
    resident.press("Tôi có ở đó không?");
    resident.sees("Không lượt nào máy này đã ghi trùng");

    String started = "/tracing/itineraries/draft?place=" + place.publicId();
    officer.open(started);
    ZonedDateTime now = ZonedDateTime.now(TestWorld.ZONE).withSecond(0).withNano(0);
    officer.fill("fromAt", now.minusMinutes(30).toLocalDateTime().toString());
    officer.fill("toAt", now.plusMinutes(30).toLocalDateTime().toString());
    officer.press("Xem trước khi công bố");
    officer.page.locator("[role=alert]").getByText("còn ở phía trước").waitFor();
    assertThat(officer.overflow()).isZero();
    assertThat(resident.overflow()).isZero();
  }
}
