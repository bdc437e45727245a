package vn.lachan.simulation;

import java.util.Locale;

/** Names that places of such a kind bear in Vietnam, put together from the project's own words. */
final class PlaceNames {
  private static final String[] EATING = {
    "Quán phở",
    "Quán bún",
    "Quán cơm",
    "Quán cháo",
    "Quán bánh cuốn",
    "Quán cà phê",
    "Quán lẩu",
    "Nhà hàng",
    "Quán bia",
    "Quán trà sữa",
    "Quán nem chua",
    "Quán ốc",
    "Quán bánh mì"
  };
  private static final String[] SHOPS = {
    "Tạp hóa",
    "Cửa hàng thực phẩm",
    "Cửa hàng rau quả",
    "Quầy thuốc",
    "Cửa hàng gạo",
    "Đại lý sữa",
    "Cửa hàng gas",
    "Cửa hàng xăng dầu",
    "Cửa hàng vật tư nông nghiệp",
    "Điện máy",
    "Vật liệu xây dựng"
  };
  private static final String[] OFFICES = {
    "Công an",
    "Ủy ban Mặt trận Tổ quốc",
    "Ban Chỉ huy Quân sự",
    "Đội Thuế",
    "Hạt Kiểm lâm",
    "Bảo hiểm xã hội",
    "Tòa án khu vực",
    "Hội Nông dân",
    "Trung tâm Văn hóa"
  };
  private static final String[] FACTORIES = {
    "Công ty TNHH May", "Công ty TNHH Giày", "Công ty CP Xi măng", "Công ty CP Gạch",
    "Công ty TNHH Thủy sản", "Công ty CP Mía đường", "Công ty TNHH Điện tử", "Công ty CP Gỗ"
  };
  private static final String[] WORKSHOPS = {
    "Xưởng mộc",
    "Xưởng cơ khí",
    "Cơ sở chiếu cói",
    "Xưởng may gia công",
    "Cơ sở nước mắm",
    "Trang trại",
    "Xưởng đá mỹ nghệ",
    "Gara ô tô",
    "Cơ sở bánh kẹo"
  };
  private static final String[] BEAUTY = {"Tiệm tóc", "Spa", "Tiệm nail", "Massage", "Thẩm mỹ"};
  private static final String[] BANKS = {
    "Ngân hàng Nông nghiệp",
    "Ngân hàng Công thương",
    "Ngân hàng Chính sách",
    "Quỹ tín dụng nhân dân"
  };
  private static final String[] TELECOM = {
    "Cửa hàng viễn thông", "Điện thoại", "Điểm giao dịch mạng"
  };
  private static final String[] WORSHIP = {"Chùa", "Đền", "Đình làng", "Nhà thờ giáo xứ", "Phủ"};
  private static final String[] SIGHTS = {
    "Khu du lịch", "Bãi biển", "Di tích", "Công viên", "Thác"
  };
  private static final String[] WORDS = {
    "Vườn Hoa",
    "Tân Sơn",
    "Đông Thành",
    "Bắc Sơn",
    "Hồng Hà",
    "Phú Thọ",
    "Hợp Thành",
    "Minh Khai",
    "Tây Thành",
    "Nam Ngạn",
    "Cầu Đá",
    "Bến Ngự",
    "Hòa Bình",
    "Thống Nhất",
    "Đại Lộc",
    "Tân Tiến",
    "Phúc Lộc",
    "An Khang",
    "Thịnh Vượng",
    "Đồng Tâm",
    "Sao Mai",
    "Hướng Dương",
    "Bình Minh",
    "Việt Tiến",
    "Trường Sinh",
    "Kim Sơn",
    "Ngọc Lan",
    "Thanh Bình",
    "Yên Định",
    "Quảng Phú",
    "Hưng Thịnh",
    "Toàn Thắng",
    "Xuân Hòa",
    "Lam Giang",
    "Gò Cao",
    "Cây Đa",
    "Giếng Ngọc"
  };
  private static final String[] SCHOOLS = {
    "Trường Tiểu học", "Trường THCS", "Trường Mầm non", "Trường THPT"
  };
  private static final int MINUTES_PER_HOUR = 60;

  private final World world;

  PlaceNames(World world) {
    this.world = world;
  }

