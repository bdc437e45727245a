package vn.lachan.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;

@ProgramTest
class SignInPagesTests {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;

  @Test
  void signingInBeginsASessionAndLeadsWhereOneWanted() {
    accounts.create("le.van.a", "Lê Văn A", "mat-khau-dai", false, Instant.now());
    var browser = new Browser(port);

    HttpResponse<String> answer =
        browser.submit(
            "/sign-in?to=/access/me",
            "/sign-in",
            "username",
            "Le.Van.A",
            "password",
            "mat-khau-dai");

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/access/me");
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(
            cookie ->
                cookie.startsWith("lachan-session=") && cookie.contains("HttpOnly; SameSite=Lax"));
  }

  @Test
  void aWrongPasswordAndAnUnknownNameAnswerAlike() {
    accounts.create("tran.thi.b", "Trần Thị B", "mat-khau-dai", false, Instant.now());

    HttpResponse<String> wrong = tryIn("tran.thi.b", "mat-khau-sai");
    HttpResponse<String> unknown = tryIn("khong.co.ai", "mat-khau-sai");

    assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
    assertThat(withoutToken(wrong.body()))
        .isEqualTo(withoutToken(unknown.body()).replace("khong.co.ai", "tran.thi.b"));
    assertThat(wrong.body()).contains("Tên đăng nhập hoặc mật khẩu không đúng");
  }

  private HttpResponse<String> tryIn(String username, String password) {
    return new Browser(port)
        .submit("/sign-in", "/sign-in", "username", username, "password", password);
  }

  private static String withoutToken(String page) {
    return page.replaceAll("value=\"[A-Za-z0-9_=-]{60,}\"", "");
  }
}
