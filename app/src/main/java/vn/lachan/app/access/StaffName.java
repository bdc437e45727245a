package vn.lachan.app.access;

/** An account of staff with the name it is known by at work. */
public record StaffName(long account, String name) {}
