package vn.lachan.app.places;

/**
 * A place that somebody knows to exist and to have to register.
 *
 * @param document the list or document that says so
 */
public record NewObliged(String name, String address, String type, int unit, String document) {}
