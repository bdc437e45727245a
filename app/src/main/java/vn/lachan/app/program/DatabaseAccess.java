package vn.lachan.app.program;

/**
 * Where the database is and how its three roles sign in: {@code migrate} owns the schemas, {@code
 * app} works in them, {@code reporting} only reads.
 */
public record DatabaseAccess(String url, Login migrate, Login app, Login reporting) {
  public record Login(String user, String password) {
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }
}
