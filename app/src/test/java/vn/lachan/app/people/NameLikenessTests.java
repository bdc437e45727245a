package vn.lachan.app.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lachan.engine.scan.PersonName;

class NameLikenessTests {
  @Test
  void namesAreComparedAsSomebodyWouldWhoKnowsThem() {
    check(
        """
        typed               | stored                | likeness
        nguyen van an       | Nguyễn Văn An         | SAME
        NGUYỄN VĂN AN       | Nguyễn Văn An         | SAME
        nguyễn văn ân       | Nguyễn Văn An         | SAME
        dang thi hue        | Đặng Thị Huệ          | SAME
        an nguyen van       | Nguyễn Văn An         | WORDS
        nguyen an           | Nguyễn Văn An         | WORDS
        van an              | Nguyễn Văn An         | WORDS
        an                  | Nguyễn Văn An         | WORDS
        nguyen vam an       | Nguyễn Văn An         | NEAR
        nguyne van hung     | Nguyễn Văn Hùng       | NEAR
        nguyen van hug      | Nguyễn Văn Hùng       | NEAR
        nguyen van hungg    | Nguyễn Văn Hùng       | NEAR
        ngyen vn hing       | Nguyễn Văn Hùng       | NEAR
        ng van hung         | Nguyễn Văn Hùng       | NEAR
        ng. v. hùng         | Nguyễn Văn Hùng       | NEAR
        ngx t thu ha        | Nguyễn Thị Thu Hà     | NEAR
        ng t thu ha         | Nguyễn Thị Thu Hà     | NEAR
        nguyen thi thu ha   | Nguyễn Thu Hà         | NEAR
        nguyen thi thu ha   | Nguyễn Thị Thanh Hà   | NEAR
        tran van an         | Nguyễn Văn An         | NEAR
        tran thi an         | Nguyễn Văn An         | NO
        nguyen an           | Nguyễn Văn Ba         | NO
        nguyen van cu       | Nguyễn Văn Tuyển      | NO
        nguyen van hung     | Nguyễn Thu Vân        | NO
        an nguyen vam tho   | Nguyễn Văn An         | NEAR
        hoa                 | Lê Thị Hoa            | WORDS
        hoa                 | Lê Thị Hoài           | NEAR
        hoa                 | Lê Thị Hương          | NO
        an                  | Trần Thị Am           | NO
        hhen nie            | H'Hen Niê             | SAME
        y bion mlo          | Y-Bion Mlô            | SAME
        """);
  }

  @Test
  void theMoreAlikeComesFirst() {
    List<String> stored =
        List.of(
            "Nguyễn Văn Hùng",
            "Nguyễn Văn Hưng",
            "Hùng Nguyễn Văn",
            "Nguyễn Văn Hùng Anh",
            "Nguyễn Văn Hừng",
            "Nguyễn Văn Hồng");
    assertThat(ranked("nguyễn văn hùng", stored))
        .containsExactly(
            "Nguyễn Văn Hùng",
            "Nguyễn Văn Hưng",
            "Nguyễn Văn Hừng",
            "Hùng Nguyễn Văn",
            "Nguyễn Văn Hồng",
            "Nguyễn Văn Hùng Anh");
  }

  private static List<String> ranked(String typed, List<String> stored) {
    var name = new PersonName(typed);
    return stored.stream()
        .filter(other -> NameLikeness.compare(name, new PersonName(other)).isPresent())
        .sorted(
            java.util.Comparator.comparingDouble(
                other -> -NameLikeness.compare(name, new PersonName(other)).orElseThrow().score()))
        .toList();
  }

  private static void check(String table) {
    table
        .lines()
        .skip(1)
        .forEach(
            line -> {
              String[] parts = line.split("\\|");
              String likeness =
                  NameLikeness.compare(
                          new PersonName(parts[0].strip()), new PersonName(parts[1].strip()))
                      .map(found -> found.likeness().name())
                      .orElse("NO");
              assertThat(likeness).as(line).isEqualTo(parts[2].strip());
            });
  }
}
