package vn.lachan.app.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VietnameseOrderTests {
  /** Each line is a list in its right order. */
  private static final String TABLE =
      """
      An Giang, Ăn, Ân Thi, Bà Rịa, Ba Vì, Cà Mau, Da, Dương, Dy, Đà Nẵng, Đắk Lắk, Đông, Ea, Êa
      ma, mà, mả, mã, má, mạ, mai
      On, Ôn, Ơn, Phú
      Un, Ưn, Vinh
      Quận 1, Quận 2, Quận 10, Quận Ba
      1, 02, 3, 10, 11, Bến Nghé
      Ba, Bà, Ba Vì, Bàn, Bang
      Hải Châu I, Hải Châu II, Hải Chính
      Thanh, Thạnh, Thanh Ba, Thanh Hóa, Thanh Sơn
      """;

  @Test
  void ordersEachLineAsADictionaryDoes() {
    TABLE.lines().forEach(this::check);
  }

  @Test
  void putsTheShorterNameFirst() {
    check("Bà Rịa, Bà Rịa - Vũng Tàu, Bạc Liêu");
  }

  @Test
  void placesTonesAlikeWhereverTheyAreTyped() {
    assertThat(VietnameseOrder.key("Thanh Hoá").substring(0, 9))
        .isEqualTo(VietnameseOrder.key("Thanh Hóa").substring(0, 9));
  }

  private void check(String line) {
    List<String> right = List.of(line.split(", "));
    List<String> shuffled = new ArrayList<>(right);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.sort(VietnameseOrder.OF_NAMES);
    assertThat(shuffled).as(line).isEqualTo(right);
  }
}