  String of(int place) {
    PlaceKind kind = world.places().kind(place);
    return switch (kind) {
      case EATING_PLACE -> one(EATING, place) + " " + givenName(place);
      case ESSENTIAL_SHOP -> one(SHOPS, place) + " " + givenName(place);
      case MASSAGE_BEAUTY -> one(BEAUTY, place) + " " + givenName(place);
      case TELECOM_SHOP -> one(TELECOM, place) + " " + givenName(place);
      case PRODUCTION_SITE -> one(WORKSHOPS, place) + " " + givenName(place);
      case CLINIC -> "Phòng khám bác sĩ " + givenName(place);
      case FACTORY -> one(FACTORIES, place) + " " + word(place);
      case KARAOKE -> "Karaoke " + word(place);
      case GYM -> "Phòng tập " + word(place);
      case WORSHIP -> one(WORSHIP, place) + " " + word(place);
      case SIGHT -> one(SIGHTS, place) + " " + word(place);
      case MARKET -> marketName(place);
      case SCHOOL -> SCHOOLS[world.places().rank(place) % SCHOOLS.length] + " " + schoolName(place);
      case VEHICLE -> tripName(place);
      case WEDDING -> "Đám cưới " + givenName(place) + " – " + otherGivenName(place);
      case FUNERAL -> "Lễ tang ông " + VietnameseNames.full(Sex.MALE, seed(), place);
      case MEETING -> "Hội nghị " + word(place) + ", " + commune(place);
      case GOVERNMENT_OFFICE -> one(OFFICES, place) + " " + commune(place);
      case BANK -> one(BANKS, place) + ", PGD " + word(place);
      case MALL, SUPERMARKET, INDUSTRIAL_PARK, APARTMENT_BLOCK, HOSPITAL, PIER ->
          titled(kind, place);
      case BUS_STATION, WAITING_HALL, NOTARY, VOCATIONAL_SCHOOL, BORDER_GATE -> titled(kind, place);
      default -> numbered(kind, place);
    };
  }

  private String titled(PlaceKind kind, int place) {
    return title(kind) + " " + word(place);
  }

  /** The commune's own: the first is simply the commune's, further ones are numbered. */
  private String numbered(PlaceKind kind, int place) {
    int rank = world.places().rank(place);
    return title(kind) + " " + commune(place) + (rank == 0 ? "" : " số " + (rank + 1));
  }

  private static String title(PlaceKind kind) {
    return switch (kind) {
      case MALL -> "Trung tâm thương mại";
      case SUPERMARKET -> "Siêu thị";
      case INDUSTRIAL_PARK -> "Khu công nghiệp";
      case APARTMENT_BLOCK -> "Chung cư";
      case HOSPITAL -> "Bệnh viện Đa khoa";
      case PIER -> "Bến đò";
      case BUS_STATION -> "Bến xe";
      case WAITING_HALL -> "Nhà chờ";
      case NOTARY -> "Văn phòng công chứng";
      case VOCATIONAL_SCHOOL -> "Trường Trung cấp nghề";
      case BORDER_GATE -> "Cửa khẩu";
      case PUBLIC_ADMINISTRATION_CENTRE -> "Trung tâm Phục vụ hành chính công";
      case POST_OFFICE -> "Bưu điện";
      case HEALTH_STATION -> "Trạm Y tế";
      case VACCINATION_SITE -> "Điểm tiêm chủng";
      case CHECKPOINT -> "Chốt kiểm soát dịch";
      case SAMPLING_SITE -> "Điểm lấy mẫu";
      case QUARANTINE_SITE -> "Khu cách ly tập trung";
      default -> throw new IllegalStateException("no title for " + kind);
    };
  }

  private String marketName(int place) {
    return switch (world.timetable().rhythm(place)) {
      case DAILY -> "Chợ " + word(place);
      case WEEKLY, EVERY_FIVE_DAYS -> "Chợ phiên " + word(place);
    };
  }

  private String schoolName(int place) {
    int turn = world.places().rank(place) / SCHOOLS.length;
    return turn == 0 ? localName(place) : word(place);
  }

  private String tripName(int place) {
    int minute = world.timetable().beginsMinute(place);
    return String.format(
        Locale.ROOT,
        "Nhà xe %s, tuyến %s – %s, chuyến %02d:%02d",
        givenName(place),
        localName(place),
        word(place),
        minute / MINUTES_PER_HOUR,
        minute % MINUTES_PER_HOUR);
  }

  private String commune(int place) {
    String name = world.geography().commune(world.places().commune(place)).name();
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }

  /** The commune's name without the word that says what kind of unit it is. */
  private String localName(int place) {
    String name = world.geography().commune(world.places().commune(place)).name();
    return name.replaceFirst("^(Xã|Phường|Thị trấn|Đặc khu) ", "");
  }

  private String givenName(int place) {
    return VietnameseNames.given(place % 2 == 0 ? Sex.FEMALE : Sex.MALE, hash(place, 1));
  }

  private String otherGivenName(int place) {
    return VietnameseNames.given(place % 2 == 0 ? Sex.MALE : Sex.FEMALE, hash(place, 2));
  }

  private String word(int place) {
    return one(WORDS, hash(place, 3));
  }

  private String one(String[] words, int place) {
    return one(words, hash(place, 4));
  }

  private static String one(String[] words, long hash) {
    return words[SeededStream.reduce(hash, words.length)];
  }

  private long hash(int place, int part) {
    return SeededStream.hash(seed() + part, place, Purpose.PLACE_NAME);
  }

  private long seed() {
    return world.spec().seed();
  }
}
