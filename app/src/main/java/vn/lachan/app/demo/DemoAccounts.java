package vn.lachan.app.demo;

import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;

/** One account for each kind of user, so that a newcomer can see the program with their eyes. */
@Component
class DemoAccounts {
  static final String PASSWORD = "dien-tap-2026";

  private static final long PROGRAM = 0;

  private final Accounts accounts;

  DemoAccounts(Accounts accounts) {
    this.accounts = accounts;
  }

  record Demo(String username, String name, String use, Grant grant) {}

  /**
   * The accounts of the demo.
   *
   * @param shop a place whose owner signs in
   * @param office a place with a guard at its gate
   */
  static List<Demo> all(int province, int commune, long shop, long office) {
    Scope everywhere = new Scope.OfUnit(province);
    return List.of(
        new Demo("truy-vet", "Lê Thị Truy Vết", "tracer", new Grant(Role.TRACER, everywhere)),
        new Demo(
            "ban-chi-dao", "Ban Chỉ đạo tỉnh", "province", new Grant(Role.PROVINCE, everywhere)),
        new Demo(
            "can-bo-xa",
            "Cán bộ xã",
            "commune",
            new Grant(Role.COMMUNE, new Scope.OfUnit(commune))),
        new Demo("chu-diem", "Chủ quán", "owner", new Grant(Role.OWNER, new Scope.OfPlace(shop))),
        new Demo(
            "bao-ve",
            "Bảo vệ cơ quan",
            "keeper",
            new Grant(Role.KEEPER, new Scope.OfPlace(office))),
        new Demo(
            "nhap-lieu-1",
            "Nguyễn Thị Tình Nguyện",
            "keyer",
            new Grant(Role.KEYER, new Scope.OfUnit(commune))),
        new Demo(
            "nhap-lieu-2",
            "Trần Văn Đoàn Viên",
            "second-keyer",
            new Grant(Role.KEYER, new Scope.OfUnit(commune))),
        new Demo(
            "kiem-toan",
            "Kiểm toán viên",
            "auditor",
            new Grant(Role.AUDITOR, new Scope.Everywhere())),
        new Demo(
            "bao-mat",
            "Cán bộ bảo vệ dữ liệu",
            "privacy",
            new Grant(Role.PRIVACY, new Scope.Everywhere())),
        new Demo("cong-an", "Công an tỉnh", "agency", new Grant(Role.AGENCY, everywhere)),
        new Demo(
            "quan-tri",
            "Quản trị hệ thống",
            "operator",
            new Grant(Role.OPERATOR, new Scope.Everywhere())));
  }

  void create(List<Demo> demo, Instant now) {
    for (Demo one : demo) {
      long account =
          accounts
              .byUsername(one.username())
              .orElseGet(() -> accounts.create(one.username(), one.name(), PASSWORD, false, now));
      accounts.grant(account, one.grant(), PROGRAM, now);
    }
  }
}
