package vn.lachan.app.access;

import java.time.Instant;

/** A role that an account holds now. */
public record Assignment(
    long number, long account, Grant grant, Instant grantedAt, long grantedBy) {}
