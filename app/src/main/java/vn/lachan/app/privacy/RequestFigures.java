package vn.lachan.app.privacy;

/** How many requests wait; those answered too late count as overdue. */
public record RequestFigures(int open, int overdue, int dueSoon) {}
