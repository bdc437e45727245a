package vn.lachan.app.access;

/** An account with the password that is shown once. */
public record NewAccount(long number, String username, String oneTimePassword) {
  @Override
  public String toString() {
    return "NewAccount[" + number + "]";
  }
}
