package vn.lachan.simulation;

import java.util.Locale;

/** Where in a commune: a street in a ward or a town, a hamlet elsewhere. */
final class Addresses {
  private static final String[] STREETS = {
    "Lê Lợi", "Trần Phú", "Nguyễn Trãi", "Quang Trung", "Hai Bà Trưng", "Lý Thường Kiệt",
    "Trần Hưng Đạo", "Phan Chu Trinh", "Nguyễn Huệ", "Ngô Quyền", "Đinh Công Tráng", "Bà Triệu",
    "Hoàng Văn Thụ", "Lê Lai", "Tống Duy Tân", "Cao Thắng", "Hàng Than", "Nguyễn Du"
  };

  private Addresses() {}

  static String of(CommuneSpec commune, long hash) {
    int number = 1 + Math.floorMod(hash, 240);
    String name = commune.name();
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.startsWith("phường") || lower.startsWith("thị trấn")) {
      String street = STREETS[SeededStream.reduce(hash, STREETS.length)];
      return "Số " + number + " " + street + ", " + name;
    }
    return "Số " + number + ", thôn " + (1 + SeededStream.reduce(hash, 14)) + ", " + name;
  }
}
