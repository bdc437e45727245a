package vn.lachan.app.places;

/** Degrees of WGS 84. */
public record Point(double latitude, double longitude) {}
