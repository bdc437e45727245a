package vn.lachan.app.places;

import java.util.List;
import java.util.Locale;

/**
 * What a column of an imported table may be. The names are how such columns are headed in
 * spreadsheets, without accents; the first that fits a header whole wins.
 */
public enum ImportField {
  NAME(
      "ten diem",
      "ten dia diem",
      "ten co so",
      "ten quan",
      "ten don vi",
      "ten cua hang",
      "ten doanh nghiep",
      "ten diem kiem dich",
      "dia diem",
      "co so",
      "ten",
      "place",
      "place name",
      "name"),
  TYPE(
      "loai",
      "loai diem",
      "loai dia diem",
      "loai hinh",
      "loai hinh kinh doanh",
      "loai co so",
      "nganh nghe",
      "linh vuc",
      "type",
      "kind",
      "place type"),
  ADDRESS(
      "dia chi",
      "so nha",
      "so nha duong",
      "so nha duong thon",
      "dia chi chi tiet",
      "duong",
      "thon",
      "to dan pho",
      "address",
      "street"),
  COMMUNE(
      "xa",
      "phuong",
      "xa phuong",
      "phuong xa",
      "xa phuong thi tran",
      "phuong xa thi tran",
      "thi tran",
      "ma xa",
      "ma phuong xa",
      "ma don vi",
      "don vi hanh chinh",
      "ma dvhc",
      "commune",
      "ward",
      "commune code",
      "unit",
      "unit code"),
  DISTRICT("huyen", "quan huyen", "huyen quan", "huyen thi xa thanh pho", "quan", "district"),
  PROVINCE("tinh", "tinh thanh", "tinh thanh pho", "thanh pho", "province"),
  SECTOR("nganh", "nganh phu trach", "nganh quan ly", "so phu trach", "sector"),
  HOURS(
      "gio mo cua",
      "gio hoat dong",
      "thoi gian hoat dong",
      "thoi gian mo cua",
      "gio lam viec",
      "gio",
      "opening hours",
      "hours"),
  CAPACITY("suc chua", "so cho", "so nguoi toi da", "quy mo", "capacity"),
  SETTING("khong gian", "trong nha ngoai troi", "moi truong", "setting"),
  LATITUDE("vi do", "lat", "latitude"),
  LONGITUDE("kinh do", "lng", "lon", "long", "longitude"),
  OWNER_NAME(
      "chu diem",
      "ho ten chu diem",
      "chu co so",
      "ten chu co so",
      "chu quan",
      "chu ho",
      "ho ten chu co so",
      "nguoi dai dien",
      "nguoi phu trach",
      "ho va ten",
      "ho ten",
      "ho ten chu",
      "chu",
      "owner",
      "owner name",
      "contact"),
  OWNER_PHONE(
      "so dien thoai",
      "dien thoai",
      "sdt",
      "so dt",
      "dt",
      "di dong",
      "sdt chu",
      "sdt chu co so",
      "so dien thoai chu diem",
      "dien thoai chu diem",
      "lien he",
      "phone",
      "mobile",
      "telephone",
      "owner phone"),
  VALID_FROM("bat dau", "tu ngay", "ngay bat dau", "thoi gian bat dau", "from", "start"),
  VALID_TO("ket thuc", "den ngay", "ngay ket thuc", "thoi gian ket thuc", "to", "end");

  @SuppressWarnings("ImmutableEnumChecker") // An unmodifiable list of texts: immutable in fact.
  private final List<String> headers;

  ImportField(String... headers) {
    this.headers = List.of(headers);
  }

  List<String> headers() {
    return headers;
  }

  /** The last part of its message keys, and what forms send. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
