package vn.lachan.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Common Vietnamese names with rough weights. The order of magnitude of the family and given names
 * follows public counts; which given and middle names go to women and men, and all middle names,
 * are the project's own estimates. {@code _} stands for a space inside a middle name.
 */
final class VietnameseNames {
  private static final Weighted FAMILY =
      new Weighted(
          """
          Nguyễn 300 Lê 150 Trần 85 Phạm 60 Hoàng 42 Trịnh 30 Bùi 25 Đỗ 25 Vũ 24 Mai 20 Phan 20
          Trương 18 Đặng 17 Võ 15 Hồ 12 Ngô 12 Hà 12 Dương 11 Đoàn 10 Cao 10 Lưu 9 Đinh 9 Đào 8
          Lương 8 Huỳnh 8 Tống 5 Phùng 5 Quách 5 Thái 4 Tạ 4 Lý 4 Lâm 4 Tô 3 Vương 3 Châu 2 Chu 3
          Từ 2 Lã 2 Tôn 1 Hứa 1 Tăng 1 Đậu 2 Diệp 1 Đàm 2 Kiều 2 Triệu 1 Lại 2 Nông 1 Bạch 1 Giang 1
          Khương 1 Thiều 2 Lò 2 Vi 2""");
  private static final Weighted MALE_MIDDLE =
      new Weighted(
          """
          Văn 300 Đình 45 Xuân 45 Hữu 45 Đức 45 Quang 40 Minh 40 Ngọc 35 Công 30 Trọng 25 Thanh 25
          Quốc 25 Bá 20 Viết 18 Duy 18 Anh 15 Gia 12 Tiến 12 Mạnh 12 Hoàng 12 Thế 12 Sỹ 8 Khắc 8
          Doãn 5 Như 5 Trung 5 Nhật 5 Bảo 4""");
  private static final Weighted FEMALE_MIDDLE =
      new Weighted(
          """
          Thị 330 Thị_Thu 30 Thị_Thanh 30 Thị_Ngọc 25 Thị_Minh 20 Thị_Hồng 25 Thị_Kim 15 Thị_Mai 15
          Thị_Phương 15 Thị_Bích 10 Thị_Lan 10 Ngọc 25 Thu 20 Thanh 20 Phương 18 Minh 18 Khánh 12
          Quỳnh 10 Hồng 10 Thùy 10 Bảo 8 Hà 8 Mai 8 Diệu 5 Kiều 5 Tú 4 Hoài 4""");
  private static final Weighted MALE_GIVEN =
      new Weighted(
          """
          Anh 90 Huy 95 Tuấn 88 Duy 70 Hoàng 68 Nam 70 Minh 60 Dũng 62 Hiếu 60 Đạt 58 Cường 58 Hùng
          60 Tùng 55 Sơn 57 Thành 55 Trung 54 Hải 54 Long 52 Vũ 40 Đức 47 Tiến 46 Phúc 42 Thắng 44
          Thịnh 40 Khoa 35 Vinh 38 Hưng 38 Khánh 30 Quân 37 Tài 34 Trí 28 An 28 Bảo 32 Phong 34 Toàn
          33 Quang 33 Nghĩa 30 Nhân 22 Việt 31 Bình 30 Lâm 28 Tú 25 Trường 28 Dương 22 Tân 24 Lộc 24
          Thái 26 Phú 22 Thiện 22 Phát 18 Thông 20 Luân 18 Mạnh 26 Thuận 17 Giang 12 Hiệp 18 Công 17
          Đại 14 Đăng 17 Hòa 15 Quốc 15 Nhật 14 Hậu 13 Khang 18 Kiên 18 Quý 13 Lợi 12 Kiệt 14 Khải 10
          Thọ 11 Hiển 10 Văn 8 Chương 8 Khôi 12 Trọng 10 Định 9 Đông 9 Chung 9 Chiến 12 Khương 5
          Quyền 8 Hoàn 8 Quyết 8 Lập 6 Tuân 6 Chính 6 Lực 6 Cương 6 Huấn 5 Giáp 4 Thuyết 2""");
  private static final Weighted FEMALE_GIVEN =
      new Weighted(
          """
          Linh 85 Anh 80 Trang 60 Phương 60 Hà 50 Hương 52 Thảo 50 Huyền 48 Hiền 44 Hằng 40 Ngọc 45
          Lan 42 Hoa 40 Nga 36 Thủy 36 Mai 36 Vân 34 Yến 32 Dung 32 Thu 30 Hạnh 30 Loan 30 Tâm 28
          Nhung 30 Quỳnh 30 Ngân 32 Thanh 30 Thúy 24 Nguyệt 18 Hồng 25 Xuân 16 Oanh 18 Liên 22 Bình
          14 Minh 12 Giang 18 Châu 14 Chi 22 My 18 Nhi 24 Vy 20 Trâm 14 Thư 18 Hân 14 Duyên 16 Tuyết
          16 Phượng 15 Huệ 16 Thơm 12 Lý 10 Hòa 12 Hường 14 Thùy 10 Diệp 10 Trinh 10 Uyên 8 Ánh 14
          Nhàn 8 Tuyền 6 Quyên 8 Thoa 8 Bích 6 Tươi 5 Mùi 4 Sen 5 Bé 2 Lụa 2 Thắm 8 Thương 14 Trà 8
          Khánh 8 Như 10 Tiên 8 Kiều 5 Na 2 Gấm 2""");

  private VietnameseNames() {}

  static String family(long hash) {
    return FAMILY.pick(hash);
  }

  static String middle(Sex sex, long hash) {
    return (sex == Sex.MALE ? MALE_MIDDLE : FEMALE_MIDDLE).pick(hash);
  }

  static String given(Sex sex, long hash) {
    return (sex == Sex.MALE ? MALE_GIVEN : FEMALE_GIVEN).pick(hash);
  }

  /** A name of a stranger: the owner of a place, a bride. */
  static String full(Sex sex, long seed, long subject) {
    return family(SeededStream.hash(seed, subject, 1))
        + " "
        + middle(sex, SeededStream.hash(seed, subject, 2))
        + " "
        + given(sex, SeededStream.hash(seed, subject, 3));
  }

  /** Words with weights, drawn in proportion to them. */
  private static final class Weighted {
    private final List<String> words = new ArrayList<>();
    private final int[] wordOfTicket;

    Weighted(String text) {
      String[] parts = text.split("\\s+");
      List<Integer> weights = new ArrayList<>();
      int total = 0;
      for (int i = 0; i < parts.length; i += 2) {
        words.add(parts[i].replace('_', ' '));
        weights.add(Integer.valueOf(parts[i + 1]));
        total += weights.getLast();
      }
      wordOfTicket = new int[total];
      int ticket = 0;
      for (int word = 0; word < words.size(); word++) {
        for (int i = 0; i < weights.get(word); i++) {
          wordOfTicket[ticket++] = word;
        }
      }
    }

    String pick(long hash) {
      return words.get(wordOfTicket[SeededStream.reduce(hash, wordOfTicket.length)]);
    }
  }
}
